/**
 * A checksum of bytes, 32 bits, for finding damage. Every step is reversible, so that no change within one word of four
 * bytes goes unnoticed; any other does with a chance of one in 2^32.
 */
export function checksum(bytes: Uint8Array): number {
	const words = bytes.length >>> 2;
	// Four words side by side, as each step waits for the one before.
	let a = seed;
	let b = seed + 1;
	let c = seed + 2;
	let d = seed + 3;
	const whole = words & ~3;
	if ((bytes.byteOffset & 3) === 0 && littleEndian) {
		const view = new Int32Array(bytes.buffer, bytes.byteOffset, words);
		for (let i = 0; i < whole; i += 4) {
			a = step(a, view[i]!);
			b = step(b, view[i + 1]!);
			c = step(c, view[i + 2]!);
			d = step(d, view[i + 3]!);
		}
	} else {
		for (let i = 0; i < whole; i += 4) {
			a = step(a, wordAt(bytes, i));
			b = step(b, wordAt(bytes, i + 1));
			c = step(c, wordAt(bytes, i + 2));
			d = step(d, wordAt(bytes, i + 3));
		}
	}
	for (let i = whole; i < words; i++) a = step(a, wordAt(bytes, i));
	for (let i = words << 2; i < bytes.length; i++) a = step(a, bytes[i]!);
	return step(step(step(step(a, b), c), d), bytes.length) >>> 0;
}

const seed = 0x811c9dc5 | 0;
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function step(hash: number, word: number): number {
	const mixed = Math.imul(hash ^ word, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
}

function wordAt(bytes: Uint8Array, word: number): number {
	const at = word << 2;
	return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}
