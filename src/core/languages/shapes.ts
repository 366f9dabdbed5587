import { skipBlanks, skipGroup, skipOptional } from './arguments.ts';

/** Brackets of optional arguments by their letter in the shape of a command. */
export const brackets: Readonly<Record<string, string>> = { o: '[', a: '<', p: '(' };

/** The arguments of a command, taken by its shape. */
export interface Taken {
	/** As written, one for each letter; undefined for a star, and for what was left out. */
	readonly values: readonly (string | undefined)[];
	/** Behind the last of them. */
	readonly end: number;
	/** What the shape still takes where the text ended; undefined where all was there, or something else stood there. */
	readonly rest: string | undefined;
}

/** Takes the arguments of a command that begin at `after`, as far as they stand there. */
export function takeArguments(text: string, after: number, shape: string): Taken {
	const values: (string | undefined)[] = [];
	let at = after;
	for (let index = 0; index < shape.length; index++) {
		const letter = shape[index]!;
		if (letter === '+') continue;
		const next = skipBlanks(text, at);
		if (next >= text.length) return { values, end: at, rest: shape.slice(index) };
		if (letter === '*') {
			values.push(undefined);
			while (text[at] === '*') at++;
			continue;
		}
		const optional = brackets[letter];
		if (text[next] === (optional ?? '{')) {
			const close = optional ? skipOptional(text, next) : skipGroup(text, next);
			if (close < 0) break;
			values.push(text.slice(next + 1, close - 1).trim());
			at = close;
		} else if (optional) values.push(undefined);
		else break;
	}
	return { values, end: at, rest: undefined };
}
