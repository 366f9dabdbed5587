import type { Paper } from '../model/paper.ts';
import { checksum } from '../util/checksum.ts';
import { numberList } from './number-list.ts';

/**
 * Papers as bytes, decoded on demand: as small in memory as on disk, or only there. A record is the paper as JSON
 * without its abstract, and then the abstract as text, which is quicker to decode than JSON.
 */
export interface Records {
	readonly bytes: RecordBytes;
	/** Where each record starts; one element more than records. */
	readonly offsets: Float64Array;
	/** How many bytes of each record are the paper; the rest is the abstract. */
	readonly lengths: Uint32Array;
	/** Of each record, to find damage by. */
	readonly checksums: Uint32Array;
}

/** Where the bytes of records lie. */
export interface RecordBytes {
	/** The bytes from `start` to `end`, those of one record. Throws where they cannot be read any more. */
	read(start: number, end: number): Uint8Array;
	/** Gives back what lies outside of memory; nothing can be read afterwards. */
	close?(): void;
}

/** Takes the bytes of records, in order, in chunks that end where a record does; keeps no reference to a chunk. */
export type AppendBytes = (chunk: Uint8Array) => void;

/** Where records are put and read. */
export interface RecordStorage {
	readonly append: AppendBytes;
	/** Read from only when all records are there. */
	readonly bytes: RecordBytes;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export interface RecordsBuilder {
	readonly size: number;
	add(paper: Paper): void;
	/** Everything but the bytes, of which the last ones are handed on now. */
	build(): Omit<Records, 'bytes'>;
}

const chunkSize = 1 << 20;

export function recordsBuilder(append: AppendBytes): RecordsBuilder {
	let chunk = new Uint8Array(chunkSize);
	let used = 0;
	/** How many bytes were handed on. */
	let before = 0;
	const starts: number[] = [];
	const lengths = numberList();
	const checksums = numberList();
	const flush = () => {
		append(chunk.subarray(0, used));
		before += used;
		used = 0;
	};
	return {
		get size() {
			return starts.length;
		},
		add({ abstract = '', ...rest }) {
			const json = JSON.stringify(rest);
			// No UTF-16 unit takes more than three bytes.
			const room = (json.length + abstract.length) * 3;
			if (used + room > chunk.length) {
				flush();
				if (room > chunk.length) chunk = new Uint8Array(room);
			}
			const start = used;
			used += encoder.encodeInto(json, chunk.subarray(used)).written;
			starts.push(before + start);
			lengths.add(used - start);
			if (abstract) used += encoder.encodeInto(abstract, chunk.subarray(used)).written;
			checksums.add(checksum(chunk.subarray(start, used)));
		},
		build() {
			flush();
			chunk = new Uint8Array(0);
			return {
				offsets: Float64Array.from([...starts, before]),
				lengths: lengths.pack(),
				checksums: checksums.pack(),
			};
		},
	};
}

/** Bytes of records in memory. */
export function bytesInMemory(): RecordStorage {
	const chunks: Uint8Array[] = [];
	const ends: number[] = [];
	let length = 0;
	return {
		append(chunk) {
			chunks.push(chunk.slice());
			length += chunk.length;
			ends.push(length);
		},
		bytes: {
			read(start, end) {
				let low = 0;
				let high = chunks.length - 1;
				while (low < high) {
					const middle = (low + high) >>> 1;
					if (ends[middle]! <= start) low = middle + 1;
					else high = middle;
				}
				const chunk = chunks[low]!;
				const base = ends[low]! - chunk.length;
				return chunk.subarray(start - base, end - base);
			},
		},
	};
}

/** A record that was read: its parts are decoded when they are asked for. */
export interface OpenRecord {
	/** The paper without its abstract, which is most of it. */
	outline(): Paper;
	abstract(): string | undefined;
}

/** The record of a document id. Throws where its bytes are gone or damaged. */
export function openRecord(records: Records, doc: number): OpenRecord {
	const record = recordAt(records, doc);
	const middle = records.lengths[doc]!;
	return {
		outline: () => JSON.parse(decoder.decode(record.subarray(0, middle))) as Paper,
		abstract: () => (middle === record.length ? undefined : decoder.decode(record.subarray(middle))),
	};
}

function recordAt({ bytes, offsets, checksums }: Records, doc: number): Uint8Array {
	const record = bytes.read(offsets[doc]!, offsets[doc + 1]!);
	if (checksum(record) !== checksums[doc]) throw new Error('its bytes are damaged');
	return record;
}
