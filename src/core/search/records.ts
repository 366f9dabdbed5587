import type { Paper } from '../model/paper.ts';

/**
 * Papers in one array of bytes, decoded on demand: as small in memory as on disk. A record is the paper as JSON without
 * its abstract, and then the abstract as text, which is quicker to decode than JSON.
 */
export interface Records {
	readonly bytes: Uint8Array;
	/** Where each record starts; one element more than records. */
	readonly offsets: Uint32Array;
	/** Where the abstract of each record starts: at its end, if there is none. */
	readonly abstracts: Uint32Array;
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
	const abstracts: number[] = [];
	const append = (text: string) => {
		const encoded = encoder.encode(text);
		if (end + encoded.length > bytes.length) {
			const larger = new Uint8Array(Math.max(bytes.length * 2, end + encoded.length));
			larger.set(bytes.subarray(0, end));
			bytes = larger;
		}
		bytes.set(encoded, end);
		end += encoded.length;
	};
	return {
		get size() {
			return abstracts.length;
		},
		add({ abstract, ...rest }) {
			append(JSON.stringify(rest));
			abstracts.push(end);
			if (abstract) append(abstract);
			offsets.push(end);
		},
		build: () => ({
			bytes: bytes.slice(0, end),
			offsets: Uint32Array.from(offsets),
			abstracts: Uint32Array.from(abstracts),
		}),
	};
}

/** The paper of a document id. */
export function paperAt({ bytes, offsets, abstracts }: Records, doc: number): Paper {
	const middle = abstracts[doc]!;
	const end = offsets[doc + 1]!;
	const paper = JSON.parse(decoder.decode(bytes.subarray(offsets[doc], middle))) as Paper;
	return middle === end ? paper : { ...paper, abstract: decoder.decode(bytes.subarray(middle, end)) };
}
