import { numberList } from './number-list.ts';

/** A list of strings in one string: compact in memory, and on disk as it is. `offsets` has one element more. */
export interface Strings {
	readonly text: string;
	readonly offsets: Uint32Array;
}

/** Sorted strings, by UTF-16 units. */
export interface Dictionary extends Strings {
	/** How many units each one has in common with the one before it, up to 255. */
	readonly shared: Uint8Array;
}

/** So many strings are joined at a time. */
const batch = 1024;

/** Packs strings that come one by one, in their order. */
export function stringsBuilder(): { add(text: string): void; build(): Strings } {
	const offsets = numberList();
	const joined: string[] = [];
	let waiting: string[] = [];
	let length = 0;
	return {
		add(text) {
			offsets.add(length);
			length += text.length;
			if (waiting.push(text) < batch) return;
			joined.push(waiting.join(''));
			waiting = [];
		},
		build() {
			offsets.add(length);
			return { text: [...joined, ...waiting].join(''), offsets: offsets.pack() };
		},
	};
}

/** Strings that are sorted, as a dictionary. */
export function dictionaryOf({ text, offsets }: Strings): Dictionary {
	const shared = new Uint8Array(offsets.length - 1);
	for (let i = 1; i < shared.length; i++) {
		const [before, start] = [offsets[i - 1]!, offsets[i]!];
		const most = Math.min(255, start - before, offsets[i + 1]! - start);
		let same = 0;
		while (same < most && text.charCodeAt(before + same) === text.charCodeAt(start + same)) same++;
		shared[i] = same;
	}
	return { text, offsets, shared };
}

export function sizeOf(strings: Strings): number {
	return strings.offsets.length - 1;
}

export function stringAt(strings: Strings, index: number): string {
	return strings.text.slice(strings.offsets[index], strings.offsets[index + 1]);
}

/** A half-open range of indices. */
export interface IndexRange {
	readonly low: number;
	readonly high: number;
}

/** Compares the first `length` units of a string in the dictionary with `word`; a shorter one comes first. */
function compareAt(dictionary: Dictionary, index: number, word: string, length: number): number {
	const start = dictionary.offsets[index]!;
	const size = Math.min(dictionary.offsets[index + 1]! - start, length);
	const shared = Math.min(size, word.length);
	for (let i = 0; i < shared; i++) {
		const difference = dictionary.text.charCodeAt(start + i) - word.charCodeAt(i);
		if (difference !== 0) return difference;
	}
	return size - word.length;
}

function bound(dictionary: Dictionary, word: string, length: number, after: boolean, low: number): number {
	let high = sizeOf(dictionary);
	while (low < high) {
		const middle = (low + high) >>> 1;
		const order = compareAt(dictionary, middle, word, length);
		if (order < 0 || (after && order === 0)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Where in a sorted dictionary the strings that start with `prefix` stand. */
export function prefixRange(dictionary: Dictionary, prefix: string): IndexRange {
	const low = bound(dictionary, prefix, prefix.length, false, 0);
	return { low, high: bound(dictionary, prefix, prefix.length, true, low) };
}

/** Where in a sorted dictionary the strings equal to `word` stand. */
export function equalRange(dictionary: Dictionary, word: string): IndexRange {
	const low = bound(dictionary, word, Number.POSITIVE_INFINITY, false, 0);
	return { low, high: bound(dictionary, word, Number.POSITIVE_INFINITY, true, low) };
}
