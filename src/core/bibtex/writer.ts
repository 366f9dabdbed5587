import { aclOfAddress } from '../model/ids.ts';
import type { Name, Paper } from '../model/paper.ts';
import { writtenType } from './dialect.ts';
import { escapeAddress, escapeTex, isBalanced, printable, protectCapitals } from './escape.ts';
import { type EntryParts, type EntryStyle, layoutEntry, plainStyle } from './layout.ts';
import { texLetters } from './tex-letters.ts';
import { writeDate } from './write-date.ts';
import { writeNames } from './write-names.ts';

/** Fields of a paper that say what no field of an entry does by this name. */
const NO_FIELDS = ['and-others', 'entry-type'];

/**
 * A paper as an entry, without a line end behind it, laid out as a file is. Characters that TeX gives a meaning are
 * escaped outside of math, and words with capitals inside are protected in titles. What has no CSL name is written as
 * the source wrote it. Reading the entry gives the same paper.
 *
 * @param holds Can the file hold a character? Those that it cannot are written as TeX's commands.
 */
export function formatEntry(
	paper: Paper,
	style: EntryStyle = plainStyle,
	holds: (character: string) => boolean = () => !style.ascii,
): string {
	return layoutEntry(entryOf(paper, style, holds), style);
}

/** A paper as an entry that is still to be laid out. */
export function entryOf(
	paper: Paper,
	style: EntryStyle = plainStyle,
	holds: (character: string) => boolean = () => !style.ascii,
): EntryParts {
	const { type, fields } = fieldsOf(paper, style);
	const written = [...fields].map(([name, value]) => {
		const synonym = style.synonyms.get(name);
		return [synonym && !fields.has(synonym) ? synonym : name, texLetters(value, holds)] as const;
	});
	return { type, key: entryKey(paper.id), fields: new Map(written) };
}

/** A key as an entry can have it: blanks, commas and braces, which end a key, become hyphens. */
export function entryKey(key: string): string {
	return key.replace(/[\s,{}]+/g, '-');
}

function fieldsOf(
	paper: Paper,
	{ dialect, doubled, months }: EntryStyle,
): { readonly type: string; readonly fields: Map<string, string> } {
	const own = ownFields(paper);
	const fields = new Map<string, string>();
	/** What the source said under this name, and was not understood, comes back as it was. */
	const put = (name: string, value: string | undefined) => {
		if (value && !own.has(name)) fields.set(name, value);
	};
	const text = (name: string, value: string | undefined) =>
		put(name, value && (doubled.has(name) ? `{{${escapeTex(value)}}}` : `{${escapeTex(value)}}`));
	const address = (name: string, value: string | undefined) => put(name, value && `{${escapeAddress(value)}}`);
	const others = paper.fields?.['and-others'] ?? '';
	const names = (role: 'author' | 'editor', list: readonly Name[] | undefined) =>
		put(role, list?.length ? `{${writeNames(list, others.includes(role), dialect === 'biblatex')}}` : undefined);
	/** Of names that mean the same, best known to a reader first, the usual one, unless the source had another as well. */
	const nameFor = (usual: string, all: readonly string[]) =>
		all.some((name) => own.has(name)) ? (all.find((name) => !own.has(name)) ?? usual) : usual;

	const container = containerOf(paper);
	const { type, container: usual, publisher, said } = writtenType(paper, container !== undefined, dialect);
	if (doubled.has('title')) text('title', paper.title);
	else put('title', paper.title && `{${protectCapitals(paper.title)}}`);
	names('author', paper.author);
	names('editor', paper.editor);
	text(nameFor(usual, ['journal', 'journaltitle', 'booktitle']), container);
	text('series', paper['collection-title']);
	text('volume', paper.volume);
	text(said.number, paper.issue);
	put('pages', paper.page && `{${escapeTex(paper.page).replace(/(\d)-(?=\w)/g, '$1--')}}`);
	text('edition', paper.edition);
	text(nameFor(publisher, ['publisher', 'school', 'institution']), paper.publisher);
	text(nameFor(dialect === 'biblatex' ? 'location' : 'address', ['location', 'address']), paper['publisher-place']);
	for (const [name, value] of writeDate(paper.issued, dialect, own, months)) put(name, value);
	address('doi', paper.DOI);
	const server = dialect === 'biblatex' ? ['eprinttype', '{arxiv}'] : ['archiveprefix', '{arXiv}'];
	if (paper.arxiv && !['eprint', 'eprinttype', 'archiveprefix'].some((name) => own.has(name))) {
		address('eprint', paper.arxiv);
		put(server[0]!, server[1]);
	}
	address('url', paper.URL);
	text('isbn', paper.ISBN);
	text('issn', paper.ISSN);
	text('pmid', paper.PMID);
	if (!aclOfAddress(paper.URL ?? '') && !aclOfAddress(paper.DOI ?? '')) text('acl', paper.acl);
	text(nameFor('language', ['langid', 'language']), paper.language);
	text(nameFor('keywords', ['keywords', 'keyword']), paper.keyword);
	text('note', paper.note);
	text('abstract', paper.abstract);
	put('ids', paper.aliases && `{${paper.aliases.map(entryKey).join(', ')}}`);
	text('entry-type', said.entryType);
	text('entrysubtype', said.subtype);
	for (const [name, value] of own) fields.set(name, `{${isBalanced(value) ? printable(value) : escapeTex(value)}}`);
	return { type, fields };
}

/** The venue; what arXiv is called in the place of one says no more of a preprint than the eprint does. */
function containerOf({ type, arxiv, 'container-title': container }: Paper): string | undefined {
	return type === 'article' && arxiv && container && /^(?:arxiv|corr)\b/i.test(container) ? undefined : container;
}

/** Fields without a CSL name, under names that BibTeX can read. */
function ownFields({ fields = {} }: Paper): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(fields)
			.filter(([name]) => !NO_FIELDS.includes(name))
			.map(([name, value]) => [name.toLowerCase().replace(/[\s"#%'(),={}@\\]+/g, '-') || '-', value] as const),
	);
}
