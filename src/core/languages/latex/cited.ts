import type { CiteCommand } from '../cite-commands.ts';
import { brackets } from '../shapes.ts';
import { type Expander, look, nextCharacter, show } from './expander.ts';
import { keysIn, markOf, partsOf } from './marks.ts';
import { type Parameter, skipSpace, takeParameters } from './parameters.ts';

// Cite commands that everybody knows, in a text that is being expanded: which arguments of the document are keys.

const GROUP: Parameter = { kind: 'braced' };
const closers: Readonly<Record<string, string>> = { '[': ']', '<': '>', '(': ')' };

/** Takes a cite command into account whose name ends at `from`. */
export function citeIn(expander: Expander, command: CiteCommand, from: number): void {
	const { input } = expander;
	const { shape } = command;
	const plus = shape.indexOf('+');
	const once = plus < 0 ? shape : shape.slice(0, plus);
	const again = plus < 0 ? '' : shape.slice(plus + 1);
	let place = from;
	let found = false;
	for (let round = once + again; round !== ''; round = again) {
		let cited = false;
		for (let index = 0; index < round.length; index++) {
			const letter = round[index]!;
			if (!cited && round !== again && skipSpace(input, place) >= input.length) {
				expander.rest += round.slice(index) + (again && `+${again}`);
				found = true;
				break;
			}
			if (letter === '*') {
				if (nextCharacter(expander, place) === '*') place = input.indexOf('*', place) + 1;
				continue;
			}
			const open = skipSpace(input, place);
			const bracket = brackets[letter];
			if (bracket ? input[open] !== bracket : input[open] !== '{' && (cited || round === again)) continue;
			const parameter: Parameter = bracket
				? { kind: 'bracket', open: bracket, close: closers[bracket]!, required: true, otherwise: '' }
				: GROUP;
			const taken = takeParameters(input, open, [parameter]);
			if (taken.missing !== undefined) break;
			place = taken.end;
			if (letter !== 'k') {
				show(expander, taken.values[0]!.text);
				continue;
			}
			cited = true;
			if (addKeys(expander, taken.values[0]!.text)) found = true;
		}
		if (!cited || !again) break;
	}
	if (found) expander.commands.push(command);
	expander.at = place;
}

/** @returns True where there are keys in the list, or an argument. */
function addKeys(expander: Expander, list: string): boolean {
	const { state, keys, lists, restIndexes } = expander;
	let found = false;
	for (const part of partsOf(list)) {
		const index = markOf(part) ?? -1;
		const place = restIndexes.get(index);
		if (place !== undefined) {
			expander.rest = `${expander.rest.slice(0, place)}k${expander.rest.slice(place + 1)}`;
		} else if (index >= 0) lists.add(index);
		else show(expander, part);
		if (index < 0) look(expander, part);
		const own = index >= 0 ? [] : keysIn(state, part);
		for (const key of own) keys.add(key);
		found ||= index >= 0 || own.length > 0;
	}
	return found;
}
