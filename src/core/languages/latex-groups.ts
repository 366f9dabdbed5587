import { lineEnd, nameEnd } from './arguments.ts';
import type { State } from './latex-state.ts';

/** Groups of a text, followed as far as is asked, in one pass. */
export interface Groups {
	/** Tells the state which groups begin and end up to an offset; offsets must not go back. */
	advance(to: number): void;
	/** What is no TeX there; spans in order. */
	skip(start: number, end: number): void;
	/** How deep the place that was asked for last is. */
	depth(): number;
	/** True where that place is in the argument of a command, which may or may not be carried out there. */
	isArgument(): boolean;
	/** How many groups and ends of groups were looked at so far. */
	steps(): number;
}

const [PERCENT, BACKSLASH, OPEN, CLOSE] = [37, 92, 123, 125];
const ENVIRONMENT = /\{[^{}\\\n]{1,60}\}/y;
/** Braces that an environment may leave open inside: a text of nothing else takes no longer than any. */
const MAX_UNCLOSED = 100;
/** In front of the brace of an argument. */
const OF_COMMAND = /[a-zA-Z@\]}*]/;
/** What the commands that begin and end groups begin with. */
const [LETTER_B, LETTER_E] = [98, 101];
/** `\begingroup`, among the names of environments. */
const BARE = '';

export function createGroups(text: string, state: State): Groups {
	/** What is open: where a brace stands, and of others the number of their name, from -1 down. */
	const open: number[] = [];
	const names = new Map<string, number>();
	/** How many of each name are open. */
	const counts: number[] = [];
	const skips: { readonly start: number; readonly end: number }[] = [];
	let passed = 0;
	let at = 0;
	let steps = 0;

	function pop(): void {
		const what = open.pop()!;
		if (what < 0) counts[-what]!--;
		state.end();
		steps++;
	}

	function push(name: string): void {
		const number = names.get(name) ?? names.size + 1;
		names.set(name, number);
		counts[number] = (counts[number] ?? 0) + 1;
		open.push(-number);
		state.begin();
	}

	/** Ends what is not closed in an environment with it. */
	function popTo(name: string): void {
		const number = names.get(name) ?? 0;
		if (number === 0 || counts[number] === 0) return;
		const least = Math.max(0, open.length - MAX_UNCLOSED);
		let index = open.length - 1;
		for (; index >= least && open[index] !== -number; index--) steps++;
		while (index >= least && open.length > index) pop();
	}

	/** A command that begins or ends a group, by what is behind its backslash; returns where to go on. */
	function command(from: number): number {
		const end = nameEnd(text, from);
		const name = text.slice(from, end);
		if (name === 'begin' || name === 'end') {
			ENVIRONMENT.lastIndex = end;
			const named = ENVIRONMENT.exec(text)?.[0];
			if (named && named !== '{document}') {
				if (name === 'begin') push(named);
				else popTo(named);
			}
		} else if (name === 'begingroup' || name === 'bgroup') push(BARE);
		else if (name === 'endgroup' || name === 'egroup') popTo(BARE);
		return end;
	}

	return {
		advance(to) {
			let next = at;
			while (next < to) {
				const code = text.charCodeAt(next);
				if (code !== OPEN && code !== CLOSE && code !== BACKSLASH && code !== PERCENT) {
					next++;
					continue;
				}
				while (passed < skips.length && skips[passed]!.end <= next) passed++;
				const skip = skips[passed];
				if (skip && skip.start <= next) {
					next = skip.end;
				} else if (code === PERCENT) next = lineEnd(text, next);
				else if (code === OPEN) {
					open.push(next);
					state.begin();
					next++;
				} else if (code === CLOSE) {
					if (open.length > 0 && open[open.length - 1]! >= 0) pop();
					next++;
				} else {
					const first = text.charCodeAt(next + 1);
					next = first === LETTER_B || first === LETTER_E ? command(next + 1) : next + 2;
				}
			}
			at = next;
		},
		skip: (start, end) => {
			skips.push({ start, end });
		},
		depth: () => open.length,
		isArgument: () => {
			const brace = open.at(-1) ?? -1;
			return brace > 0 && OF_COMMAND.test(text[brace - 1]!);
		},
		steps: () => steps,
	};
}
