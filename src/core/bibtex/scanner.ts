import * as l10n from '@vscode/l10n';
import { createLines, type Lines } from '../text/lines.ts';
import { quoted } from '../text/phrases.ts';
import { createStarts, type Evidence, type Starts } from './starts.ts';
import type { BibPiece } from './types.ts';

const BARE = /[^\s,{}"#=()]+/y;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const QUOTE = 34;
const AT = 64;
const PERCENT = 37;

/** A cursor over one `.bib` text, and the parts that all blocks are made of. */
export interface Scanner {
	readonly text: string;
	readonly starts: Starts;
	/** Where reading goes on. */
	at: number;
	/** Moves over what a sticky pattern matches here, and returns it; empty where it doesn't match. */
	match(pattern: RegExp): string;
	looksLike(pattern: RegExp): boolean;
	/** Moves over white space and `%` comments, which biber allows between fields. */
	skip(): void;
	/**
	 * Moves over a value and adds its pieces, which `#` joins. False where it has no end, or isn't there at all: then the
	 * cursor stays where it breaks off.
	 */
	value(pieces: BibPiece[]): boolean;
	/** Does an entry plausibly begin here? */
	isStart(offset: number): boolean;
	/** The first plausible start of an entry at or after `offset`; the length of the text where there is none. */
	nextStart(offset: number): number;
	/** Line number as people count, from one. */
	line(offset: number): number;
	endOfLine(offset: number): number;
	/** Does the file end here? Where it is read part by part, more may follow the end of the text. */
	isEnd(offset: number): boolean;
	/** Where skipping ended, in words. */
	until(offset: number): string;
}

/** A part of a file that is read part by part; each part but the first begins where an entry does. */
export interface Part {
	/** Number of its first line, from zero. */
	readonly firstLine: number;
	readonly isLast: boolean;
}

export function createScanner(text: string, { firstLine, isLast }: Part): Scanner {
	const starts = createStarts(text);
	let lines: Lines | undefined;
	let at = 0;
	/** What counts as the start of an entry inside of a value. Less is asked for once braces don't add up. */
	let evidence: Evidence = 'strong';

	function match(pattern: RegExp): string {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? '';
		at += found.length;
		return found;
	}

	function isStart(offset: number): boolean {
		return starts.isStart(offset, 'weak') || starts.isStart(offset, 'strong');
	}

	function skip(): void {
		for (; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === PERCENT) at = endOfLine(at) - 1;
			else if (!isBlank(code)) return;
		}
	}

	function endOfLine(offset: number): number {
		let end = offset;
		while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
		return end;
	}

	/** `{…}` or `"…"` from the opening delimiter on. Backslashes escape nothing, as in BibTeX. */
	function delimited(): boolean {
		const open = at;
		const isQuote = text[at] === '"';
		let depth = 0;
		for (at++; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (code === OPEN_BRACE) depth++;
			else if (code === CLOSE_BRACE && depth > 0) depth--;
			else if (code === CLOSE_BRACE || (code === QUOTE && isQuote && depth === 0)) {
				if (isQuote && code === CLOSE_BRACE) return false;
				at++;
				return true;
			} else if (code === AT && starts.isStart(at, evidence)) return false;
		}
		if (evidence === 'weak' || !isLast) return false;
		evidence = 'weak';
		at = open;
		return delimited();
	}

	function value(pieces: BibPiece[]): boolean {
		for (;;) {
			skip();
			const start = at;
			if (text[at] === '{' || text[at] === '"') {
				const isClosed = delimited();
				pieces.push({ kind: 'text', start: start + 1, end: isClosed ? at - 1 : at });
				if (!isClosed) return false;
			} else {
				const word = isStart(at) ? '' : match(BARE);
				if (!word) return false;
				pieces.push({ kind: /^\d/.test(word) ? 'text' : 'macro', start, end: at });
			}
			const end = at;
			skip();
			if (text[at] !== '#') {
				at = end;
				return true;
			}
			at++;
		}
	}

	function isEnd(offset: number): boolean {
		return offset >= text.length && isLast;
	}

	function lineOf(offset: number): number {
		lines ??= createLines(text, firstLine);
		return lines.positionAt(offset).line + 1;
	}

	return {
		text,
		starts,
		get at() {
			return at;
		},
		set at(offset) {
			at = offset;
		},
		match,
		looksLike(pattern) {
			pattern.lastIndex = at;
			return pattern.test(text);
		},
		skip,
		value,
		isStart,
		nextStart: starts.next,
		line: lineOf,
		endOfLine,
		isEnd,
		until: (offset) =>
			isEnd(offset)
				? l10n.t({ message: 'the end of the file', comment: 'Stands behind “up to”' })
				: l10n.t({ message: 'line {0}', args: [lineOf(offset)], comment: 'Stands behind “up to”' }),
	};
}

/** White space up to the no-break one, byte order marks inside of the file included. */
function isBlank(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** A part of the file, as a message quotes it. */
export function quote(text: string): string {
	return quoted(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
