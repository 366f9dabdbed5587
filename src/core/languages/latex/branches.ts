import { readCondition, skipConditional } from './conditional.ts';
import { hideRaw, type Scan } from './context.ts';

// Conditionals in the text: what is not true is passed over.

/** `\if…`, whose name ends at `after`; returns where to read on. */
export function conditional(scan: Scan, name: string, after: number): number {
	if (after < scan.definitionEnd) return after;
	if (scan.state.hasLocal()) scan.groups.advance(after);
	const { value, end } = readCondition(scan.text, after, name, scan.state);
	if (value === false) return passOver(scan, end);
	scan.conditionals.push(value);
	return end;
}

/** What stands behind the `\else` of what is true is passed over. */
export function otherwise(scan: Scan, start: number, after: number): number {
	if (start < scan.definitionEnd || scan.conditionals.at(-1) !== true) return after;
	scan.conditionals.pop();
	return passOver(scan, after);
}

/** Passes over what is not true; what follows an `\else` ends with a `\fi`. */
export function passOver(scan: Scan, start: number): number {
	const stop = scan.conditionalsEnd ? skipConditional(scan.text, start) : -1;
	if (stop < 0) {
		scan.conditionalsEnd = false;
		scan.conditionals.push(undefined);
		return start;
	}
	if (scan.text.startsWith('\\else', stop - 5)) scan.conditionals.push(false);
	return hideRaw(scan, start, stop);
}
