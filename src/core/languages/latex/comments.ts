import { isBlank } from '../arguments.ts';
import { readSuppression } from '../suppression.ts';
import type { FileReference, Suppression } from '../types.ts';
import { readReference } from './files.ts';

const [PERCENT, BANG, LETTER_R] = [37, 33, 114];
/** Longest beginning of a comment that is looked at, in UTF-16 units. */
const MAX_WORDS = 500;
const ROOT_HINT = /^%+\s*!\s*T[eE]X\s+root\s*=\s*(.*?)\s*$/;

/** What a comment tells us, if anything: rules to turn off, or the root document. */
export function readComment(
	text: string,
	start: number,
	end: number,
): { readonly suppression: Suppression | undefined; readonly root: FileReference | undefined } | undefined {
	// Only those that begin with a bang or our own word have anything to say.
	let first = start;
	while (first < end && (text.charCodeAt(first) === PERCENT || isBlank(text.charCodeAt(first)))) first++;
	const code = text.charCodeAt(first);
	if (code !== BANG && code !== LETTER_R) return undefined;
	const words = text.slice(start, Math.min(end, start + MAX_WORDS));
	const path = ROOT_HINT.exec(words)?.[1];
	const from = path ? text.indexOf(path, start) : -1;
	return {
		suppression: readSuppression(words, start, end),
		root: path ? readReference(text, { start: from, end: from + path.length }) : undefined,
	};
}
