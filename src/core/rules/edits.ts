import * as l10n from '@vscode/l10n';
import { oneOfEachWork } from '../corpus/one-of-each-work.ts';
import type { Hit } from '../corpus/types.ts';
import { type Citation, type CiteItem, citationsAt } from '../model/citation.ts';
import type { FileEdit, Fix, Problem } from '../model/problem.ts';
import { type Span, touches } from '../model/span.ts';
import { citesOf } from '../project/cites.ts';
import { newCitation } from '../project/new-citation.ts';
import { waysToCite } from '../project/ways-to-cite.ts';
import { label } from '../render/label.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName } from '../util/paths.ts';
import type { DocumentView, FixView } from './types.ts';

// The edits that fixes are made of. Each keeps what surrounds a citation well formed.

export function replaceText({ document }: DocumentView, span: Span, newText: string): FileEdit {
	const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
	return { file: document.uri, range, newText };
}

/** The citation that a problem speaks of. */
export function citationAt(view: DocumentView, problem: Problem): Citation | undefined {
	const offset = view.document.offsetAt(problem.range.start);
	return citationsAt(view.semantics.citations, offset).find(({ span }) => offset < span.end);
}

/** The item that a problem speaks of: the first one that touches its range and that `accept` takes. */
export function itemAt(
	view: DocumentView,
	problem: Problem,
	accept: (item: CiteItem) => boolean = () => true,
): { readonly citation: Citation; readonly item: CiteItem; readonly index: number } | undefined {
	const citation = citationAt(view, problem);
	const start = view.document.offsetAt(problem.range.start);
	const end = view.document.offsetAt(problem.range.end);
	const index = citation?.items.findIndex(
		(item) => accept(item) && (touches({ start, end }, item.span.start) || touches(item.slot, start)),
	);
	if (!citation || index === undefined || index < 0) return undefined;
	return { citation, item: citation.items[index]!, index };
}

/** Does nothing but a comma stand between two items that follow each other? */
export function partedByComma({ document }: DocumentView, { slot }: CiteItem, next: CiteItem): boolean {
	return /^[,;]$/.test(document.getText().slice(slot.end, next.slot.start));
}

/** True where all items share one pair of braces or brackets, unlike biblatex's `\cites{a}{b}`. */
export function inOneList(view: DocumentView, { items }: Citation): boolean {
	return items.every((item, index) => {
		const next = items[index + 1];
		return !next || partedByComma(view, item, next);
	});
}

/** Puts the key of a hit at `span`, or what is to be written for it; a paper that only the corpus has is written to the bibliography as well. */
export async function insertKey(view: FixView, span: Span, hit: Hit, title: string, written = hit.key): Promise<Fix> {
	const change = replaceText(view, span, written);
	const entry = hit.inScope ? undefined : await view.addEntry(hit.paper);
	if (!entry) return { title, safe: false, edits: [change] };
	const withEntry = l10n.t('{0}, and add it to {1}', title, baseName(entry.file));
	return { title: withEntry, safe: false, edits: [change, entry] };
}

/** Papers that are offered for a slot at most. */
const offered = 5;

/** Fills an empty item with a paper that its sentence speaks of and that the citation does not have already. */
export async function fillSlot(
	view: FixView,
	citation: Citation,
	{ span }: CiteItem,
	token: CancellationToken,
): Promise<readonly Fix[]> {
	const context = view.contextAt(span.start);
	const question = { key: '', context, scope: view.scope, limit: 2 * offered, beyond: view.beyond };
	const cited = new Set(citesOf(view.project).keys);
	const works = oneOfEachWork(await view.corpus.repair(question, token), (key) => cited.has(key));
	const others = works.filter(({ key }) => citation.items.every((item) => item.key !== key)).slice(0, offered);
	return Promise.all(others.map((hit) => insertKey(view, span, hit, l10n.t('Cite {0}', label(hit.paper)))));
}

