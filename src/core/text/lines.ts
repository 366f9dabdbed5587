import type { Position, Range } from 'vscode-languageserver-types';
import type { Span } from '../model/span.ts';

/** Where the lines of one text begin: turns offsets into positions and back. */
export interface Lines {
	/** How many lines there are; at least one. */
	readonly count: number;
	/** Zero-based line and UTF-16 character; an offset outside of the text is moved to its nearest end. */
	positionAt(offset: number): Position;
	/** The inverse; a character past the end of its line is moved to that end. */
	offsetAt(position: Position): number;
	rangeOf(span: Span): Range;
}

const LF = 10;
const CR = 13;

/**
 * Finds the lines of a text, ended as LSP has it by `\n`, `\r\n` or `\r`. Linear once, logarithmic per question.
 *
 * @param firstLine Line number of the first line, where the text is a piece of a larger one.
 * @param firstCharacter Where in that line the text begins.
 */
export function createLines(text: string, firstLine = 0, firstCharacter = 0): Lines {
	const starts = lineStarts(text);

	function positionAt(offset: number): Position {
		const at = Math.min(Math.max(offset, 0), text.length);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= at) low = middle;
			else high = middle - 1;
		}
		return { line: firstLine + low, character: at - starts[low]! + (low === 0 ? firstCharacter : 0) };
	}

	function offsetAt({ line, character }: Position): number {
		const index = line - firstLine;
		if (index < 0) return 0;
		const start = starts[index];
		if (start === undefined) return text.length;
		let end = starts[index + 1] ?? text.length;
		while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--;
		return Math.min(start + Math.max(index === 0 ? character - firstCharacter : character, 0), end);
	}

	return {
		count: starts.length,
		positionAt,
		offsetAt,
		rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(span.end) }),
	};
}

/**
 * {@link Lines.positionAt} for offsets of which none is less than the one before: without a table, for short texts of
 * which little is asked.
 */
export function createLineWalk(text: string, firstLine = 0): (offset: number) => Position {
	if (text.includes('\r')) return createLines(text, firstLine).positionAt;
	let line = firstLine;
	let start = 0;
	let next = text.indexOf('\n');
	return (offset) => {
		while (next >= 0 && next < offset) {
			line++;
			start = next + 1;
			next = text.indexOf('\n', start);
		}
		return { line, character: offset - start };
	};
}

function lineStarts(text: string): readonly number[] {
	const starts = [0];
	const hasCarriageReturns = text.includes('\r');
	if (!hasCarriageReturns) {
		for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
		return starts;
	}
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (!isLineEnd(code)) continue;
		if (code === CR && text.charCodeAt(at + 1) === LF) at++;
		starts.push(at + 1);
	}
	return starts;
}

function isLineEnd(code: number): boolean {
	return code === LF || code === CR;
}
