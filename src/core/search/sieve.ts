import type { NumberList } from './number-list.ts';

/**
 * A set of hashes of 32 bits as bits, a power of two of them: whether a hash may be in it is told in one look, and wrong
 * only where it says yes, once in sixteen times.
 */
export type Sieve = Uint32Array;

/** Bits for each hash. */
const spread = 16;

export function sieveOf(hashes: NumberList | Uint32Array): Sieve {
	const sieve = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(32, hashes.length * spread) / 32)));
	for (let i = 0; i < hashes.length; i++) {
		const bit = bitOf(hashes.at(i)!);
		sieve[(bit >>> 5) & (sieve.length - 1)]! |= 1 << (bit & 31);
	}
	return sieve;
}

/** False where a hash was not put in. */
export function mayHold(sieve: Sieve, hash: number): boolean {
	const bit = bitOf(hash);
	return (sieve[(bit >>> 5) & (sieve.length - 1)]! & (1 << (bit & 31))) !== 0;
}

/** The low bits of a hash depend on the low bits of what was hashed only. */
function bitOf(hash: number): number {
	return hash ^ (hash >>> 15);
}
