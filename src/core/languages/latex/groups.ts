import { finder, lineEnd, nameEnd } from '../arguments.ts';
import type { State } from './state.ts';

/** Groups of a text, followed as far as is asked, in one pass. */
export interface Groups {
	/** Tells the state which groups begin and end up to an offset; offsets must not go back. */
	advance(to: number): void;
	/** What is no TeX there; spans in order. */
	skip(start: number, end: number): void;
	/** A document begins there: nothing is open. */
	restart(at: number): void;
	/** How deep the place that was asked for last is. */
	depth(): number;
	/** True where that place is in the argument of a command, which may or may not be carried out there. */
	isArgument(): boolean;
	/** How many groups were ended or looked at for an end so far. */
	steps(): number;
}

const [PERCENT, BACKSLASH, OPEN, CLOSE] = [37, 92, 123, 125];
const ENVIRONMENT = /\{[^{}\\\n]{1,60}\}/y;
/** Braces that an environment may leave open inside: a text of nothing else takes no longer than any. */
const MAX_UNCLOSED = 100;
/** In front of the brace of an argument. */
const OF_COMMAND = /[a-zA-Z@\]}*]/;
/** What the names of commands that begin and end groups without braces end with, and how they begin. */
const BARE = 'group';
const [BEGINS, ENDS] = [
	['\\b', '\\begin'],
	['\\e', '\\end'],
];

export function createGroups(text: string, state: State): Groups {
	/** What is open: where a brace stands, and of others the number of their name, from -1 down. */
	const open: number[] = [];
	const names = new Map<string, number>();
	/** How many of each name are open. */
	const counts: number[] = [];
	const skips: { readonly start: number; readonly end: number }[] = [];
	let passed = 0;
	let at = 0;
	/** Offset behind what was skipped last. */
	let floor = 0;
	let steps = 0;
	// Of all characters these count only; most texts hold few of them.
	const [opens, closes, percents, bares] = [
		finder(text, '{'),
		finder(text, '}'),
		finder(text, '%'),
		finder(text, BARE),
	];

	function pop(): void {
		const what = open.pop()!;
		if (what < 0) counts[-what]!--;
		state.end();
		steps++;
	}

	function begin(name: string): void {
		const number = names.get(name) ?? names.size + 1;
		names.set(name, number);
		counts[number] = (counts[number] ?? 0) + 1;
		open.push(-number);
		state.begin();
	}

	/** Ends what is not closed in an environment with it. */
	function end(name: string): void {
		const number = names.get(name) ?? 0;
		if (number === 0 || counts[number] === 0) return;
		const least = Math.max(0, open.length - MAX_UNCLOSED);
		let index = open.length - 1;
		for (; index >= least && open[index] !== -number; index--) steps++;
		while (index >= least && open.length > index) pop();
	}

	/** True where a backslash takes what follows for a character: an odd number of them stands in front. */
	function isEscaped(place: number): boolean {
		let first = place;
		while (first > floor && text.charCodeAt(first - 1) === BACKSLASH) first--;
		return (place - first) % 2 === 1;
	}

	/** True where a command stands in front, of which this is the beginning. */
	const follows = (beginning: string, place: number): boolean => {
		const start = place - beginning.length;
		return start >= floor && text.startsWith(beginning, start) && !isEscaped(start);
	};

	function brace(place: number): void {
		const begins = follows('\\begin', place);
		if (begins || follows('\\end', place)) {
			ENVIRONMENT.lastIndex = place;
			const name = ENVIRONMENT.exec(text)?.[0];
			if (name && name !== '{document}') {
				if (begins) begin(name);
				else end(name);
			}
		}
		open.push(place);
		state.begin();
	}

	/** Takes in what stands at a place; returns where to go on. */
	function pass(place: number): number {
		const code = text.charCodeAt(place);
		if (code === OPEN || code === CLOSE || code === PERCENT) {
			if (isEscaped(place)) return place + 1;
			if (code === PERCENT) return lineEnd(text, place);
			if (code === OPEN) brace(place);
			else if (open.length > 0 && open[open.length - 1]! >= 0) pop();
			return place + 1;
		}
		const stop = place + BARE.length;
		if (nameEnd(text, place) !== stop) return stop;
		if (BEGINS!.some((beginning) => follows(beginning, place))) begin(BARE);
		else if (ENDS!.some((beginning) => follows(beginning, place))) end(BARE);
		return stop;
	}

	return {
		advance(to) {
			while (at < to) {
				const place = Math.min(opens(at), closes(at), percents(at), bares(at));
				if (place >= to) {
					at = to;
					return;
				}
				while (passed < skips.length && skips[passed]!.end <= place) passed++;
				const skip = skips[passed];
				if (skip && skip.start <= place) at = floor = skip.end;
				else at = pass(place);
			}
		},
		skip: (start, end) => {
			skips.push({ start, end });
		},
		restart(start) {
			if (start < at) return;
			at = floor = start;
			while (open.length > 0) pop();
		},
		depth: () => open.length,
		isArgument: () => {
			const last = open.at(-1) ?? -1;
			return last > 0 && OF_COMMAND.test(text[last - 1]!);
		},
		steps: () => steps,
	};
}
