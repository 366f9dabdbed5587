import type { CslDate, Name, Paper } from '../model/paper.ts';

type Value = string | number | { readonly [name: string]: Value } | readonly Value[];
type Entry = Readonly<Record<string, Value>>;

/** Hayagriva's types by CSL's, with the type of what it stands in. */
const TYPES: Readonly<Record<string, readonly [type: string, within?: string]>> = {
	'article-journal': ['article', 'periodical'],
	'article-magazine': ['article', 'periodical'],
	'article-newspaper': ['article', 'newspaper'],
	'paper-conference': ['article', 'proceedings'],
	chapter: ['chapter', 'book'],
	'entry-encyclopedia': ['entry', 'reference'],
	'entry-dictionary': ['entry', 'reference'],
	entry: ['entry', 'reference'],
	'post-weblog': ['article', 'blog'],
	article: ['article'],
	book: ['book'],
	thesis: ['thesis'],
	report: ['report'],
	manuscript: ['manuscript'],
	patent: ['patent'],
	webpage: ['web'],
	post: ['post'],
	software: ['repository'],
	dataset: ['repository'],
	periodical: ['periodical'],
	speech: ['conference'],
	motion_picture: ['video'],
	graphic: ['artwork'],
	song: ['audio'],
};

/**
 * A paper as an entry of Hayagriva's, without its key. What it appeared in is its `parent`; fields that the format does
 * not have are left out.
 * @see https://github.com/typst/hayagriva/blob/main/docs/file-format.md
 */
export function hayagrivaOf(paper: Paper): Entry {
	const [type, within] = TYPES[paper.type] ?? ['misc'];
	const container = paper['container-title'];
	const isPart = container !== undefined;
	const numbering = {
		volume: paper.volume,
		issue: paper.issue,
		edition: paper.edition,
		publisher: paper.publisher,
		location: paper['publisher-place'],
	};
	const series = paper['collection-title'];
	const parent = series === undefined ? undefined : entry({ type: 'anthology', title: series });
	return entry({
		type,
		title: paper.title,
		author: people(paper.author),
		editor: isPart ? undefined : people(paper.editor),
		date: dateOf(paper.issued),
		...(isPart ? {} : numbering),
		'page-range': paper.page,
		url: paper.URL,
		'serial-number': numbers(paper),
		language: paper.language,
		note: paper.note,
		abstract: paper.abstract,
		parent: isPart
			? entry({ type: within ?? 'periodical', title: container, editor: people(paper.editor), ...numbering, parent })
			: parent,
	});
}

function entry(values: Readonly<Record<string, Value | undefined>>): Entry {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
	);
}

function numbers({ DOI, arxiv, ISBN, ISSN, PMID }: Paper): Entry | undefined {
	const found = entry({ doi: DOI, arxiv, isbn: ISBN, issn: ISSN, pmid: PMID });
	return Object.keys(found).length > 0 ? found : undefined;
}

function people(names: readonly Name[] | undefined): readonly Value[] | undefined {
	return names?.map((name) => {
		const { family, given, suffix, literal } = name;
		const prefix = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
		if (!family || suffix || prefix)
			return entry({ name: family ?? literal ?? given, 'given-name': family && given, prefix, suffix });
		return given ? `${family}, ${given}` : entry({ name: family });
	});
}

/** The day, month or year that it begins with: the format has no ranges. */
function dateOf(date: CslDate | undefined): Value | undefined {
	const [year, ...rest] = date?.['date-parts']?.[0] ?? [];
	if (year === undefined) return undefined;
	const digits = String(Math.abs(year)).padStart(4, '0');
	if (rest.length === 0 && year >= 1000) return year;
	return [(year < 0 ? '-' : '') + digits, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}
