import type { Macro } from '../types.ts';
import type { Argument } from './parameters.ts';
import type { State } from './state.ts';

// Texts that are being expanded: where the arguments of the document stand in them, and what keys they hold.

/** Private characters mark where an argument of the text begins, by its index, and ends. */
export const MARK = 0xe000;
export const END_MARK = 0xe0ff;
/** Arguments that are taken from behind the command are marked from here on. */
export const PADS = 100;
export const MARKS = /[\uE000-\uE0FF]/g;
const WHOLE = /^\s*([\uE000-\uE0FE])[^\uE000-\uE0FF]*\uE0FF\s*$/;
/** Commas outside of arguments. */
const BETWEEN = /,(?![^\uE000-\uE0FE]*\uE0FF)/;
const COMMAND = /\\([a-zA-Z@]+)\s*(?:\{\})?/g;

/** Puts the arguments of a command into its body. */
export function substitute({ body }: Macro, values: readonly string[]): string {
	if (!body.includes('#')) return body;
	return body.replace(/##|#([1-9])/g, (whole, digit: string | undefined) =>
		digit === undefined ? '#' : (values[Number(digit) - 1] ?? whole),
	);
}

/** An argument as it stands in the text, told from what a body says. */
export function marked({ text, start }: Argument, index: number): string {
	return start < 0
		? text
		: `${String.fromCharCode(MARK + index)}${text.replace(MARKS, ' ')}${String.fromCharCode(END_MARK)}`;
}

/** The index of the argument that a text consists of; undefined where there is more to it. */
export function markOf(text: string): number | undefined {
	const mark = WHOLE.exec(text)?.[1];
	return mark === undefined ? undefined : mark.charCodeAt(0) - MARK;
}

/** The parts of a list; commas in an argument part the argument, not the list. */
export function partsOf(list: string): readonly string[] {
	if (markOf(list) !== undefined) return [list];
	return list.includes(String.fromCharCode(END_MARK)) ? list.split(BETWEEN) : list.split(',');
}

/** Offset behind the end of a marked argument whose mark was passed. */
export function endOfMark(text: string, from: number): number {
	let depth = 1;
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === END_MARK) {
			if (--depth === 0) return at + 1;
		} else if (code >= MARK && code < END_MARK) depth++;
	}
	return text.length;
}

/** Keys in a list, with the plain texts of commands filled in; those that stay unknown are left out. */
export function keysIn(state: State, list: string): readonly string[] {
	let text = list.replace(/%[^\n]*\n?\s*/g, '');
	for (let round = 0; round < 5 && text.includes('\\') && text.length < 5000; round++) {
		text = text.replace(COMMAND, (command, name: string) => {
			const own = state.get(name);
			return own && own.others.length === 0 && own.macro.parameters.length === 0 && !own.primitive
				? own.macro.body
				: command;
		});
	}
	return text
		.replace(MARKS, '')
		.split(',')
		.map((key) => trimmed(key))
		.filter((key) => key !== '' && !/[\\#\s]/.test(key));
}

function trimmed(key: string): string {
	const plain = key.trim();
	return plain.startsWith('{') && plain.endsWith('}') ? plain.slice(1, -1).trim() : plain;
}
