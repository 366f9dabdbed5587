import { parseAcl } from '../model/ids.ts';
import type { Paper } from '../model/paper.ts';
import { parseYear } from '../text/dates.ts';
import { recordToPaper } from './records.ts';
import { type RecordResult, stepwise } from './stepwise.ts';
import type { Importer, ImportInput } from './types.ts';
import { childrenOf, elementsOf, findElements, parseElement, textAt, textOf, type XmlElement } from './xml.ts';
import { notPaper, type XmlRecord, xmlPapers } from './xml-records.ts';

const COLLECTION = /<collection\s[^<>]{0,200}\bid\s*=\s*["']([\w.]+)["']/;
/** Journals of the Anthology, which has few: *Computational Linguistics* and *TACL*. */
const JOURNAL = /^(?:\d{4}\.(?:cl|tacl)|[JQ]\d\d)$/;
const VOLUME = /<volume\s[^<>]{0,200}\bid\s*=\s*["']([\w.]+)["'][^<>]{0,300}>/g;

/** What the papers of a volume have in common. */
interface Volume {
	readonly collection: string;
	readonly id: string;
	readonly meta: XmlElement | undefined;
}

/** Elements that become a field of the paper, or say nothing. */
const known = new Set('title author editor abstract url doi pages bibkey language'.split(' '));

/**
 * A collection of the ACL Anthology. The key is that of the Anthology's own BibTeX; the Anthology id is an alias.
 * @see https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc
 */
export const aclXml: Importer = {
	id: 'acl-xml',
	name: 'ACL Anthology XML',
	extensions: ['.xml'],
	recognises: (head) => COLLECTION.test(head) && /<volume\s/.test(head),
	...stepwise(records),
};

function* records(input: ImportInput): Generator<RecordResult> {
	const volumeAt = volumesOf(input.text);
	yield* xmlPapers(input, ['frontmatter', 'paper'], (record) => paperOf(record, volumeAt(record.span.start)));
}

/** Finds the volume that an offset stands in, for one offset after the other. */
function volumesOf(text: string): (offset: number) => Volume | undefined {
	const collection = COLLECTION.exec(text)?.[1] ?? '';
	const tags = text.matchAll(VOLUME);
	let next = tags.next();
	let current: Volume | undefined;
	return (offset) => {
		let tag: RegExpExecArray | undefined;
		for (; !next.done && next.value.index <= offset; next = tags.next()) tag = next.value;
		if (tag) {
			const [meta] = findElements(text.slice(tag.index, offset), ['meta']);
			const content = meta?.closed ? text.slice(tag.index + meta.span.start, tag.index + meta.span.end) : '';
			current = { collection, id: tag[1] ?? '', meta: parseElement(content).element };
		}
		return current;
	};
}

function paperOf({ element, provenance }: XmlRecord, volume: Volume | undefined): Paper | typeof notPaper | undefined {
	const isWhole = element.name === 'frontmatter';
	const meta = (name: string) => volume?.meta && textAt(volume.meta, name);
	const written = textAt(element, 'url') ?? '';
	const acl = parseAcl(written) ?? (volume && anthologyId(volume, isWhole ? '0' : (element.attributes.id ?? '')));
	const key = textAt(element, 'bibkey');
	if (isWhole && (!key || !meta('booktitle'))) return notPaper;
	const [title] = childrenOf(element, 'title');
	const journal = meta('journal-title');
	const isJournal = journal !== undefined || JOURNAL.test(volume?.collection ?? '');
	const record: Record<string, unknown> = {
		id: key ?? acl,
		title: isWhole ? meta('booktitle') : title && prose(title),
		author: isWhole ? undefined : people(element, 'author'),
		editor: [...people(element, 'editor'), ...(volume?.meta ? people(volume.meta, 'editor') : [])],
		issued: parseYear(textAt(element, 'year') ?? meta('year') ?? '', meta('month')),
		'container-title': isWhole ? undefined : (journal ?? meta('booktitle')),
		volume: meta('journal-volume'),
		issue: meta('journal-issue'),
		publisher: meta('publisher'),
		'publisher-place': meta('address'),
		page: textAt(element, 'pages')?.replace(/[–—]/g, '-'),
		DOI: textAt(element, 'doi'),
		URL: /^https?:/i.test(written) ? written : acl && `https://aclanthology.org/${acl}`,
		ISBN: meta('isbn'),
		abstract: childrenOf(element, 'abstract').map(prose)[0],
		language: textAt(element, 'language'),
		acl,
		aliases: key && acl ? [acl] : undefined,
	};
	if (!record.title) return undefined;
	const paper = recordToPaper(Object.fromEntries(Object.entries(record).filter(([, value]) => value)), provenance(key));
	const fields = rest(element);
	return (
		paper && {
			...paper,
			type: isWhole ? 'book' : isJournal ? 'article-journal' : 'paper-conference',
			...(Object.keys(fields).length > 0 && { fields }),
		}
	);
}

/** Ids from 2020 on name their volume; in older ones its number has two digits for workshops, else one. */
function anthologyId({ collection, id }: Volume, paper: string): string {
	if (/^\d{4}\./.test(collection)) return `${collection}-${id}.${paper}`;
	const isWide = collection.startsWith('W') || collection === 'C69' || (collection === 'D19' && Number(id) >= 5);
	const volume = isWide ? id.padStart(2, '0') : id;
	return `${collection}-${volume}${paper.padStart(4 - volume.length, '0')}`;
}

/** Text in which formulae stand between dollar signs, as everywhere in a paper. */
function prose(element: XmlElement): string {
	return textOf(element, ({ name, children }) =>
		name === 'tex-math' ? `$${children.filter((child) => typeof child === 'string').join('')}$` : undefined,
	);
}

function people(element: XmlElement, role: string): readonly unknown[] {
	return childrenOf(element, role).map((person) => {
		const [given, family] = [textAt(person, 'first'), textAt(person, 'last')];
		return family ? { family, ...(given && { given }) } : { literal: given ?? textOf(person) };
	});
}

/** What has no CSL name: the text of each element, or what it links to. */
function rest(element: XmlElement): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const child of elementsOf(element.children)) {
		if (known.has(child.name)) continue;
		const text = textOf(child) || Object.values(child.attributes).join(' ');
		if (text !== '') fields[child.name] = fields[child.name] === undefined ? text : `${fields[child.name]}; ${text}`;
	}
	return fields;
}
