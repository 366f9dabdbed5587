/** Numbers that are the same in every run. */
export interface Random {
	/** A whole number from 0 on, less than `limit`. */
	(limit: number): number;
	/** So many of a list, in any order. */
	some<T>(list: readonly T[], count: number): T[];
}

/** A linear congruential generator, of which the upper bits are taken. */
export function randomFrom(seed: number): Random {
	let state = seed;
	const next = (limit: number) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >>> 8) % limit;
	};
	return Object.assign(next, {
		some<T>(list: readonly T[], count: number): T[] {
			const rest = [...list];
			return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(next(rest.length), 1)[0]!);
		},
	});
}
