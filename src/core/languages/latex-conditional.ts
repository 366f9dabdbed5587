import { notConditionals } from './latex-commands.ts';

/**
 * Offset behind what `\iffalse` hides: behind its `\fi`, or its `\else`, whose part is shown. Conditionals nest. -1 where
 * nothing ends it.
 *
 * @param from Offset behind `\iffalse`.
 */
export function skipConditional(text: string, from: number): number {
	const token = /\\(?:([a-zA-Z@]+)|[\s\S])|%[^\n]*/g;
	token.lastIndex = from;
	let depth = 1;
	for (let match = token.exec(text); match; match = token.exec(text)) {
		const name = match[1];
		if (!name) continue;
		if (name === 'fi') {
			if (--depth === 0) return token.lastIndex;
		} else if (name === 'else') {
			if (depth === 1) return token.lastIndex;
		} else if (name.startsWith('if') && !notConditionals.has(name)) depth++;
	}
	return -1;
}
