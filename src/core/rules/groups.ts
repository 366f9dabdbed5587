import type { PeopleMention } from '../corpus/types.ts';
import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../text/statements.ts';
import type { DocumentView, StatementView } from './types.ts';

/** Citations that stand side by side in a sentence, `\cite{a}, \cite{b}`: they say one thing together. */
export interface Group {
	readonly citations: readonly Citation[];
	/** Their marks in the text of the statement, half-open. */
	readonly start: number;
	readonly end: number;
}

/** The citations of a statement in groups, in order of the text. */
export function groupsOf({ citations, runs }: Statement): readonly Group[] {
	let next = 0;
	return runs.map(({ start, end, count }) => {
		const from = next;
		next += count;
		return { citations: citations.slice(from, next), start, end };
	});
}

/** What a group cites; undefined where it is half typed, or where a key stands for no paper that is known. */
export function citedBy({ papers }: DocumentView, { citations }: Group): readonly Paper[] | undefined {
	const found: Paper[] = [];
	for (const { closed, items } of citations) {
		for (const { key } of items) {
			const paper = papers.get(key);
			if (!paper || !closed) return undefined;
			found.push(paper);
		}
	}
	return found.length > 0 ? found : undefined;
}

/** The people that a sentence names right in front of a group. */
export function peopleInFront({ text, people }: StatementView, group: Group): PeopleMention | undefined {
	const found = people.findLast(({ end }) => end <= group.start);
	return found && /^[\s~,(["']*$/.test(text.slice(found.end, group.start)) ? found : undefined;
}

/** What a problem with a group marks: its key where there is one, otherwise all keys of its first citation. */
export function spanOf({ citations }: Group): Span {
	const { items, list } = citations[0]!;
	return items.length === 1 ? items[0]!.span : list;
}
