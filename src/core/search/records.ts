import type { Paper } from '../model/paper.ts';
import { numberList } from './number-list.ts';

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
	/** Packs, and forgets what was added. Yields after small steps. */
	build(): Generator<void, Records>;
}

const chunkSize = 1 << 20;

export function recordsBuilder(): RecordsBuilder {
	const chunks: (Uint8Array | undefined)[] = [];
	/** The last chunk, and how much of it is used. */
	let last = new Uint8Array(0);
	let used = 0;
	let total = 0;
	const offsets = numberList();
	const abstracts = numberList();
	const append = (text: string) => {
		// No UTF-16 unit takes more than three bytes.
		if (used + text.length * 3 > last.length) {
			chunks.push(last.subarray(0, used));
			last = new Uint8Array(Math.max(chunkSize, text.length * 3));
			used = 0;
		}
		const { written } = encoder.encodeInto(text, last.subarray(used));
		used += written;
		total += written;
	};
	return {
		get size() {
			return abstracts.length;
		},
		add({ abstract, ...rest }) {
			offsets.add(total);
			append(JSON.stringify(rest));
			abstracts.add(total);
			if (abstract) append(abstract);
		},
		*build() {
			chunks.push(last.subarray(0, used));
			offsets.add(total);
			const bytes = new Uint8Array(total);
			let end = 0;
			for (const [i, chunk] of chunks.entries()) {
				bytes.set(chunk!, end);
				end += chunk!.length;
				// Given back at once, as these are as large as the result.
				chunks[i] = undefined;
				yield;
			}
			return { bytes, offsets: offsets.pack(), abstracts: abstracts.pack() };
		},
	};
}

/** The paper of a document id. */
export function paperAt({ bytes, offsets, abstracts }: Records, doc: number): Paper {
	const middle = abstracts[doc]!;
	const end = offsets[doc + 1]!;
	const paper = JSON.parse(decoder.decode(bytes.subarray(offsets[doc], middle))) as Paper;
	return middle === end ? paper : { ...paper, abstract: decoder.decode(bytes.subarray(middle, end)) };
}
