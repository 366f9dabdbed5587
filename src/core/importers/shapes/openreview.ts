import type { JsonShape } from './types.ts';
import { firstText, isRecord, listOf, textOf } from './values.ts';

/** Entry type, key and year of the entry that OpenReview gives with a note. */
const ENTRY = /@\s{0,9}([a-z]{1,30})\s{0,9}\{\s{0,9}([^\s,{}]{1,200})\s{0,9},/i;
const YEAR = /\byear\s{0,9}=\s{0,9}[{"]?(\d{4})\b/i;

/**
 * Notes of OpenReview's API, of version 2 (`content.title.value`) and of version 1 (`content.title`). Of the notes of a
 * forum only submissions are papers: reviews and comments have no authors.
 * @see https://docs.openreview.net/reference/api-v2/entities/note
 */
export const openReview: JsonShape = {
	id: 'openreview',
	name: 'OpenReview notes',
	marks: [/"content"\s{0,9}:\s{0,9}\{/, /"(?:forum|invitations?)"\s{0,9}:/],
	toRecord(note) {
		if (!isRecord(note.content) || (note.forum === undefined && note.invitations === undefined)) return undefined;
		const content = Object.fromEntries(
			Object.entries(note.content).map(([name, value]) => [name, isRecord(value) ? value.value : value]),
		);
		const { title, authors, abstract, venue, keywords, pdf, _bibtex: entry, ...rest } = content;
		if (textOf(title) === '' || listOf(authors).length === 0) return null;
		const written = textOf(entry).slice(0, 5000);
		const [, type, key] = ENTRY.exec(written) ?? [];
		const forum = firstText(note.forum, note.id);
		return {
			...rest,
			id: key,
			title,
			author: authors,
			abstract,
			issued: YEAR.exec(written)?.[1] ?? dateOf(note.pdate ?? note.odate ?? note.cdate),
			venue,
			type: type?.toLowerCase() === 'article' ? 'article-journal' : type?.toLowerCase(),
			keyword: keywords,
			url: forum && `https://openreview.net/forum?id=${forum}`,
			openreview: forum,
			pdf,
		};
	},
};

/** A day of milliseconds since 1970. */
function dateOf(value: unknown): string {
	const time = typeof value === 'number' ? new Date(value).getTime() : Number.NaN;
	return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
