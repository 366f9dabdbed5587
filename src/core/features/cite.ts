import type { Position } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import type { Citation, CiteItem } from '../model/citation.ts';
import type { FileEdit } from '../model/problem.ts';
import { type Change, newCitation } from '../project/new-citation.ts';
import { markedKey, waysToCite } from '../project/ways-to-cite.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { closingOf } from './completion.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** What is to be cited, and how. */
export interface CiteRequest {
	/** In order; those that the citation at the place has already are left out. */
	readonly keys: readonly string[];
	/** The way to cite where a new citation is written; without it, the one that is used most. */
	readonly sample?: string;
}

/**
 * The edits of a document that cite papers at a place: in the citation that stands there, else in a new one. An empty
 * slot is filled, and a key that nothing has is replaced: it is what was typed to find them.
 */
export async function cite(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	{ keys, sample }: CiteRequest,
	token: CancellationToken,
): Promise<readonly FileEdit[]> {
	const place = placeAt(view, position);
	const citation = place?.citation;
	const wanted = [...new Set(keys)].filter((key) => !citation?.items.some((item) => item.key === key));
	if (wanted.length === 0) return [];
	// Behind an author's name, brackets say more of the same.
	const usual = citation?.form === 'narrative' ? view.language.cite(['key']) : waysToCite(view)[0]!.sample;
	const way = sample ?? usual;
	const item = place?.item ?? citation?.items.at(-1);
	if (!citation || !item) return [edit(view, newCitation(view, view.document.offsetAt(position), wanted, way))];
	const typed = item === place?.item && item.key !== '' && !view.project.localKeys.has(item.key);
	const [known] = typed ? await corpus.papers([item.key], view.scope, token) : [];
	const isOpen = item.key === '' || (typed && !known);
	if (token.isCancellationRequested) return [];
	if (isOpen && takesMany(view, citation)) return fill(view, citation, item, wanted);
	if (isOpen) {
		const [first, ...others] = wanted;
		const rest = others.length > 0 ? [newCitation(view, citation.span.end, others, way)] : [];
		return [...fill(view, citation, item, [first!]), ...rest.map((change) => edit(view, change))];
	}
	if (!takesMany(view, citation)) return [edit(view, newCitation(view, citation.span.end, wanted, way))];
	return extend(view, citation, item, wanted);
}

function edit({ document }: DocumentScope, { start, end, newText }: Change): FileEdit {
	const range = { start: document.positionAt(start), end: document.positionAt(end) };
	return { file: document.uri, range, newText };
}

/** `@key` in prose and Typst's `#cite(<key>)` hold one paper. */
function takesMany({ language }: DocumentScope, { form }: Citation): boolean {
	return form !== 'narrative' && language.id !== 'typst';
}

function fill(view: DocumentScope, citation: Citation, item: CiteItem, keys: readonly string[]): FileEdit[] {
	const text = view.document.getText();
	const { start, end } = item.span;
	const isMarked = citation.form === 'command' || /[@&]\{?$/.test(text.slice(Math.max(0, start - 2), start));
	const first = isMarked ? keys[0]! : markedKey(view.language, keys[0]!);
	const closing = citation.closed ? '' : closingOf(citation, text.slice(end));
	return [edit(view, { start, end, newText: first + others(view, citation, keys.slice(1)) + closing })];
}

function extend(view: DocumentScope, citation: Citation, item: CiteItem, keys: readonly string[]): FileEdit[] {
	const text = view.document.getText();
	// Behind a key in brackets may stand its page.
	const slot = text.slice(item.span.end, Math.max(item.slot.end, item.span.end)).trimEnd();
	const end = item.span.end + (citation.form === 'bracketed' ? slot.length : 0);
	const closing = citation.closed ? '' : closingOf(citation, text.slice(end));
	return [edit(view, { start: end, end, newText: others(view, citation, keys) + closing })];
}

/** Keys that follow another one, each with what parts it from the one in front. */
function others({ document, language }: DocumentScope, { form, items }: Citation, keys: readonly string[]): string {
	const text = document.getText();
	const used = items.slice(1).map((item, index) => text.slice(items[index]!.span.end, item.span.start));
	const own = used.find((between) => /^[ \t]*[,;][ \t]*&?$/.test(between));
	const isOrgRef = text.charAt((items[0]?.span.start ?? 0) - 1) === '&';
	const separator = form === 'bracketed' ? '; ' : (own ?? (isOrgRef ? ';&' : ', '));
	return keys.map((key) => separator + (form === 'bracketed' ? markedKey(language, key) : key)).join('');
}
