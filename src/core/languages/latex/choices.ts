import { readTest } from './conditional.ts';
import { atEnd, type Expander, look, nextCharacter, replace, show } from './expander.ts';
import { markOf } from './marks.ts';
import { noValue, type Parameter, takeParameters } from './parameters.ts';

// Commands that choose among their arguments, or do something with each item of one, in a text that is being expanded.

const TESTS = new Set(['ifblank', 'ifthenelse', 'IfBooleanTF', 'IfNoValueTF', 'forcsvlist', 'foreachof']);
const GROUP: Parameter = { kind: 'braced' };
const [one, two, three] = [[GROUP], [GROUP, GROUP], [GROUP, GROUP, GROUP]];
const MAX_ITEMS = 100;

/** Tests whose arguments are looked at: `\ifblank`, `\ifthenelse`, …, and loops over lists. */
export const isTest = (name: string): boolean => TESTS.has(name);

/** One of the tests. */
export function test(expander: Expander, name: string, from: number): void {
	const { values, end, missing } = takeParameters(expander.input, from, name === 'forcsvlist' ? two : three);
	if (missing !== undefined) {
		expander.at = from;
		return;
	}
	const [first, second, third] = values.map(({ text }) => text) as [string, string, string];
	const plain = look(expander, first).trim();
	const choose = (condition: boolean | undefined) =>
		replace(expander, condition === undefined ? `${second} ${third}` : condition ? second : third, end);
	if (name === 'ifblank') choose(plain === '');
	else if (name === 'IfBooleanTF') {
		choose(plain === '\\BooleanTrue' ? true : plain === '\\BooleanFalse' ? false : undefined);
	} else if (name === 'IfNoValueTF') choose(plain === noValue);
	else if (name === 'ifthenelse') choose(readTest(plain, expander.state));
	else if (name === 'forcsvlist') {
		loop(expander, second, (item) => `${plain}{${item}}`, end);
	} else {
		show(expander, third);
		const body = look(expander, third);
		loop(expander, second, (item) => body.replaceAll(plain, item), end);
	}
}

/** A list whose items are all cited is a list of keys. */
function loop(expander: Expander, list: string, each: (item: string) => string, end: number): void {
	const index = markOf(list);
	const items = look(expander, list)
		.replace(/^\s*\{|\}\s*$/g, '')
		.split(',')
		.map((item) => item.trim());
	replace(expander, items.slice(0, MAX_ITEMS).map(each).join(' '), end);
	if (index !== undefined) expander.loops.push({ index, items });
}

/**
 * Commands that look at what follows: `\@ifstar`, `\@ifnextchar`, `\@testopt`, `\@dblarg`.
 *
 * @returns False for other commands.
 */
export function lookAhead(expander: Expander, name: string, from: number): boolean {
	const { input, following } = expander;
	if (name === '@ifstar') {
		const { values, end, missing } = takeParameters(input, from, two);
		if (missing !== undefined) return true;
		const isStarred = nextCharacter(expander, end) === '*';
		const isLast = atEnd(expander, end);
		if (isLast) expander.rest += '*';
		replace(expander, values[isStarred ? 0 : 1]!.text, isStarred && !isLast ? input.indexOf('*', end) + 1 : end);
		return true;
	}
	if (name === '@ifnextchar' || name === 'kernel@ifnextchar') {
		const { values, end, missing } = takeParameters(input, from, three);
		if (missing !== undefined) return true;
		const isNext = nextCharacter(expander, end) === values[0]!.text;
		replace(expander, values[isNext || following === '' ? 1 : 2]!.text, end);
		return true;
	}
	if (name === '@testopt' || name === '@dblarg') {
		const { values, end, missing } = takeParameters(input, from, name === '@testopt' ? two : one);
		if (missing !== undefined) return true;
		const isThere = nextCharacter(expander, end) === '[';
		replace(expander, values[0]!.text + (isThere ? '' : `[${values[1]?.text ?? ''}]`), end);
		return true;
	}
	return false;
}
