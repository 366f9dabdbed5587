import type { Span } from '../model/span.ts';

/** One row of a table. */
export interface Row {
	readonly cells: readonly string[];
	/** Where each cell stands, quotation marks included. */
	readonly spans: readonly Span[];
	readonly span: Span;
	/** A quotation mark was opened that nothing closes; the row then ends at the end of its line. */
	readonly unclosed: boolean;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * The rows of a text of comma-separated values, from an offset on; empty lines are none. Cells in quotation marks may
 * have line breaks, and double marks for single ones; a single one in the middle of a line stands for itself. Linear:
 * nothing is looked at more than twice.
 *
 * @param isWhole False where the text goes on: a row that ends in an open cell is then left out.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function* rowsOf(text: string, delimiter: string, from = 0, isWhole = true): Generator<Row> {
	const comma = delimiter.charCodeAt(0);
	const isLineEnd = (code: number) => code === LF || code === CR;
	/** What was looked at in vain for the end of a cell is read line by line. */
	let linewiseUntil = from;
	let at = from;
	let goesOn = false;

	/** Reads a cell from its opening mark on; undefined where it does not end as one must. */
	const quoted = (start: number, mayBreak: boolean): { text: string; end: number } | undefined => {
		let pieces = '';
		let piece = start + 1;
		let isBroken = false;
		for (let end = piece; end < text.length; end++) {
			const code = text.charCodeAt(end);
			if (isLineEnd(code)) {
				if (!mayBreak) return undefined;
				isBroken = true;
			}
			if (code !== QUOTE) continue;
			const next = text.charCodeAt(end + 1);
			if (next === QUOTE) {
				pieces += text.slice(piece, ++end);
				piece = end + 1;
			} else if (next === comma || isLineEnd(next) || end + 1 === text.length) {
				return { text: pieces + text.slice(piece, end), end: end + 1 };
			} else if (isBroken) {
				// A mark that opens another cell: this one was never closed.
				linewiseUntil = Math.max(linewiseUntil, end);
				return undefined;
			}
		}
		goesOn = mayBreak && !isWhole;
		if (mayBreak) linewiseUntil = text.length;
		return undefined;
	};

	while (at < text.length) {
		if (isLineEnd(text.charCodeAt(at))) {
			at++;
			continue;
		}
		const start = at;
		const cells: string[] = [];
		const spans: Span[] = [];
		let unclosed = false;
		for (;;) {
			let cellStart = at;
			while (text.charCodeAt(cellStart) === 32) cellStart++;
			const opens: boolean = !unclosed && text.charCodeAt(cellStart) === QUOTE;
			const cell: ReturnType<typeof quoted> = opens ? quoted(cellStart, cellStart >= linewiseUntil) : undefined;
			if (goesOn) return;
			unclosed ||= opens && !cell;
			let end = cell?.end ?? at;
			while (end < text.length && text.charCodeAt(end) !== comma && !isLineEnd(text.charCodeAt(end))) end++;
			cells.push(cell?.text ?? text.slice(opens ? cellStart + 1 : at, end).trim());
			spans.push({ start: cellStart, end: Math.max(end, cellStart) });
			at = end;
			if (text.charCodeAt(at) !== comma || at >= text.length) break;
			at++;
		}
		yield { cells, spans, span: { start, end: at }, unclosed };
	}
}
