import type { BibEntry } from './types.ts';
import type { RawFields } from './values.ts';

/** Chains of parents that are longer are cut. */
const MAX_DEPTH = 10;

/** What says something of one entry only. */
const OWN = new Set([
	'crossref',
	'xref',
	'xdata',
	'ids',
	'entryset',
	'entrysubtype',
	'execute',
	'gender',
	'keywords',
	'label',
	'options',
	'presort',
	'related',
	'relatedstring',
	'relatedtype',
	'shortauthor',
	'shorteditor',
	'shorthand',
	'shorttitle',
	'sortkey',
	'sortname',
	'sorttitle',
	'sortyear',
	'abstract',
	'annotation',
	'annote',
	'doi',
	'eprint',
	'eprinttype',
	'eprintclass',
	'archiveprefix',
	'file',
	'url',
	'urldate',
	'pages',
	'note',
	'howpublished',
	'addendum',
]);

/** Types that are parts of a book or proceedings: the title of the whole is not theirs. */
const PARTS = new Set([
	'inbook',
	'bookinbook',
	'suppbook',
	'incollection',
	'suppcollection',
	'inproceedings',
	'conference',
	'inreference',
]);

/** The title of the whole, by the name that it has for a part. */
const TITLE_OF_WHOLE: ReadonlyMap<string, string> = new Map([
	['title', 'booktitle'],
	['subtitle', 'booksubtitle'],
	['titleaddon', 'booktitleaddon'],
]);
const TITLE_OF_JOURNAL: ReadonlyMap<string, string> = new Map([
	['title', 'journaltitle'],
	['subtitle', 'journalsubtitle'],
]);

/**
 * Fills fields from parents: `xdata` as they are, `crossref` as BibTeX does and with biblatex's renaming of titles
 * (a proceedings' `title` is the `booktitle` of the papers in it). What an entry says itself always wins. Parents may
 * stand before or behind their children; circles and missing parents are passed over.
 *
 * @returns A function that gives the fields of an entry by its place in `entries`.
 * @see https://ctan.org/pkg/biblatex (section 2.4.1 and appendix B)
 */
export function inherit(entries: readonly BibEntry[], raw: readonly RawFields[]): (entry: number) => RawFields {
	const index = new Map<string, number>();
	entries.forEach((entry, at) => {
		const key = entry.key.toLowerCase();
		if (!index.has(key)) index.set(key, at);
	});

	const resolved = new Map<number, RawFields>();
	const open = new Set<number>();

	function resolve(at: number): RawFields {
		const own = raw[at]!;
		const known = resolved.get(at);
		if (known) return known;
		const parents = parentsOf(own);
		if (parents.length === 0 || open.has(at) || open.size >= MAX_DEPTH) return own;
		open.add(at);
		const fields = new Map(own);
		for (const { key, isData } of parents) {
			const parent = index.get(key.trim().toLowerCase());
			if (parent === undefined || parent === at) continue;
			for (const [name, value] of resolve(parent)) {
				const heir = isData ? name : heirOf(name, entries[at]!.type, entries[parent]!.type);
				if (heir && !fields.has(heir) && !hasOther(fields, heir)) fields.set(heir, value);
			}
		}
		open.delete(at);
		resolved.set(at, fields);
		return fields;
	}

	return resolve;
}

/** Does an entry name a parent? */
export function inherits({ fields }: BibEntry): boolean {
	return fields.some(({ name }) => name === 'crossref' || name === 'xdata');
}

function parentsOf(fields: RawFields): readonly { readonly key: string; readonly isData: boolean }[] {
	const data = fields.get('xdata')?.split(',') ?? [];
	const crossref = fields.get('crossref');
	return [...data.map((key) => ({ key, isData: true })), ...(crossref ? [{ key: crossref, isData: false }] : [])];
}

/** The name under which a child gets a parent's field; undefined where it doesn't. */
function heirOf(name: string, child: string, parent: string): string | undefined {
	if (OWN.has(name)) return undefined;
	if (PARTS.has(child)) return TITLE_OF_WHOLE.get(name) ?? name;
	if (parent === 'periodical') return TITLE_OF_JOURNAL.get(name) ?? name;
	return name;
}

/** `date` and `year`, `journal` and `journaltitle` say the same: a child that has one doesn't get the other. */
function hasOther(fields: RawFields, name: string): boolean {
	if (name === 'date') return fields.has('year');
	if (name === 'year') return fields.has('date');
	if (name === 'journaltitle') return fields.has('journal');
	if (name === 'location') return fields.has('address');
	return name === 'address' && fields.has('location');
}