/** What a message advises where a hit is what the text means. */
export function ifMeant({ paper, key }: Hit): string {
	return l10n.t('If it means {0}, cite {1}.', label(paper), key);
}

/** Puts the key of a hit in place of what stands at `span`. */
export function changeTo(view: FixView, span: Span, hit: Hit): Promise<Fix> {
	return insertKey(view, span, hit, l10n.t('Change to {0}: {1}', hit.key, label(hit.paper)));
}

/** Cites a hit at an offset, behind a word, in the way that the document mostly cites. */
export function insertCitation(view: FixView, offset: number, hit: Hit, title: string): Promise<Fix> {
	const ways = waysToCite(view);
	const { sample } = ways.find(({ role }) => role === 'behind') ?? ways[0]!;
	const { newText, ...span } = newCitation(view, offset, [hit.key], sample);
	return insertKey(view, span, hit, title, newText);
}

/** Every item of the document that cites a key, with its citation. */
function* citing(view: DocumentView, key: string): Generator<{ readonly citation: Citation; readonly index: number }> {
	for (const citation of view.semantics.citations) {
		const index = citation.items.findIndex((item) => item.key === key);
		if (index >= 0 && !citation.inDefinition) yield { citation, index };
	}
}

/** Cites one key in place of another: where an item stands, and in the whole document where there is more of it. */
export function changeKey(view: DocumentView, from: CiteItem, key: string): readonly Fix[] {
	const all = [...citing(view, from.key)];
	const edits = (found: typeof all) =>
		found.flatMap(({ citation, index }) => {
			// No citation should have a key twice.
			if (citation.items.some((item) => item.key === key))
				return removeItem(view, citation, index, { safe: false }).edits;
			return [replaceText(view, citation.items[index]!.span, key)];
		});
	const here = all.filter(({ citation }) => citation.items.includes(from));
	const fixes = [{ title: l10n.t('Cite {0} here', key), safe: false, edits: edits(here) }];
	if (all.length < 2) return here.length > 0 ? fixes : [];
	return [{ title: l10n.t('Cite {0} everywhere in this document', key), safe: false, edits: edits(all) }, ...fixes];
}

/** Takes one item out of a citation with its separator, or the whole citation with its last item. */
export function removeItem(view: DocumentView, citation: Citation, index: number, { safe }: { safe: boolean }): Fix {
	const { items } = citation;
	const item = items[index]!;
	const title = item.key ? l10n.t('Remove {0} from this citation', item.key) : l10n.t('Remove the stray comma');
	if (items.length === 1 || !inOneList(view, citation)) return { ...removeCitation(view, citation), safe };
	const before = items[index - 1];
	const after = items[index + 1];
	const separator = before
		? { start: before.slot.end, end: item.slot.start }
		: { start: item.slot.end, end: after!.slot.start };
	const slot = view.document.getText().slice(item.slot.start, item.slot.end);
	if (slot.includes('%')) {
		// A comment beside the key is somebody's words: only the key and its comma go.
		const edits = [replaceText(view, separator, ''), ...(item.key ? [replaceText(view, item.span, '')] : [])];
		return { title, safe, edits };
	}
	const span = before
		? { start: before.slot.end, end: item.slot.end }
		: { start: item.slot.start, end: after!.span.start };
	return { title, safe, edits: [replaceText(view, span, '')] };
}

/** Takes out a citation with the space or tie in front of it. */
export function removeCitation(view: DocumentView, citation: Citation): Fix {
	const text = view.document.getText();
	let { start } = citation.span;
	while (start > 0 && /[ \t~]/.test(text[start - 1]!)) start--;
	// At the start of a line the indentation stays.
	if (start === 0 || text[start - 1] === '\n') start = citation.span.start;
	return {
		title: l10n.t('Remove this citation'),
		safe: false,
		edits: [replaceText(view, { start, end: citation.span.end }, '')],
	};
}
