import type { RawFields } from './values.ts';

/** Chains of parents that are longer are cut. */
const MAX_DEPTH = 10;

/** Fields in which an entry names others of its file. */
export const linking: readonly string[] = ['crossref', 'xref', 'xdata', 'related', 'entryset'];

/** What says something of one entry only. */
const OWN = new Set([
	'crossref',
	'xref',
	'xdata',
	'ids',
	'entryset',
	'entrysubtype',
	'entry-type',
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

/** Types whose titles other types take up under another name, by what they are. */
const KINDS: ReadonlyMap<string, 'multivolume' | 'volume' | 'part'> = new Map([
	['mvbook', 'multivolume'],
	['mvcollection', 'multivolume'],
	['mvproceedings', 'multivolume'],
	['mvreference', 'multivolume'],
	['book', 'volume'],
	['collection', 'volume'],
	['proceedings', 'volume'],
	['reference', 'volume'],
	['inbook', 'part'],
	['bookinbook', 'part'],
	['suppbook', 'part'],
	['incollection', 'part'],
	['suppcollection', 'part'],
	['inproceedings', 'part'],
	['conference', 'part'],
	['inreference', 'part'],
]);

const TITLES = /^(?:title|subtitle|titleaddon)$/;
/** Short and sorted titles name the whole, not its parts. */
const OTHER_TITLES = /^(?:indextitle|indexsorttitle)$/;

/** What a parent hands down. */
interface Parent {
	readonly type: string;
	readonly fields: RawFields;
}

/** The entries of one file that others can inherit from. */
export interface Family {
	/** Makes an entry known; the first of a key counts. */
	add(key: string, type: string, fields: RawFields): void;
	has(key: string): boolean;
	/** An entry's fields with those that it inherits. */
	whole(type: string, fields: RawFields): RawFields;
}

/**
 * Fills fields from parents: `xdata` as they are, `crossref` as BibTeX does and with biblatex's renaming of titles
 * (a proceedings' `title` is the `booktitle` of the papers in it). What an entry says itself always wins. Circles and
 * missing parents are passed over.
 *
 * @see https://ctan.org/pkg/biblatex (section 2.4.1 and appendix B)
 */
export function createFamily(): Family {
	const parents = new Map<string, Parent>();
	const resolved = new Map<RawFields, RawFields>();
	const open = new Set<RawFields>();

	function whole(type: string, own: RawFields): RawFields {
		const known = resolved.get(own);
		if (known) return known;
		const links = linksOf(own);
		if (links.length === 0 || open.has(own) || open.size >= MAX_DEPTH) return own;
		open.add(own);
		const fields = new Map(own);
		for (const { key, isData } of links) {
			const parent = parents.get(key);
			if (!parent || parent.fields === own) continue;
			for (const [name, value] of whole(parent.type, parent.fields)) {
				const heir = isData ? name : heirOf(name, type, parent.type);
				if (heir && !fields.has(heir) && !hasOther(fields, heir)) fields.set(heir, value);
			}
		}
		open.delete(own);
		resolved.set(own, fields);
		return fields;
	}

	return {
		add(key, type, fields) {
			const name = key.toLowerCase();
			if (!parents.has(name)) parents.set(name, { type, fields });
		},
		has: (key) => parents.has(key),
		whole,
	};
}

/** Keys, in lower case, of the entries that one inherits from. */
export function parentsOf(fields: RawFields): readonly string[] {
	return linksOf(fields).map(({ key }) => key);
}

function linksOf(fields: RawFields): readonly { readonly key: string; readonly isData: boolean }[] {
	const crossref = fields.get('crossref');
	const data = fields.get('xdata');
	if (crossref === undefined && data === undefined) return [];
	const links = (data?.split(',') ?? []).map((key) => ({ key: key.trim().toLowerCase(), isData: true }));
	if (crossref) links.push({ key: crossref.trim().toLowerCase(), isData: false });
	return links.filter(({ key }) => key !== '');
}

/** The name under which a child gets a parent's field; undefined where it doesn't. */
function heirOf(name: string, child: string, parent: string): string | undefined {
	if (OWN.has(name)) return undefined;
	const [from, to] = [KINDS.get(parent), KINDS.get(child)];
	if (to === 'part') {
		// Whatever its parent is, the title of the whole is not that of a part.
		if (TITLES.test(name)) return (from === 'multivolume' ? 'main' : 'book') + name;
	} else if (from === 'multivolume' && to === 'volume' && TITLES.test(name)) return `main${name}`;
	else if (parent === 'periodical' && TITLES.test(name)) return `journal${name}`;
	return OTHER_TITLES.test(name) && from ? undefined : name;
}

/** `date` and `year`, `journal` and `journaltitle` say the same: a child that has one doesn't get the other. */
function hasOther(fields: RawFields, name: string): boolean {
	if (name === 'date') return fields.has('year');
	if (name === 'year') return fields.has('date');
	if (name === 'journaltitle') return fields.has('journal');
	if (name === 'location') return fields.has('address');
	return name === 'address' && fields.has('location');
}
