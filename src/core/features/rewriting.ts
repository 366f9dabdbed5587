import * as l10n from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import type { Citation } from '../model/citation.ts';
import type { FileEdit } from '../model/problem.ts';
import { citePackage, roleOf, sampleOf } from '../project/ways-to-cite.ts';
import { shown } from '../text/shown.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { type OtherWay, otherWays } from './change-way.ts';
import { mergers } from './merge-citations.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';
import { type SortBy, sortKeys } from './sort-keys.ts';
import type { Views } from './views.ts';

/** Characters of a title. */
const titleLimit = 120;

/** A change of how citations are written, not of what they cite. */
export interface Rewrite {
	readonly title: string;
	readonly edits: readonly FileEdit[];
}

/** Writing citations otherwise. Nothing throws for what a document contains. */
export interface Rewriting {
	/** The edits that sort the keys of citations in a range, of the whole document without one. */
	sortKeys(uri: string, by: SortBy, range: Range | undefined, token: CancellationToken): Promise<readonly FileEdit[]>;
	/** The edits that make one of neighbouring citations in a range, of the whole document without one, where that is sure. */
	mergeCitations(uri: string, range: Range | undefined, token: CancellationToken): Promise<readonly FileEdit[]>;
	/** The other ways in which the citation at a place can be written; undefined where there is no citation. */
	otherWays(uri: string, position: Position, token: CancellationToken): Promise<readonly OtherWay[] | undefined>;
	/** What can be written otherwise at a place or in a selection, one change each. */
	rewrites(uri: string, range: Range, token: CancellationToken): Promise<readonly Rewrite[]>;
}

export function createRewriting({ corpus, views }: { readonly corpus: Corpus; readonly views: Views }): Rewriting {
	const waysOf = async (view: DocumentScope, citation: Citation, token: CancellationToken) => {
		const keys = citation.items.map(({ key }) => key);
		return otherWays(view, citation, await corpus.papers(keys, view.scope, token));
	};
	return {
		async sortKeys(uri, by, range, token) {
			const view = await views.scopeOf(uri, token);
			return view ? sortKeys(view, corpus, citationsIn(view, range), by, token) : [];
		},
		async mergeCitations(uri, range, token) {
			const view = await views.scopeOf(uri, token);
			if (!view) return [];
			const meant = new Set(citationsIn(view, range));
			const sure = mergers(view).filter(({ isSure, citations }) => isSure && citations.every((one) => meant.has(one)));
			return sure.map(({ edit }) => edit);
		},
		async otherWays(uri, position, token) {
			const view = await views.scopeOf(uri, token);
			const citation = view && placeAt(view, position)?.citation;
			return citation && waysOf(view, citation, token);
		},
		async rewrites(uri, range, token) {
			const view = await views.scopeOf(uri, token);
			if (!view) return [];
			const here = new Set(citationsIn(view, range));
			if (here.size === 0) return [];
			const sorted = (by: SortBy) => sortKeys(view, corpus, [...here], by, token);
			const [byKey, byYear] = [await sorted('key'), await sorted('year')];
			const isSameOrder = JSON.stringify(byKey) === JSON.stringify(byYear);
			const merges = mergers(view).filter(({ citations }) => citations.some((one) => here.has(one)));
			const citation = placeAt(view, range.start)?.citation;
			const other = citation && counterpart(view, citation, await waysOf(view, citation, token));
			return [
				...(other ? [{ title: shown(l10n.t('Cite as {0}', other.written), titleLimit), edits: other.edits }] : []),
				...merges.map(({ edit }) => ({
					title: shown(l10n.t('Merge with the citation beside it: {0}', edit.newText), titleLimit),
					edits: [edit],
				})),
				{ title: l10n.t('Sort the keys of this citation'), edits: byKey },
				...(isSameOrder ? [] : [{ title: l10n.t('Sort the keys of this citation by year'), edits: byYear }]),
			].filter(({ edits }) => edits.length > 0);
		},
	};
}

/** The citations that a range touches; all of the document without one. */
function citationsIn({ document, semantics }: DocumentScope, range: Range | undefined): readonly Citation[] {
	if (!range) return semantics.citations;
	const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
	return semantics.citations.filter(({ span }) => span.start <= end && span.end >= start);
}

/** Of other ways, the one that says in the sentence what stands behind it, or the other way round; one that works here. */
function counterpart(view: DocumentScope, citation: Citation, others: readonly OtherWay[]): OtherWay | undefined {
	const own = sampleOf(view, citation);
	if (!own) return undefined;
	const { language, project } = view;
	const wanted = roleOf(own, language) === 'textual' ? 'behind' : 'textual';
	const works = ({ count }: OtherWay) => count > 0 || language.id !== 'latex' || citePackage(project) !== undefined;
	return others.find((other) => other.role === wanted && works(other));
}
