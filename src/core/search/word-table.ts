/**
 * Numbers for words: 0, 1, 2, … in the order they are met. A word is looked up where it stands in a text, without being
 * cut out of it, and kept as bare UTF-16 units: with hundreds of millions of lookups in a load, strings cost too much.
 */
export interface WordTable {
	readonly size: number;
	/** The number of `text.slice(start, end)`; a new one where it is met for the first time. */
	numberOf(text: string, start?: number, end?: number): number;
	wordOf(number: number): string;
}

export function wordTable(): WordTable {
	// Open addressing: the hash of a word and, beside it, its number plus one; 0 is free.
	let slots = new Uint32Array(2 << 12);
	let mask = (1 << 12) - 1;
	let size = 0;
	/** Where each word starts in `units`, and where the last one ends. */
	let starts = new Uint32Array(1 << 12);
	let units = new Uint16Array(1 << 15);

	function isSame(number: number, text: string, start: number, end: number): boolean {
		let at = starts[number]!;
		if (starts[number + 1]! - at !== end - start) return false;
		for (let i = start; i < end; i++) if (units[at++] !== text.charCodeAt(i)) return false;
		return true;
	}

	function add(hash: number, slot: number, text: string, start: number, end: number): number {
		slots[slot] = hash;
		slots[slot + 1] = size + 1;
		let used = starts[size]!;
		if (size + 2 > starts.length) starts = larger(starts, new Uint32Array(starts.length * 2));
		if (used + end - start > units.length)
			units = larger(units, new Uint16Array(Math.max(units.length * 2, used + end - start)));
		for (let i = start; i < end; i++) units[used++] = text.charCodeAt(i);
		starts[++size] = used;
		if (size * 2 > mask) rehash();
		return size - 1;
	}

	function rehash(): void {
		const before = slots;
		mask = mask * 2 + 1;
		slots = new Uint32Array((mask + 1) * 2);
		for (let i = 0; i < before.length; i += 2) {
			if (before[i + 1] === 0) continue;
			let slot = before[i]! & mask;
			while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
			slots[slot * 2] = before[i]!;
			slots[slot * 2 + 1] = before[i + 1]!;
		}
	}

	return {
		get size() {
			return size;
		},
		numberOf(text, start = 0, end = text.length) {
			let hash = 0x811c9dc5;
			for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
			// The low bits of FNV-1a depend on the low bits of the units only.
			hash = (hash ^ (hash >>> 15)) >>> 0;
			for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
				const number = slots[slot * 2 + 1]! - 1;
				if (number < 0) return add(hash, slot * 2, text, start, end);
				if (slots[slot * 2] === hash && isSame(number, text, start, end)) return number;
			}
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

function larger<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
