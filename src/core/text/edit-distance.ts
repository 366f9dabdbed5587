// Three rows of the matrix, kept between calls: this runs thousands of times for one question.
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/**
 * Edits between two strings: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
 * More than `limit` edits are reported as `limit + 1`, in time proportional to length × limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (a === b) return 0;
	const tooMany = limit + 1;
	if (limit <= 0 || Math.abs(a.length - b.length) > limit) return tooMany;
	if (rows[0]!.length <= b.length + 1) rows = rows.map(() => new Uint16Array(2 * b.length + 2));
	let [beforeLast, last, row] = rows as [Uint16Array, Uint16Array, Uint16Array];
	for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, tooMany);
	for (let i = 1; i <= a.length; i++) {
		const from = Math.max(1, i - limit);
		const to = Math.min(b.length, i + limit);
		// What lies beside the band costs too much, whatever it is.
		row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
		row[to + 1] = tooMany;
		let least = row[from - 1]!;
		for (let j = from; j <= to; j++) {
			const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
			let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
			const swapped =
				i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
			if (swapped) edits = Math.min(edits, beforeLast[j - 2]! + 1);
			row[j] = Math.min(edits, tooMany);
			if (edits < least) least = edits;
		}
		if (least > limit) return tooMany;
		[beforeLast, last, row] = [last, row, beforeLast];
	}
	return last[b.length]!;
}
