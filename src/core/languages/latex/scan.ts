import type { Span } from '../../model/span.ts';
import { endsParagraph, finder } from '../arguments.ts';
import type { FileReference, LanguageOptions, Semantics } from '../types.ts';
import { control } from './act.ts';
import { closeOpaque, createScan, enter, hide, passChunk, passComment, type Scan } from './context.ts';
import { skipDelimited } from './verbatim.ts';

/*
 * How LaTeX is read; each part is in a file of this folder:
 *
 * - The text: `scan` walks it, `act` says what each command does, `context` holds what is known and found; `record` takes
 *   definitions into account, `branches` passes over what conditionals exclude, `environments` begins and ends them.
 * - Commands of LaTeX and packages: `commands` is their table; `definitions`, `conditional`, `files`, `comments` and
 *   `verbatim` read what stands behind one.
 * - Commands of the document's own: `own` reads one where it is used, `expansion` says what becomes of it, with `expander`
 *   (a text that is being expanded), `choices` (commands that choose among arguments), `cited` (arguments that are
 *   keys), `marks` (where arguments stand in it), `parameters` (how arguments are taken).
 * - What commands mean at a place: `state` holds it, `matters` says which names make a difference, `groups` follows braces,
 *   `prelude` is what there is at first.
 */

const [LF, DOLLAR, PERCENT, BACKSLASH] = [10, 36, 37, 92];

/** What a scan finds; titles and abstracts are spans still. */
export interface Findings extends Omit<Semantics, 'sections' | 'title' | 'abstract' | 'rootHint'> {
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	readonly rootHint: FileReference | undefined;
}

/** One pass over LaTeX text. */
export function scanLatex(text: string, options: LanguageOptions): Findings {
	const scan = createScan(text, options);
	enter(scan, -1);
	pass(scan);
	while ((scan.chunks.at(-1)?.start ?? scan.end) < scan.end) passChunk(scan);
	const { citations, impliedKeys, processor } = scan;
	return {
		citations,
		bibliographies: scan.bibliographies,
		includes: scan.includes,
		localKeys: scan.localKeys,
		headings: scan.headings,
		suppressions: scan.suppressions,
		isRoot: scan.isRoot,
		rootHint: scan.rootHint,
		nociteAll:
			impliedKeys.delete('*') ||
			citations.some(
				({ silent, inDefinition, items }) => silent && !inDefinition && items.some(({ key }) => key === '*'),
			),
		title: scan.title,
		abstract: scan.abstract,
		writes: scan.writes,
		...(processor && { processor }),
		definitions: scan.definitions,
		macros: scan.macros,
		impliedKeys: [...impliedKeys],
		opaque: scan.opaque.toArray(),
	};
}

function pass(scan: Scan): void {
	const { text, hidden, chunks } = scan;
	const [backslashes, percents, dollars] = [finder(text, '\\'), finder(text, '%'), finder(text, '$$')];
	const breaks = finder(text, '\n');
	for (let at = 0; at < scan.end; ) {
		// Most of a text means nothing, and is jumped over.
		let next = Math.min(backslashes(at), percents(at), dollars(at));
		if (scan.delimiters) next = Math.min(next, scan.delimiters(at));
		if (scan.opened?.isMath) next = Math.min(next, breaks(at));
		at = next;
		if (chunks.length > 0 && at >= chunks[chunks.length - 1]!.start) {
			at = Math.max(at, passChunk(scan));
			continue;
		}
		if (at >= scan.end) break;
		if (hidden.length > 0 && at >= hidden[hidden.length - 1]!.start) {
			const { start, end } = hidden.pop()!;
			at = at < end ? hide(scan, start, end) : at;
			continue;
		}
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at = control(scan, at);
		else if (code === PERCENT) at = passComment(scan, at);
		else if (code === DOLLAR && text.charCodeAt(at + 1) === DOLLAR) {
			if (scan.opened?.name === '$$') closeOpaque(scan, at + 2);
			else scan.opened ??= { name: '$$', start: at, isMath: true };
			at += 2;
		} else if (code === LF) {
			// Math that an empty line ends was no math.
			if (endsParagraph(text, at)) scan.opened = undefined;
			at++;
		} else {
			const stop = skipDelimited(text, at);
			at = stop < 0 ? at + 1 : hide(scan, at, stop);
		}
	}
}
