import type { JsonRecord } from '../records.ts';
import type { JsonShape } from './types.ts';
import { firstText, isRecord, listOf, textOf, textsOf } from './values.ts';

/** CSL types of Zotero's, as Zotero itself exports them. */
const TYPES: Readonly<Record<string, string>> = {
	artwork: 'graphic',
	audioRecording: 'song',
	bill: 'bill',
	blogPost: 'post-weblog',
	book: 'book',
	bookSection: 'chapter',
	case: 'legal_case',
	computerProgram: 'software',
	conferencePaper: 'paper-conference',
	dataset: 'dataset',
	dictionaryEntry: 'entry-dictionary',
	document: 'document',
	email: 'personal_communication',
	encyclopediaArticle: 'entry-encyclopedia',
	film: 'motion_picture',
	forumPost: 'post',
	hearing: 'hearing',
	instantMessage: 'personal_communication',
	interview: 'interview',
	journalArticle: 'article-journal',
	letter: 'personal_communication',
	magazineArticle: 'article-magazine',
	manuscript: 'manuscript',
	map: 'map',
	newspaperArticle: 'article-newspaper',
	patent: 'patent',
	podcast: 'song',
	preprint: 'article',
	presentation: 'speech',
	radioBroadcast: 'broadcast',
	report: 'report',
	standard: 'standard',
	statute: 'legislation',
	thesis: 'thesis',
	tvBroadcast: 'broadcast',
	videoRecording: 'motion_picture',
	webpage: 'webpage',
};

/** What Zotero calls the same thing in items of different types, best first. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	title: ['title', 'subject', 'caseName', 'nameOfAct'],
	'container-title': [
		'publicationTitle',
		'proceedingsTitle',
		'bookTitle',
		'encyclopediaTitle',
		'dictionaryTitle',
		'websiteTitle',
		'blogTitle',
		'forumTitle',
		'programTitle',
		'conferenceName',
	],
	'collection-title': ['series', 'seriesTitle'],
	publisher: ['publisher', 'university', 'institution', 'repository', 'company'],
	'publisher-place': ['place'],
	abstract: ['abstractNote'],
	page: ['pages'],
};

/** What is about the item in the library, and not about the paper. */
const NOT_OF_THE_PAPER = [
	'itemType',
	'creators',
	'tags',
	'extra',
	'attachments',
	'notes',
	'citationKey',
	'citekey',
	'key',
	'itemKey',
	'itemID',
	'libraryID',
	'version',
	'collections',
	'relations',
	'inPublications',
	'select',
	'uri',
	'desktopURI',
	'archiveID',
];

/** A line of `extra` that is a field: `arXiv: 1706.03762`. */
const EXTRA = /^([a-z][a-z -]{1,40}):[ \t]*(\S.*)$/i;

/**
 * Items of Zotero: Better BibTeX's own JSON, and Zotero's API, in which `data` holds the item. An item's key in the
 * library is none that anybody cites by.
 * @see https://www.zotero.org/support/dev/web_api/v3/basics
 * @see https://retorque.re/zotero-better-bibtex/
 */
export const zotero: JsonShape = {
	id: 'better-bibtex',
	name: 'Better BibTeX JSON',
	marks: [/"BetterBibTeX JSON"|"itemType"\s{0,9}:/],
	toRecord(record) {
		const item = isRecord(record.data) ? record.data : record;
		const itemType = textOf(item.itemType);
		if (itemType === '') return undefined;
		if (['attachment', 'note', 'annotation'].includes(itemType)) return null;
		const rest: Record<string, unknown> = { ...item };
		for (const name of NOT_OF_THE_PAPER) delete rest[name];
		const named: Record<string, unknown> = {};
		for (const [name, names] of Object.entries(NAMES)) {
			const found = names.find((one) => textOf(rest[one]) !== '');
			if (found === undefined) continue;
			const value = rest[found];
			delete rest[found];
			named[name] = value;
		}
		const { fields, note } = readExtra(textOf(item.extra));
		return {
			...rest,
			...named,
			id: firstText(item.citationKey, item.citekey, fields.get('citation key')),
			type: TYPES[itemType] ?? 'document',
			author: peopleOf(item, 'editor', false),
			editor: peopleOf(item, 'editor', true),
			keyword: textsOf(item.tags, 'tag').join(', '),
			DOI: firstText(item.DOI, fields.get('doi')),
			PMID: firstText(item.PMID, fields.get('pmid')),
			arxiv: firstText(item.archiveID, fields.get('arxiv')),
			note,
			file: filesOf(item.attachments),
		};
	},
};

/** Editors, or the people of all other roles: whoever made a film or holds a patent is its author here. */
function peopleOf(item: JsonRecord, role: string, wanted: boolean): readonly unknown[] {
	const people = listOf(item.creators).filter(isRecord);
	const own = people.filter(({ creatorType }) => (creatorType === role) === wanted);
	const authors = own.filter(({ creatorType }) => creatorType === 'author');
	return (authors.length > 0 ? authors : own).map((person) =>
		textOf(person.name) !== ''
			? { literal: textOf(person.name) }
			: { family: textOf(person.lastName), given: textOf(person.firstName) },
	);
}

/** Fields in lower case, and the lines that are none. */
function readExtra(extra: string): { readonly fields: ReadonlyMap<string, string>; readonly note: string } {
	const fields = new Map<string, string>();
	const others: string[] = [];
	for (const line of extra.split(/\r?\n/)) {
		const [, name = '', value = ''] = EXTRA.exec(line.trim()) ?? [];
		const field = name.toLowerCase();
		if (['arxiv', 'doi', 'pmid', 'citation key'].includes(field) && !fields.has(field)) fields.set(field, value.trim());
		else if (line.trim() !== '') others.push(line.trim());
	}
	return { fields, note: others.join('\n') };
}

function filesOf(attachments: unknown): string {
	return listOf(attachments)
		.flatMap((one) => (isRecord(one) ? firstText(one.path, one.localPath) || [] : []))
		.join(';');
}
