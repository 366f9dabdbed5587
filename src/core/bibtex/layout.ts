import type { Dialect } from './dialect.ts';

/** Where the blanks around `=` stand, so that what follows lines up. */
export interface Alignment {
	/** In front of and behind `=`, the least there is. */
	readonly before: string;
	readonly after: string;
	/**
	 * What is filled up with blanks: nothing; the name, so that `=` stands in a column; what is behind `=`, so that values
	 * do; or what is in front of the name, so that names end in one.
	 */
	readonly pad: 'none' | 'before' | 'after' | 'lead';
	/** How wide name and blanks are together; `longest` for the longest name of each entry. */
	readonly width: number | 'longest';
}

/** How the entries of a file are laid out. Line ends are `\n` in all parts. */
export interface EntryStyle {
	readonly dialect: Dialect;
	readonly newLine: '\n' | '\r\n' | '\r';
	/** What stands around the type and the key: `@article{`, `@article {` or `@article(`. */
	readonly open: string;
	readonly close: '}' | ')';
	/** From the key to the first name, from a value to the next name, and from the last value to the closing delimiter. */
	readonly first: string;
	readonly between: string;
	readonly last: string;
	readonly alignment: Alignment;
	/** Between two entries. */
	readonly gap: string;
	readonly quotes: boolean;
	/** Fields whose values have other delimiters than most. */
	readonly otherwise: ReadonlySet<string>;
	/** Fields whose numbers stand bare, and whether those of any other do. */
	readonly bare: ReadonlyMap<string, boolean>;
	readonly bareNumbers: boolean;
	/** Fields whose values have a second pair of braces, which keeps all capitals. */
	readonly doubled: ReadonlySet<string>;
	readonly months: 'macro' | 'name' | 'short' | 'number';
	/** Letters beyond ASCII are written as TeX commands. */
	readonly ascii: boolean;
	/** A type or the name of a field, in lower case, as the file writes it. */
	typeAs(type: string): string;
	nameAs(name: string): string;
	/** The names of fields in the order that most entries of a type have; those that say nothing of it, in their own. */
	inOrder(type: string, names: readonly string[]): readonly string[];
	/** Names of fields that the file uses in place of others. */
	readonly synonyms: ReadonlyMap<string, string>;
}

/** How entries look where there are no others. */
export const plainStyle: EntryStyle = {
	dialect: 'bibtex',
	newLine: '\n',
	open: '{',
	close: '}',
	first: ',\n  ',
	between: ',\n  ',
	last: ',\n',
	alignment: { before: ' ', after: ' ', pad: 'none', width: 0 },
	gap: '\n\n',
	quotes: false,
	otherwise: new Set(),
	bare: new Map(),
	bareNumbers: false,
	doubled: new Set(),
	months: 'macro',
	ascii: false,
	typeAs: (type) => type,
	nameAs: (name) => name,
	inOrder: (_, names) => names,
	synonyms: new Map(),
};

/** An entry to be laid out: values as TeX has them, in braces, or macros as they are. */
export interface EntryParts {
	/** In lower case, as the names of fields are. */
	readonly type: string;
	readonly key: string;
	readonly fields: ReadonlyMap<string, string>;
}

/** The text of an entry, from `@` to its closing delimiter. */
export function layoutEntry({ type, key, fields }: EntryParts, style: EntryStyle): string {
	const names = style.inOrder(type, [...fields.keys()]);
	const longest = Math.max(0, ...names.map((name) => name.length));
	let text = `@${style.typeAs(type)}${style.open}${key}`;
	for (const [at, name] of names.entries()) text += writtenField(name, fields.get(name)!, at === 0, longest, style);
	text += names.length > 0 ? style.last : style.last.includes('\n') ? ',\n' : '';
	return inLines(`${text}${style.close}`, style.newLine);
}

/** A text with the line ends of a file. */
export function inLines(text: string, newLine: EntryStyle['newLine']): string {
	const plain = text.replace(/\r\n?/g, '\n');
	return newLine === '\n' ? plain : plain.replaceAll('\n', newLine);
}

/** A field with what separates it from what stands before. */
export function writtenField(
	name: string,
	value: string,
	isFirst: boolean,
	longest: number,
	style: EntryStyle,
): string {
	const { pad, width, before, after } = style.alignment;
	const missing = Math.max((width === 'longest' ? longest : width) - name.length, 0);
	const fill = ' '.repeat(missing);
	const separator = isFirst ? style.first : style.between;
	const lead = pad === 'lead' && separator.includes('\n') ? separator.replace(/[ \t]*$/, fill) : separator;
	const equals = `${pad === 'before' ? fill : ''}${before}=${after}${pad === 'after' ? fill : ''}`;
	return `${lead}${style.nameAs(name)}${equals}${delimited(name, value, style)}`;
}

/** A value with the delimiters that the file has for such a field. */
export function delimited(name: string, value: string, style: EntryStyle): string {
	if (!value.startsWith('{') || !value.endsWith('}')) return value;
	const content = value.slice(1, -1);
	if (/^\d+$/.test(content) && (style.bare.get(name) ?? style.bareNumbers)) return content;
	const quotes = style.quotes !== style.otherwise.has(name);
	return quotes && mayBeQuoted(content) ? `"${content}"` : value;
}

/** Has a text quotation marks in braces only? */
function mayBeQuoted(content: string): boolean {
	let depth = 0;
	for (const character of content) {
		if (character === '{') depth++;
		else if (character === '}') depth--;
		else if (character === '"' && depth === 0) return false;
	}
	return true;
}
