import type { BibEntry, BibPiece, BibString } from './types.ts';

/** Macros may be built of macros, which can double with every line: longer ones are cut. */
const MAX_MACRO = 4000;
/** Longer values are cut. */
const MAX_VALUE = 2_000_000;

const months: ReadonlyMap<string, string> = new Map([
	['jan', 'January'],
	['feb', 'February'],
	['mar', 'March'],
	['apr', 'April'],
	['may', 'May'],
	['jun', 'June'],
	['jul', 'July'],
	['aug', 'August'],
	['sep', 'September'],
	['oct', 'October'],
	['nov', 'November'],
	['dec', 'December'],
]);

/** Raw fields of an entry by name: strings expanded, still TeX, white space as written. */
export type RawFields = ReadonlyMap<string, string>;

/**
 * Puts the macros in. A macro means what it was last defined as above the place that uses it; month names are there
 * from the start; a macro that nothing defines here (another file may) stands for its own name.
 *
 * @returns A function that gives the fields of an entry; to be called in order of the entries. Of a field that occurs
 * twice the first counts.
 */
export function fieldExpander(text: string, strings: readonly BibString[]): (entry: BibEntry) => RawFields {
	const macros = new Map(months);
	let next = 0;
	return (entry) => {
		for (; next < strings.length && strings[next]!.span.start < entry.span.start; next++) {
			const { name, pieces } = strings[next]!;
			macros.set(name, join(text, pieces, macros, MAX_MACRO));
		}
		return fieldsOf(text, entry, macros);
	};
}

function fieldsOf(text: string, entry: BibEntry, macros: ReadonlyMap<string, string>): RawFields {
	const fields = new Map<string, string>();
	for (const field of entry.fields) {
		if (!fields.has(field.name)) fields.set(field.name, join(text, field.pieces, macros, MAX_VALUE));
	}
	return fields;
}

function join(text: string, pieces: readonly BibPiece[], macros: ReadonlyMap<string, string>, limit: number): string {
	let joined = '';
	for (const { kind, span } of pieces) {
		const written = text.slice(span.start, span.end);
		joined += kind === 'macro' ? (macros.get(written.toLowerCase()) ?? written) : written;
		if (joined.length > limit) return joined.slice(0, limit);
	}
	return joined;
}
