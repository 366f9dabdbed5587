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

const run = /[\ue000-\uf8ff](?:[\s,;]*[\ue000-\uf8ff])*/g;

// Several rules ask for those of each statement.
const known = new WeakMap<Statement, readonly Group[]>();

/** The citations of a statement in groups, in order of the text. */
export function groupsOf(statement: Statement): readonly Group[] {
	const { text, citations } = statement;
	if (citations.length === 0) return [];
	const before = known.get(statement);
	if (before) return before;
	let next = 0;
	const groups = Array.from(text.matchAll(run), (match) => {
		const count = match[0].replace(/[\s,;]+/g, '').length;
		const group = citations.slice(next, next + count);
		next += count;
		return { citations: group, start: match.index, end: match.index + match[0].length };
	});
	known.set(statement, groups);
	return groups;
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
