import { createLines } from '../text/lines.ts';
import { isRecord } from './json-items.ts';
import { managedName } from './people.ts';
import { type JsonRecord, recordToPaper } from './records.ts';
import type { Importer, ImportInput, ImportResult } from './types.ts';
import { readYaml } from './yaml-entries.ts';

/** A key at the start of a line, and indented below it a field that every entry has one of. */
const ENTRY = /^(?!references:)[^\s#\-[\]{}][^\n]{0,200}:[ \t]*(?:#[^\n]*)?\r?\n/m;
const FIELD = /^[ \t]+["']?(?:type|title|author|parent)["']?[ \t]*:/m;

/** CSL types by Hayagriva's; of what stands in something else, by the type of that. */
const types: Readonly<Record<string, string>> = {
	anthology: 'book',
	anthos: 'chapter',
	article: 'article',
	artwork: 'graphic',
	audio: 'song',
	blog: 'webpage',
	book: 'book',
	case: 'legal_case',
	chapter: 'chapter',
	conference: 'speech',
	entry: 'entry',
	legislation: 'legislation',
	manuscript: 'manuscript',
	newspaper: 'periodical',
	patent: 'patent',
	periodical: 'periodical',
	post: 'post',
	proceedings: 'book',
	reference: 'book',
	report: 'report',
	repository: 'software',
	thesis: 'thesis',
	thread: 'post',
	tweet: 'post',
	video: 'motion_picture',
	web: 'webpage',
};
const typesWithin: Readonly<Record<string, string>> = {
	anthology: 'chapter',
	blog: 'post-weblog',
	book: 'chapter',
	conference: 'paper-conference',
	newspaper: 'article-newspaper',
	periodical: 'article-journal',
	proceedings: 'paper-conference',
	reference: 'entry',
};

/**
 * Hayagriva, Typst's own format: a YAML map of entries by their keys, which say in `parent` what they appeared in.
 * @see https://github.com/typst/hayagriva/blob/main/docs/file-format.md
 */
export const hayagriva: Importer = {
	id: 'hayagriva',
	name: 'Hayagriva',
	extensions: ['.yml'],
	recognises: (head) => ENTRY.test(head) && FIELD.test(head) && !/^\s*[[{]/.test(head),
	read,
};

function read(input: ImportInput): ImportResult {
	const { file, text, firstLine } = input;
	const lines = createLines(text, firstLine);
	const { entries, problems } = readYaml(input, []);
	return {
		papers: entries.flatMap(({ value, name, span }) => {
			if (!name) return [];
			const provenance = { file, range: lines.rangeOf(span), keyRange: lines.rangeOf(name.span) };
			const paper = recordToPaper(recordOf(value, name.text), provenance);
			return paper ? [{ ...paper, type: typeOf(value) }] : [];
		}),
		problems,
	};
}

/** What an entry says, under CSL's names; what it does not say itself is taken from what it appeared in. */
function recordOf(entry: JsonRecord, id: string): JsonRecord {
	const parents = parentsOf(entry);
	const inherited = (field: string) => entry[field] ?? parents.find((parent) => parent[field] !== undefined)?.[field];
	const numbers = inherited('serial-number');
	const serial = (field: string) => inherited(field) ?? (isRecord(numbers) ? numbers[field] : undefined);
	const isOwnBook = parents.length === 0;
	const record: Record<string, unknown> = {
		id,
		title: words(entry.title),
		author: peopleOf(entry.author),
		editor: peopleOf(inherited('editor')),
		issued: inherited('date'),
		'container-title': words(parents[0]?.title),
		'collection-title': words(isOwnBook ? undefined : parentsOf(parents[0]!)[0]?.title),
		publisher: words(inherited('publisher')) ?? inherited('organization'),
		'publisher-place': words(inherited('location')),
		volume: inherited('volume'),
		issue: inherited('issue'),
		page: inherited('page-range'),
		edition: inherited('edition'),
		DOI: serial('doi'),
		URL: words(inherited('url')),
		ISBN: serial('isbn'),
		ISSN: serial('issn'),
		PMID: serial('pmid'),
		arxiv: serial('arxiv') ?? (typeof numbers === 'string' ? numbers : undefined),
		abstract: words(entry.abstract),
		language: entry.language,
		note: words(entry.note) ?? words(entry.annote),
	};
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function parentsOf({ parent }: JsonRecord): readonly JsonRecord[] {
	return (Array.isArray(parent) ? parent : [parent]).filter(isRecord);
}

/** The text of a value, `{ value: … }` or bare, without the braces that protect capitals. */
function words(value: unknown): string | undefined {
	if (isRecord(value)) return words(value.value ?? value.name);
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' ? value.replace(/[{}]/g, '') : undefined;
}

/** People as CSL-JSON has them: `Family, Given, Suffix`, or fields of their own. */
function peopleOf(value: unknown): readonly unknown[] | undefined {
	const people = (Array.isArray(value) ? value : [value]).flatMap((person: unknown): readonly unknown[] => {
		if (isRecord(person)) {
			const { name, 'given-name': given, prefix, suffix } = person;
			if (typeof name !== 'string') return [];
			return [
				{ family: name, given, ...(prefix ? { 'non-dropping-particle': prefix } : {}), ...(suffix ? { suffix } : {}) },
			];
		}
		if (typeof person !== 'string') return [];
		return [managedName(person)];
	});
	return people.length > 0 ? people : undefined;
}

function typeOf(entry: JsonRecord): string {
	const name = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : '');
	const own = name(entry.type);
	const [parent] = parentsOf(entry);
	const within = parent && (name(parent.type) || (own === 'article' ? 'periodical' : ''));
	const contained = own === 'article' || own === 'chapter' || own === 'anthos' || own === 'entry' || own === '';
	return (contained && within ? typesWithin[within] : undefined) ?? types[own] ?? 'document';
}
