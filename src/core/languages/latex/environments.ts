import { skipOptional } from '../arguments.ts';
import { readCitation } from '../cite.ts';
import { citeEnvironments } from '../cite-commands.ts';
import { opaqueEnvironments, verbatimEnvironments } from './commands.ts';
import { addCitation, closeOpaque, endHere, hideRaw, type Scan } from './context.ts';
import { readReferences, readWritten } from './files.ts';
import type { Entry } from './state.ts';

const [OPEN, CLOSE] = [123, 125];

/** Longest name of an environment, in UTF-16 units. */
const MAX_NAME = 60;

/** Environments of the document's own whose content is not read. */
const VERBATIM = /\\(?:verbatim|comment|lstlisting|Verbatim|VerbatimEnvironment|minted)(?![a-zA-Z@])/;

/** Offset of the brace behind the name of an environment that opens at `open`, or -1. */
export function environmentEnd(text: string, open: number): number {
	if (text.charCodeAt(open) !== OPEN) return -1;
	for (let next = open + 1; next < open + MAX_NAME; next++) if (text.charCodeAt(next) === CLOSE) return next;
	return -1;
}

/**
 * `\begin{name}`, of an environment that the document does not define itself, or one of its own that is verbatim.
 *
 * @param close Offset of the brace behind the name.
 * @param own What the document defines it to be.
 * @returns Where to read on; undefined for what the document defines and that is read as text.
 */
export function beginEnvironment(
	scan: Scan,
	name: string,
	start: number,
	close: number,
	own: Entry | undefined,
): number | undefined {
	const { text } = scan;
	const plainName = name.endsWith('*') ? name.slice(0, -1) : name;
	const isVerbatim = own
		? [own.macro, ...own.others].every(({ body }) => VERBATIM.test(body))
		: verbatimEnvironments.has(plainName);
	if (isVerbatim) {
		const stop = passVerbatim(scan, name, plainName, start, close);
		if (stop >= 0) return stop;
	}
	if (own) return undefined;
	if (!scan.opened && opaqueEnvironments.has(plainName)) scan.opened = { name, start, isMath: false };
	if (name === 'abstract') scan.abstractStart = close + 1;
	else if (name === 'document' && scan.isRoot) scan.opaque.add(0, start);
	else if (name === 'refsection' && text[close + 1] === '[') {
		const stop = skipOptional(text, close + 1);
		if (stop > 0) scan.bibliographies.push(...readReferences(text, { start: close + 2, end: stop - 1 }));
	}
	const cites = citeEnvironments.get(plainName);
	const citation = cites && readCitation(text, start, close + 1, plainName, cites);
	if (citation) addCitation(scan, citation);
	return close + 1;
}

/** Passes over what is not read as TeX; returns where to read on, or -1 where the environment has no end. */
function passVerbatim(scan: Scan, name: string, plainName: string, start: number, close: number): number {
	const { text, groups } = scan;
	const stop = scan.ends(name, close);
	if (stop < 0) return -1;
	const written = plainName === 'filecontents' ? readWritten(text, close + 1, stop) : undefined;
	if (written) {
		scan.writes.push(written.name);
		scan.localKeys.push(...written.keys);
	}
	const options = text[close + 1] === '[' ? skipOptional(text, close + 1) : -1;
	if (options < 0 || options > stop) return hideRaw(scan, start, stop);
	// Captions are text; and so is what may hold commands.
	const said = text.slice(close + 1, options);
	if (!said.includes('\\')) return hideRaw(scan, start, stop);
	if (!said.includes('commandchars')) {
		groups.skip(options, stop);
		scan.hidden.push({ start: options, end: stop });
	}
	return close + 1;
}

/** `\end{name}`; returns where to read on. */
export function endEnvironment(scan: Scan, start: number, after: number): number {
	const close = environmentEnd(scan.text, after);
	if (close < 0) return after;
	const name = scan.text.slice(after + 1, close);
	if (scan.opened?.name === name) closeOpaque(scan, close + 1);
	if (name === 'abstract' && scan.abstractStart >= 0) scan.abstract ??= { start: scan.abstractStart, end: start };
	else if (name === 'document') endHere(scan, start);
	return close + 1;
}
