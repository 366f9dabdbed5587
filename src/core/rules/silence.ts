import type { Suppression } from '../languages/types.ts';
import type { Problem } from '../model/problem.ts';
import type { SuppressionView } from './types.ts';

/** A comment that turns rules off, and where it stands. */
interface Comment extends Pick<Suppression, 'rules' | 'reach'> {
	readonly range: Problem['range'];
}

/** What the comments of one file turn off, and which of them do. */
export interface Silence {
	/** Is a rule turned off on this line? With `byName`, by a comment that names it. */
	covers(rule: string, line: number, byName: boolean): boolean;
	/** Says that a rule was run; `whole`, if it saw all that it may speak of. */
	ran(rule: string, whole: boolean): void;
	comments(): Omit<SuppressionView, 'known'>[];
}

/** Stands for every rule. */
const all = '';

/** The comments of one file at work. */
export function createSilence(comments: readonly Comment[]): Silence {
	const held = comments.map((comment) => ({ ...comment, used: new Set<string>() }));
	const wholly = held.filter(({ reach }) => reach === 'file');
	const byLine = new Map<number, (typeof held)[number][]>();
	for (const comment of held) {
		if (comment.reach === 'file') continue;
		const { start, end } = comment.range;
		// Its line end may be a part of it.
		const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
		for (const line of new Set([start.line, last + 1])) byLine.set(line, [...(byLine.get(line) ?? []), comment]);
	}
	const judged = new Set<string>();
	let isWhole = true;
	return {
		covers(rule, line, byName) {
			let covered = false;
			for (const { rules, used } of [...wholly, ...(byLine.get(line) ?? [])]) {
				const id = rules.length === 0 ? all : rule;
				if (id === all ? byName : !rules.includes(id)) continue;
				used.add(id);
				covered = true;
			}
			return covered;
		},
		ran(rule, whole) {
			if (whole) judged.add(rule);
			else isWhole = false;
		},
		comments: () => held.map(({ rules, used, range }) => ({ rules, used, judged, isWhole, range })),
	};
}
