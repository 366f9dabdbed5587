import type { RangedBytes } from '../ports.ts';
import { isGzip } from '../text/bytes.ts';

/** The bytes of a source, unpacked where it is packed. One of `pieces` and `whole` may be taken, once. */
export interface Content {
	/** The first bytes, at least as many as were asked for where there are so many. */
	readonly head: Uint8Array;
	/** Is this more than the head? */
	readonly isLong: boolean;
	/** All of it, in pieces that end at line ends, or anywhere. */
	pieces(end: 'line' | 'anywhere'): Iterable<Uint8Array>;
	/** All of it, after some pauses; undefined where it is longer than `most` bytes. */
	whole(most: number): Generator<undefined, Uint8Array | undefined, undefined>;
	/** What went wrong while it was unpacked, as in “is cut off”; known when all is taken. */
	damage(): string | undefined;
}

/** Unpacks what is packed, in small steps; returns what went wrong. */
export type Unpack = (bytes: Uint8Array) => Generator<Uint8Array, string | undefined, undefined>;

const LF = 10;
/** So many bytes behind a piece the end of its last line is mostly found. */
const longLine = 16 * 1024;

/**
 * @param headSize How many bytes of the head are wanted.
 * @param pieceSize Pieces have so many bytes, and then as many as are missing to the end of the line.
 * @param unpack Undefined where nothing is packed.
 */
export function contentOf(
	bytes: Uint8Array | RangedBytes,
	headSize: number,
	pieceSize: number,
	unpack?: Unpack,
): Content {
	const ranged: RangedBytes =
		bytes instanceof Uint8Array ? { length: bytes.length, read: (start, end) => bytes.subarray(start, end) } : bytes;
	const head = ranged.read(0, Math.min(headSize, ranged.length));
	return unpack && isGzip(head)
		? packed(unpack(ranged.read(0, ranged.length)), headSize, pieceSize)
		: plain(ranged, head, pieceSize);
}

function plain(bytes: RangedBytes, head: Uint8Array, pieceSize: number): Content {
	const { length } = bytes;
	/** From `start` to behind the first line feed at least a piece further on. */
	const pieceAt = (start: number): Uint8Array => {
		for (let size = pieceSize + longLine; ; size *= 2) {
			const piece = bytes.read(start, Math.min(start + size, length));
			const lineEnd = piece.indexOf(LF, pieceSize);
			if (lineEnd >= 0) return piece.subarray(0, lineEnd + 1);
			if (start + size >= length) return piece;
		}
	};
	return {
		head,
		isLong: length > head.length,
		*pieces(end) {
			for (let start = 0; start < length; ) {
				const piece = end === 'line' ? pieceAt(start) : bytes.read(start, Math.min(start + pieceSize, length));
				start += piece.length;
				yield piece;
			}
		},
		// biome-ignore lint/correctness/useYield: there is nothing to wait for
		*whole(most) {
			return length > most ? undefined : bytes.read(0, length);
		},
		damage: () => undefined,
	};
}

function packed(work: ReturnType<Unpack>, headSize: number, pieceSize: number): Content {
	let damage: string | undefined;
	const next = (): Uint8Array | undefined => {
		const { done, value } = work.next();
		if (!done) return value;
		damage ??= value;
		return undefined;
	};
	const first: Uint8Array[] = [];
	let size = 0;
	for (let chunk = next(); chunk; chunk = size < headSize ? next() : undefined) {
		first.push(chunk);
		size += chunk.length;
	}
	const head = concatenated(first);

	function* portions(): Generator<Uint8Array> {
		for (let chunk: Uint8Array | undefined = head; chunk; chunk = next())
			for (let start = 0; start < chunk.length; start += pieceSize) yield chunk.subarray(start, start + pieceSize);
	}

	function* wholeLines(): Generator<Uint8Array> {
		let held: Uint8Array[] = [];
		let size = 0;
		for (const chunk of portions()) {
			const lineEnd = size + chunk.length < pieceSize ? -1 : chunk.lastIndexOf(LF);
			if (lineEnd >= 0) {
				yield concatenated([...held, chunk.subarray(0, lineEnd + 1)]);
				held = [];
				size = 0;
			}
			const rest = chunk.subarray(lineEnd + 1);
			held.push(rest);
			size += rest.length;
		}
		if (size > 0) yield concatenated(held);
	}

	return {
		head,
		isLong: size >= headSize,
		pieces: (end) => (end === 'line' ? wholeLines() : portions()),
		*whole(most) {
			const held: Uint8Array[] = [head];
			let size = head.length;
			for (let chunk = next(); chunk; chunk = next()) {
				held.push(chunk);
				size += chunk.length;
				if (size > most) return undefined;
				yield undefined;
			}
			return concatenated(held);
		},
		damage: () => damage,
	};
}

/** All in one; the same where it is one. */
export function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
	if (chunks.length === 1) return chunks[0]!;
	const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
