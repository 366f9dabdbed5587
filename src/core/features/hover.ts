import * as l10n from '@vscode/l10n';
import type { Hover, MarkupContent, Position } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import type { Project } from '../project/types.ts';
import { card } from '../render/card.ts';
import { escapeMarkdown } from '../render/escape-markdown.ts';
import { authorsAndYear, titleOf } from '../render/label.ts';
import { shown } from '../text/shown.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName } from '../util/paths.ts';
import { rangeOf } from './bibliography-text.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** Keys that an overview lists. */
const overviewLimit = 20;

/** Places listed where a paper is cited elsewhere. */
const elsewhereLimit = 6;

/** What is shown over a key. */
export interface CardHover extends Hover {
	/** The paper that it is about: there, more can be done with it. Without one, the key is unknown. */
	readonly about?: { readonly key: string };
}

/** The card of the key under the cursor; over the command, an overview of all its keys. */
export async function hover(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	token: CancellationToken,
): Promise<CardHover | undefined> {
	const place = placeAt(view, position);
	if (!place) return undefined;
	const { citation, item } = place;
	const [paper] = item?.key ? await corpus.papers([item.key], view.scope, token) : [];
	const parts = item?.key
		? await oneKey(view, corpus, item.key, item.span, paper, token)
		: await overview(view, corpus, citation, token);
	if (token.isCancellationRequested || parts.length === 0) return undefined;
	const span = item?.key ? item.span : citation.span;
	const { document } = view;
	const value = parts.join('\n\n');
	const contents: MarkupContent = { kind: 'markdown', value };
	return { contents, range: rangeOf(document, span), ...(paper && item && { about: { key: item.key } }) };
}

async function oneKey(
	view: DocumentScope,
	corpus: Corpus,
	key: string,
	span: Span,
	paper: Paper | undefined,
	token: CancellationToken,
): Promise<string[]> {
	const context = view.contextAt(span.start);
	if (paper) {
		const sources = [...new Set(paper.provenance.map(({ file }) => baseName(file)))].map(escapeMarkdown).join(', ');
		return [
			card(paper, context.text),
			`---\n\n${[
				l10n.t('`{0}` in {1}', code(key), sources),
				...citedElsewhere(view.project, key, { file: view.document.uri, span }),
			].join(' · ')}`,
		];
	}
	if (view.project.localKeys.has(key)) return [l10n.t('`{0}` is defined in the document itself.', code(key))];
	const question = { key, context, scope: view.scope, beyond: view.beyond, limit: 3 };
	const hits = await corpus.repair(question, token);
	const meant = hits.map(
		(hit) =>
			`- \`${code(hit.key)}\`: ${escapeMarkdown(titleOf(hit.paper))} (${escapeMarkdown(authorsAndYear(hit.paper))})`,
	);
	const heading = l10n.t('No entry has the key `{0}`.', code(key));
	return meant.length > 0 ? [`${heading} ${l10n.t('Perhaps it was meant to be:')}`, meant.join('\n')] : [heading];
}

async function overview(
	view: DocumentScope,
	corpus: Corpus,
	citation: Citation,
	token: CancellationToken,
): Promise<string[]> {
	const keys = citation.items.map(({ key }) => key).filter(Boolean);
	const papers = await corpus.papers(keys, view.scope, token);
	const lines = keys.slice(0, overviewLimit).map((key, index) => overviewLine(key, papers[index]));
	if (keys.length > overviewLimit) lines.push(l10n.t('- and {0} more', keys.length - overviewLimit));
	return lines.length > 0 ? [lines.join('\n')] : [];
}

function overviewLine(key: string, paper: Paper | undefined): string {
	if (!paper) return l10n.t('- `{0}`: no such entry', code(key));
	const [at] = paper.provenance;
	const place = at && `${at.file}#L${(at.keyRange ?? at.range).start.line + 1}`;
	const name = place && /^[^\s()<>]+$/.test(place) ? `[\`${code(key)}\`](${place})` : `\`${code(key)}\``;
	return `- ${name}: **${escapeMarkdown(titleOf(paper))}** (${escapeMarkdown(authorsAndYear(paper))})`;
}

/** A key inside a code span: it may hold anything but what would end the span. */
function code(key: string): string {
	return shown(key).replaceAll('`', "'");
}

/** Where else a key is cited, in words; nothing where it is not. */
function citedElsewhere(project: Project, key: string, here: { file: string; span: Span }): readonly string[] {
	// A line is one place, however often it cites.
	const places = new Set<string>();
	for (const [uri, { document, semantics }] of project.documents) {
		for (const { items } of semantics.citations) {
			for (const item of items) {
				if (item.key !== key || (uri === here.file && item.span.start === here.span.start)) continue;
				places.add(placeLink(uri, document.positionAt(item.span.start).line));
			}
		}
	}
	if (places.size === 0) return [];
	const listed = [...places].slice(0, elsewhereLimit).join(', ');
	return places.size > elsewhereLimit
		? [l10n.t('also cited at {0} and {1} more', listed, places.size - elsewhereLimit)]
		: [l10n.t('also cited at {0}', listed)];
}

/** A link to a line, counted from zero, of a file. */
export function placeLink(uri: string, line: number): string {
	return `[${escapeMarkdown(baseName(uri))}:${line + 1}](${uri}#L${line + 1})`;
}
