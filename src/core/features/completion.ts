import { type CompletionItem, CompletionItemKind, type Position, TextEdit } from 'vscode-languageserver-types';
import type { CompleteQuestion, Corpus, Hit, SuggestQuestion } from '../corpus/types.ts';
import type { Citation, Context } from '../model/citation.ts';
import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { authorsAndYear, authorsLabel, titleOf } from '../render/label.ts';
import { fold } from '../text/fold.ts';
import { shown } from '../text/shown.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { slotAt } from './place.ts';
import type { DocumentScope } from './scope.ts';
import { whyEmpty } from './why-empty.ts';

/** More rows than anyone reads; the answer is asked for again at every letter. */
const rowLimit = 50;

/** Characters of a title that a row of the editor's list has room for by itself, less those of key and authors. */
const rowWidth = 54;
/** So many of those a character of a key or an author is wide, which stand in larger letters. */
const keyWidth = 1.2;
/** Characters of a title that are shown at least. */
const leastTitle = 14;

/** A title that is cut ends with a whole word if that costs no more characters than these. */
const mostLost = 4;

/** Characters of key and authors beside which a row has no room for a title. */
const rowFull = 39;

/** What the front end needs to add the card to a row later. */
export interface CompletionData {
	readonly uri: string;
	readonly key: string;
	/** The citing sentence. */
	readonly sentence: string;
	/** The paper is not in the document's bibliography, and accepting the row should put it there. */
	readonly add: boolean;
	readonly why?: string;
}

/** Papers for the slot under the cursor: by what is typed there, or by the sentence where nothing is. */
export async function complete(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	token: CancellationToken,
): Promise<readonly CompletionItem[] | undefined> {
	const place = slotAt(view, position);
	if (!place) return undefined;
	const { document, semantics } = view;
	const { citation, item, neighbour, offset } = place;
	const text = document.getText();

	// What is typed runs from the key's start, or from the cursor in a slot that is still blank before it.
	const start = Math.min(item.span.start, offset);
	const query = text.slice(start, offset).trim();
	const context = view.contextAt(offset);
	const question = {
		scope: view.scope,
		beyond: view.beyond,
		limit: rowLimit,
		exclude: citation.items.filter((other) => other !== item && other.key).map(({ key }) => key),
		used: [...new Set(semantics.citations.flatMap(({ items }) => items.map(({ key }) => key)))].filter(Boolean),
	};
	const citing = query ? [] : view.citingSentences(offset);
	const hits = await candidates(corpus, { ...question, query, context, citing }, token);
	if (token.isCancellationRequested) return undefined;

	// The whole key is replaced, on both sides of the cursor; without a closing brace the tail is not known to be one.
	const end = citation.closed ? Math.max(item.span.end, offset) : offset;
	const range = { start: document.positionAt(start), end: document.positionAt(end) };
	const filterText = text.slice(start, offset);
	const closing = citation.closed ? '' : closingOf(citation, text.slice(end));
	const opening = citation.form === 'command' || /@\{?$/.test(text.slice(Math.max(0, start - 2), start)) ? '' : '@';
	const separator = citation.form === 'command' ? ',' : ';';
	const isNext = neighbour !== undefined && neighbour.span.start >= offset;
	const write = (key: string) => opening + key + (isNext ? separator : closing);
	if (hits.length === 0 && citation.form !== 'narrative')
		return whyEmpty(view, corpus, { range, typed: text.slice(start, end) }, token);
	const before = neighbour && !isNext ? [TextEdit.insert(document.positionAt(neighbour.span.end), separator)] : [];
	const at = { range, filterText, query, separator, write, before, uri: document.uri, context };
	return hits.map((hit, rank) => row(hit, rank, at));
}

/** The papers that completion lists: for what is typed, or, where nothing is, for the sentence. */
export async function candidates(
	corpus: Corpus,
	question: CompleteQuestion & Pick<SuggestQuestion, 'citing'>,
	token: CancellationToken,
): Promise<readonly Hit[]> {
	const { citing, ...typed } = question;
	const { context } = question;
	if (typed.query || !context) return corpus.complete(typed, token);
	const fit = await corpus.suggest({ ...question, context }, token);
	if (fit.length >= question.limit || token.isCancellationRequested) return fit;
	// The list is never empty for want of evidence.
	const exclude = [...(question.exclude ?? []), ...fit.map(({ key }) => key)];
	return [...fit, ...(await corpus.complete({ ...typed, exclude, limit: question.limit - fit.length }, token))];
}

/** What closes a half-typed citation; nothing where it stands there already. */
export function closingOf({ form, closing: own }: Citation, rest: string): string {
	if (form === 'narrative') return '';
	const closing = own ?? (form === 'command' ? '}' : ']');
	return rest.startsWith(closing) ? '' : closing;
}

/** A title cut so that key, authors and year are seen whole; the card has all of it. */
function shortTitle(title: string, key: string, authors: string): string {
	const room = Math.max(leastTitle, Math.floor(rowWidth - keyWidth * (key.length + authors.length)));
	if (title.length <= room) return title;
	const end = title.lastIndexOf(' ', room);
	return end >= room - mostLost ? `${title.slice(0, end)} …` : `${title.slice(0, room - 1).trimEnd()}…`;
}

/** Authors and year; where no title could be seen beside them, without what the key says already. */
function besideKey(key: string, paper: Paper): string {
	const whole = authorsAndYear(paper);
	if (key.length + whole.length <= rowFull || !key.includes(`${yearOf(paper)}`)) return whole;
	const authors = authorsLabel(paper);
	const [first] = paper.author ?? [];
	const isNamed = first !== undefined && fold(key).includes(fold(familyOf(first)));
	return key.length + authors.length > rowFull && isNamed ? '' : authors;
}

/** Letters of a key from which it counts as meant. */
const leastBegun = 3;

function isBegun(key: string, typed: string): boolean {
	return typed.length >= leastBegun && key.startsWith(typed);
}

function row(
	hit: Hit,
	rank: number,
	at: {
		readonly range: { readonly start: Position; readonly end: Position };
		readonly filterText: string;
		readonly query: string;
		/** What parts keys here. */
		readonly separator: string;
		/** What stands in the text for a key. */
		write(key: string): string;
		/** What parts it from a key on another line. */
		readonly before: readonly TextEdit[];
		readonly uri: string;
		readonly context: Context;
	},
): CompletionItem {
	const { key, paper, inScope, why } = hit;
	const authors = besideKey(key, paper);
	const data: CompletionData = { uri: at.uri, key, sentence: at.context.text, add: !inScope, ...(why && { why }) };
	return {
		label: shown(key),
		labelDetails: {
			...(authors && { detail: ` ${authors}` }),
			description: (inScope ? '' : '+ ') + shortTitle(titleOf(paper), key, authors),
		},
		kind: CompletionItemKind.Reference,
		// The editor filters and sorts by itself: give it what was typed, and the rank.
		filterText: at.filterText,
		sortText: rank.toString().padStart(3, '0'),
		textEdit: { range: at.range, newText: at.write(key) },
		...(at.before.length > 0 && { additionalTextEdits: [...at.before] }),
		// A key that nobody has can be typed and gone on from: only the beginning of one is completed by what follows it.
		...(isBegun(key, at.query) && { commitCharacters: [at.separator] }),
		data,
	};
}
