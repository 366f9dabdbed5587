/**
 * Which letters and digits a text has, in the bits of one number: one bit for each of a to z, five for digits, one for
 * all others. One edit takes away one of them at most, and adds one at most.
 */
export function lettersIn(text: string, from = 0, to = text.length): number {
	let letters = 0;
	for (let i = from; i < to; i++) letters |= bitOf(text.charCodeAt(i));
	return letters;
}

function bitOf(code: number): number {
	if (code >= 97 && code <= 122) return 1 << (code - 97);
	return code >= 48 && code <= 57 ? 1 << (26 + (code % 5)) : 1 << 31;
}

/** At least so many edits lie between texts that have these letters. */
export function leastEdits(a: number, b: number): number {
	return Math.max(bits(a & ~b), bits(b & ~a));
}

/** How many bits of a number are set. @see https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel */
function bits(value: number): number {
	const pairs = value - ((value >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
