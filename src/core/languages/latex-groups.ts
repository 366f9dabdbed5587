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
}

const [PERCENT, BACKSLASH, OPEN, CLOSE] = [37, 92, 123, 125];
const ENVIRONMENT = /\{[^{}\\\n]{1,60}\}/y;
/** Braces that an environment may leave open inside: a text of nothing else takes no longer than any. */
const MAX_UNCLOSED = 100;
/** In front of the brace of an argument. */
const OF_COMMAND = /[a-zA-Z@\]}*]/;
/** What the commands that begin and end groups begin with. */
const [LETTER_B, LETTER_E] = [98, 101];

export function createGroups(text: string, state: State): Groups {
	/** `{` of a group, `a` of an argument, the name of an environment in braces, `b` of `\begingroup`. */
	const open: string[] = [];
	const skips: { start: number; end: number }[] = [];
	let passed = 0;
	let at = 0;

	function push(what: string): void {
		open.push(what);
		state.begin();
	}

	function pop(): void {
		open.pop();
		state.end();
	}

	/** Ends what is not closed in an environment with it. */
	function popTo(what: string): void {
		const least = Math.max(0, open.length - MAX_UNCLOSED);
		let index = open.length - 1;
		while (index >= least && open[index] !== what) index--;
		while (index >= least && open.length > index) pop();
	}

	function environment(from: number): string | undefined {
		ENVIRONMENT.lastIndex = from;
		const name = ENVIRONMENT.exec(text)?.[0];
		return name === '{document}' ? undefined : name;
	}

	return {
		advance(to) {
			while (at < to) {
				const code = text.charCodeAt(at);
				if (code !== OPEN && code !== CLOSE && code !== BACKSLASH && code !== PERCENT) {
					at++;
					continue;
				}
				while (passed < skips.length && skips[passed]!.end <= at) passed++;
				const skip = skips[passed];
				if (skip && skip.start <= at) {
					at = skip.end;
					continue;
				}
				if (code === PERCENT) at = lineEnd(text, at);
				else if (code === OPEN) {
					push(OF_COMMAND.test(text[at - 1] ?? '') ? 'a' : '{');
					at++;
				} else if (code === CLOSE) {
					if (open.at(-1) === 'a' || open.at(-1) === '{') pop();
					at++;
				} else {
					const first = text.charCodeAt(at + 1);
					if (first !== LETTER_B && first !== LETTER_E) {
						at += 2;
						continue;
					}
					const end = nameEnd(text, at + 1);
					const name = text.slice(at + 1, end);
					at = end;
					if (name === 'begin' || name === 'end') {
						const named = environment(end);
						if (named && name === 'begin') push(named);
						else if (named) popTo(named);
					} else if (name === 'begingroup' || name === 'bgroup') push('b');
					else if (name === 'endgroup' || name === 'egroup') popTo('b');
				}
			}
		},
		skip: (start, end) => {
			skips.push({ start, end });
		},
		depth: () => open.length,
		isArgument: () => open.at(-1) === 'a',
	};
}
