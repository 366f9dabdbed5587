import { nameEnd } from '../arguments.ts';
import { isConditional } from './commands.ts';
import { skipSpace, withoutMarks } from './parameters.ts';
import type { State } from './state.ts';

/**
 * Offset behind what is not read of a conditional: behind its `\fi`, or its `\else`, whose part is read. Conditionals
 * nest. -1 where nothing ends it.
 *
 * @param from Offset behind `\iffalse`, or behind the `\else` of what is true.
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
		} else if (isConditional(name)) depth++;
	}
	return -1;
}

export interface Condition {
	/** Undefined where it can't be told. */
	readonly value: boolean | undefined;
	/** Behind what is compared. */
	readonly end: number;
}

const MADE = /\s*([^\\{}]{1,60}?)\s*\\endcsname/y;
const NUMBER = /\s*(?:(-?\d{1,9})|\\([a-zA-Z@]+))\s?/y;
const RELATION = /\s*([<=>])/y;
const CHARACTERS = /\s*([^\s\\{}])([^\s\\{}])/y;
/** What nobody defines. */
const UNDEFINED = /^(?:undefined|@undefined|relax)$/;

/** What `\ifx\a\b`, `\ifnum1<2` and their like come to; `after` is behind the name. */
export function readCondition(text: string, after: number, name: string, state: State): Condition {
	const own = state.get(name);
	if (own) {
		const values = new Set([own.macro, ...own.others].map(({ body }) => switchValue(body)));
		return { value: values.size === 1 ? [...values][0] : undefined, end: after };
	}
	const unknown = { value: undefined, end: after };
	const match = (pattern: RegExp, at: number) => {
		pattern.lastIndex = at;
		return pattern.exec(text);
	};
	const number = (at: number): { readonly value: number; readonly end: number } | undefined => {
		const found = match(NUMBER, at);
		const entry = found?.[2] === undefined ? undefined : state.get(found[2]);
		const digits = found?.[1] ?? (entry?.others.length === 0 ? entry.macro.body : '');
		return found && /^-?\d+$/.test(digits) ? { value: Number(digits), end: at + found[0].length } : undefined;
	};
	switch (name) {
		case 'iftrue':
			return { value: true, end: after };
		case 'iffalse':
			return { value: false, end: after };
		case 'ifodd': {
			const one = number(after);
			return one ? { value: one.value % 2 !== 0, end: one.end } : unknown;
		}
		case 'ifnum': {
			const one = number(after);
			const relation = one && match(RELATION, one.end);
			const other = relation && number(one.end + relation[0].length);
			if (!one || !relation || !other) return unknown;
			const values = { '<': one.value < other.value, '=': one.value === other.value, '>': one.value > other.value };
			return { value: values[relation[1] as '<' | '=' | '>'], end: other.end };
		}
		case 'if': {
			const two = match(CHARACTERS, after);
			return two ? { value: two[1] === two[2], end: after + two[0].length } : unknown;
		}
		case 'ifx': {
			const [one, other] = commandsAt(text, after);
			if (!one || !other) return unknown;
			return { value: areSame(one.name, other.name, state), end: other.end };
		}
		case 'ifdefined': {
			const [one] = commandsAt(text, after);
			return one ? { value: state.get(one.name) ? true : undefined, end: one.end } : unknown;
		}
		case 'ifcsname': {
			const made = match(MADE, after);
			if (!made) return unknown;
			return { value: state.get(withoutMarks(made[1]!).trim()) ? true : undefined, end: after + made[0].length };
		}
		default:
			return unknown;
	}
}

/** What the first argument of `\ifthenelse` comes to, where it is one test of a common kind. */
export function readTest(test: string, state: State): boolean | undefined {
	const equal = /^\\equal\s*\{([^{}\\]*)\}\s*\{([^{}\\]*)\}$/.exec(test);
	if (equal) return equal[1] === equal[2];
	const name = /^\\boolean\s*\{([a-zA-Z@]+)\}$/.exec(test)?.[1];
	return name ? readCondition('', 0, `if${name}`, state).value : undefined;
}

/** What a switch stands for. */
function switchValue(body: string): boolean | undefined {
	return body === '\\iftrue' ? true : body === '\\iffalse' ? false : undefined;
}

function commandsAt(text: string, from: number): readonly { readonly name: string; readonly end: number }[] {
	const found: { name: string; end: number }[] = [];
	for (let at = skipSpace(text, from); text[at] === '\\' && found.length < 2; at = skipSpace(text, at)) {
		const end = nameEnd(text, at + 1);
		if (end === at + 1) break;
		found.push({ name: text.slice(at + 1, end), end });
		at = end;
	}
	return found;
}

/** What nobody here defined may be defined elsewhere: of that nothing is known. */
function areSame(one: string, other: string, state: State): boolean | undefined {
	if (one === other) return true;
	const [first, second] = [state.get(one), state.get(other)];
	if ((first?.others.length ?? 0) + (second?.others.length ?? 0) > 0) return undefined;
	if (first && second) {
		const [a, b] = [first.macro, second.macro];
		return a.body === b.body && a.parameters.length === b.parameters.length;
	}
	return (first && UNDEFINED.test(other)) || (second && UNDEFINED.test(one)) ? false : undefined;
}
