import type { Position } from 'vscode-languageserver-types';
import { oneOfEachWork } from '../corpus/one-of-each-work.ts';
import type { Corpus, Hit } from '../corpus/types.ts';
import { citesOf } from '../project/cites.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** A paper that fits a place, and where the project cites it already. */
export interface Fit extends Hit {
	/** `here`: in the citation at the place itself. */
	readonly cited?: 'here' | 'elsewhere';
}

/** What fits a place of a document. */
export interface Fits {
	/** The sentence as plain text; empty where there is none, as in a preamble. */
	readonly sentence: string;
	readonly section?: string;
	/** Best first. */
	readonly papers: readonly Fit[];
}

/** Papers for the sentence at a place, those included that it cites already. */
export async function fitsAt(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	limit: number,
	token: CancellationToken,
): Promise<Fits> {
	const offset = view.document.offsetAt(position);
	const context = view.contextAt(offset);
	const { section } = context;
	// What stands in front of a document declares: none of it is a sentence.
	const [head] = view.semantics.opaque;
	const sentence = head && head.start === 0 && offset < head.end ? '' : context.text;
	const said = { sentence, ...(section && { section }) };
	// A title and an abstract alone say nothing of this place.
	if (sentence === '' && !section) return { ...said, papers: [] };
	const citing = view.citingSentences(offset);
	const question = { context, citing, scope: view.scope, beyond: view.beyond, limit: 2 * limit };
	const hits = await corpus.suggest(question, token);
	const here = new Set(placeAt(view, position)?.citation.items.map(({ key }) => key));
	const elsewhere = new Set(citesOf(view.project).keys);
	const works = oneOfEachWork(hits, (key) => here.has(key) || elsewhere.has(key));
	const papers = works.slice(0, limit).map((hit): Fit => {
		const keys = [hit.key, ...(hit.paper.aliases ?? [])];
		if (keys.some((key) => here.has(key))) return { ...hit, cited: 'here' };
		return keys.some((key) => elsewhere.has(key)) ? { ...hit, cited: 'elsewhere' } : hit;
	});
	return { ...said, papers };
}
