import { enlarged } from './number-list.ts';

/**
 * Numbers for words: 0, 1, 2, … in the order they are met. A word is looked up where it stands in a text, without being
 * cut out of it, and kept as bare UTF-16 units: with hundreds of millions of lookups in a load, strings cost too much.
 */
export interface WordTable {
	readonly size: number;
	/** The number of the word that stands in UTF-16 units; a new one where it is met for the first time. */
	numberOf(text: Uint16Array, start: number, end: number): number;
	numberOfWord(word: string): number;
	wordOf(number: number): string;
}

export function wordTable(): WordTable {
	// Open addressing; a slot holds a word's number plus one, 0 is free. Frequent words are met early: with nothing else in
	// the slots, what is looked at again and again lies close together in the other arrays.
	let slots = new Uint32Array(1 << 12);
	let size = 0;
	/** By word, where it starts in `units`; where the last one ends. */
	let starts = new Uint32Array(1 << 12);
	let units = new Uint16Array(1 << 15);

	function isSame(number: number, text: Uint16Array, start: number, end: number): boolean {
		let at = starts[number]!;
		if (starts[number + 1]! - at !== end - start) return false;
		for (let i = start; i < end; i++) if (units[at++] !== text[i]) return false;
		return true;
	}

	function add(text: Uint16Array, start: number, end: number): number {
		const from = starts[size]!;
		const to = from + end - start;
		if (to > units.length) units = enlarged(units, new Uint16Array(Math.max(units.length * 2, to)));
		units.set(text.subarray(start, end), from);
		if (size + 2 > starts.length) starts = enlarged(starts, new Uint32Array(starts.length * 2));
		starts[++size] = to;
		return size - 1;
	}

	function rehash(): void {
		slots = new Uint32Array(slots.length * 2);
		const mask = slots.length - 1;
		for (let number = 0; number < size; number++) {
			let hash = seed;
			for (let at = starts[number]!; at < starts[number + 1]!; at++) hash = step(hash, units[at]!);
			let slot = mixed(hash) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = number + 1;
		}
	}

	function numberOf(text: Uint16Array, start: number, end: number): number {
		let hash = seed;
		for (let i = start; i < end; i++) hash = step(hash, text[i]!);
		const mask = slots.length - 1;
		for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
			const number = slots[slot]! - 1;
			if (number >= 0) {
				if (isSame(number, text, start, end)) return number;
				continue;
			}
			slots[slot] = size + 1;
			const added = add(text, start, end);
			if (size * 2 > mask) rehash();
			return added;
		}
	}

	let copy = new Uint16Array(64);

	return {
		get size() {
			return size;
		},
		numberOf,
		numberOfWord(word) {
			if (word.length > copy.length) copy = new Uint16Array(word.length * 2);
			for (let i = 0; i < word.length; i++) copy[i] = word.charCodeAt(i);
			return numberOf(copy, 0, word.length);
		},
		wordOf(number) {
			let word = '';
			// A function takes no more than so many arguments.
			for (let at = starts[number]!; at < starts[number + 1]!; at += 4096)
				word += String.fromCharCode(...units.subarray(at, Math.min(at + 4096, starts[number + 1]!)));
			return word;
		},
	};
}

// FNV-1a over UTF-16 units. Its low bits depend on the low bits of the units only, hence the mixing.
const seed = 0x811c9dc5;
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193);
const mixed = (hash: number) => hash ^ (hash >>> 15);
