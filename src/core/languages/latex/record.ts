import type { Macro } from '../types.ts';
import type { Scan } from './context.ts';
import { type DefinitionStyle, readDefinition } from './definitions.ts';

// Definitions in the text, as the scan comes to them.

/** A name, or the path of a file. */
const PLAIN_TEXT = /^[^\\#{}$%&~]+$/;

/** A command that defines another; returns where to read on. */
export function define(scan: Scan, start: number, after: number, style: DefinitionStyle): number {
	const { macro, end, bodyEnd } = readDefinition(scan.text, after, style);
	const nested = after < scan.definitionEnd;
	if (!macro || nested) return end;
	record(scan, macro, start);
	if (macro.parameters.length === 0 && PLAIN_TEXT.test(macro.body)) {
		scan.definitions.push({ name: macro.name, text: macro.body });
	}
	// What exists already may be used by a class.
	if (style !== 'renew') scan.definitionEnd = bodyEnd;
	return end;
}

/** Takes a definition into account, and remembers it for other files. */
export function record({ text, state, groups, conditionals, macros }: Scan, macro: Macro, start: number): void {
	groups.advance(start);
	const isGlobal =
		groups.depth() === 0 ||
		/\\global\s*$/.test(text.slice(Math.max(0, start - 10), start)) ||
		/^\\(?:[gx]|csg)def/.test(text.slice(start, start + 6));
	// What stands in an argument may never be carried out.
	const isUnsure = conditionals.includes(undefined) || (!isGlobal && groups.isArgument());
	if (!state.define(macro, { isGlobal, isUnsure })) return;
	if (isGlobal || isUnsure) macros.push({ ...macro, at: start, ...(isUnsure && { unsure: true }) });
}
