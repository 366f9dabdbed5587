const QUOTE = 34;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN = 123;
const CLOSE = 125;

/**
 * Tells where a JSON list can be cut that comes in pieces of UTF-8, one after the other: behind its last complete object
 * in each, -1 where there is none; behind all of a piece that stands behind the list. What takes part in strings and
 * nesting is the same as in `scanArray`, which reads the parts.
 *
 * @param before So many bytes stand in front of its first item.
 */
export function createListCutter(before: number): (piece: Uint8Array) => number {
	let skip = before;
	/** How deep the next byte is nested, and whether it stands in a string, or behind the backslash in one. */
	let depth = 0;
	let inString = false;
	let isEscaped = false;
	let isClosed = false;

	/** Where the string ends in which `start` stands; the length of the piece where it goes on in the next one. */
	function endOfString(piece: Uint8Array, start: number): number {
		const from = start + (isEscaped ? 1 : 0);
		isEscaped = false;
		for (let quote = piece.indexOf(QUOTE, from); ; quote = piece.indexOf(QUOTE, quote + 1)) {
			const end = quote < 0 ? piece.length : quote;
			let before = end;
			while (before > from && piece[before - 1] === BACKSLASH) before--;
			const isOdd = (end - before) % 2 === 1;
			if (quote < 0) {
				isEscaped = isOdd || from > piece.length;
				return end;
			}
			if (isOdd) continue;
			inString = false;
			return end;
		}
	}

	return (piece) => {
		if (isClosed) return piece.length;
		let cut = -1;
		const start = Math.min(skip, piece.length);
		skip -= start;
		for (let at = inString ? endOfString(piece, start) + 1 : start; at < piece.length; at++) {
			const byte = piece[at]!;
			if (byte === QUOTE) {
				inString = true;
				at = endOfString(piece, at + 1);
			} else if (byte === OPEN || byte === OPEN_LIST) depth++;
			else if (byte === CLOSE_LIST && depth === 0) {
				isClosed = true;
				return piece.length;
			} else if ((byte === CLOSE || byte === CLOSE_LIST) && --depth === 0) cut = at + 1;
		}
		return cut;
	};
}
