import type { Paper } from '../model/paper.ts';

/** Papers as JSON in one array of bytes, decoded on demand: as small in memory as on disk. */
export interface Records {
	readonly bytes: Uint8Array;
	/** Where each record starts; one element more than records. */
	readonly offsets: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface RecordsBuilder {
	readonly size: number;
	add(paper: Paper): void;
	build(): Records;
}

export function recordsBuilder(): RecordsBuilder {
	let bytes = new Uint8Array(1 << 16);
	let end = 0;
	const offsets = [0];
	return {
		get size() {
			return offsets.length - 1;
		},
		add(paper) {
			const record = encoder.encode(JSON.stringify(paper));
			if (end + record.length > bytes.length) {
				const larger = new Uint8Array(Math.max(bytes.length * 2, end + record.length));
				larger.set(bytes.subarray(0, end));
				bytes = larger;
			}
			bytes.set(record, end);
			end += record.length;
			offsets.push(end);
		},
		build: () => ({ bytes: bytes.slice(0, end), offsets: Uint32Array.from(offsets) }),
	};
}

/** The paper of a document id. */
export function paperAt(records: Records, doc: number): Paper {
	return JSON.parse(decoder.decode(records.bytes.subarray(records.offsets[doc], records.offsets[doc + 1]))) as Paper;
}
