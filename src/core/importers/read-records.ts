import { createPartDecoder, type Decoded } from '../text/bytes.ts';
import { type Content, concatenated } from './content.ts';
import type { ImportResult, RecordFormat } from './types.ts';

/** What is read so far, and what is to be said of the encoding. */
export type RecordStep = ImportResult | { readonly doubt: NonNullable<Decoded['problem']> };

/**
 * Reads a source of UTF-8 record by record.
 *
 * @param content Of the source; `fresh` gives it anew, for readers that look twice.
 */
export function* readRecords(
	{ lastStart, split, open }: RecordFormat,
	file: string,
	content: Content,
	fresh: () => Content,
): Generator<RecordStep> {
	let doubt: Decoded['problem'];
	const doubtful = (problem: Decoded['problem']) => {
		doubt ??= problem;
	};
	const textsOf = (piece: Uint8Array) => split(piece, createPartDecoder(piece, doubtful));
	function* again(): Generator<string> {
		for (const piece of wholeRecords(fresh(), lastStart)) yield* textsOf(piece);
	}
	const read = open(file, again);
	for (const piece of wholeRecords(content, lastStart)) {
		const before = doubt;
		yield* read(textsOf(piece), false);
		if (doubt && !before) yield { doubt };
	}
	yield* read([], true);
}

/** Longer records are handed on in parts, which the reader puts together again as far as it can. */
const MOST_HELD = 32 * 1024 * 1024;

/** Pieces that end between records; one may be empty, where a record is longer than a piece. */
function* wholeRecords(content: Content, lastStart: (bytes: Uint8Array) => number): Generator<Uint8Array> {
	let held: Uint8Array[] = [];
	let size = 0;
	for (const piece of content.pieces('line')) {
		const found = lastStart(piece);
		const start = found < 0 && size > MOST_HELD ? 0 : found;
		if (start >= 0) {
			yield concatenated([...held, piece.subarray(0, start)]);
			held = [];
			size = 0;
		}
		const rest = piece.subarray(Math.max(start, 0));
		held.push(rest);
		size += rest.length;
	}
	yield concatenated(held);
}
