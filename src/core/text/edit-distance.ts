/**
 * Edits between two strings: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
 * More than `limit` edits are reported as `limit + 1`, in time proportional to length × limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (a === b) return 0;
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let beforeLast = new Array<number>(b.length + 1).fill(limit + 1);
	let last = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, limit + 1));
	for (let i = 1; i <= a.length; i++) {
		const row = new Array<number>(b.length + 1).fill(limit + 1);
		if (i <= limit) row[0] = i;
		let least = row[0]!;
		for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
			const swapped =
				i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
			if (swapped) edits = Math.min(edits, beforeLast[j - 2]! + 1);
			row[j] = edits;
			if (edits < least) least = edits;
		}
		if (least > limit) return limit + 1;
		beforeLast = last;
		last = row;
	}
	return Math.min(last[b.length]!, limit + 1);
}
