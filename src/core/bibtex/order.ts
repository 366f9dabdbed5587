import type { BibEntry } from './types.ts';

/** How often one name stands before another. */
type Precedences = Map<string, Map<string, number>>;

/**
 * The order of fields, as most entries of a type have it: of any two, the one that mostly stands first does; where the
 * type does not tell, all entries do, and then the order in which they are given.
 */
export function orderOf(entries: readonly BibEntry[]): (type: string, names: readonly string[]) => readonly string[] {
	const overall: Precedences = new Map();
	const byType = new Map<string, Precedences>();
	for (const { type, fields } of entries) {
		const own: Precedences = byType.get(type) ?? new Map();
		byType.set(type, own);
		const names = [...new Set(fields.slice(0, 60).map(({ name }) => name))];
		for (const [at, name] of names.entries()) {
			for (const later of names.slice(at + 1)) {
				add(own, name, later);
				add(overall, name, later);
			}
		}
	}
	const balance = (counts: Precedences | undefined, one: string, other: string) =>
		(counts?.get(one)?.get(other) ?? 0) - (counts?.get(other)?.get(one) ?? 0);
	return (type, names) => {
		const own = byType.get(type);
		const behind = new Map(names.map((name) => [name, 0]));
		for (const [at, one] of names.entries()) {
			for (const other of names.slice(at + 1)) {
				const first = (balance(own, one, other) || balance(overall, one, other)) >= 0 ? one : other;
				behind.set(first, behind.get(first)! + 1);
			}
		}
		return names.toSorted((one, other) => behind.get(other)! - behind.get(one)!);
	};
}

function add(counts: Precedences, name: string, later: string): void {
	const row = counts.get(name) ?? new Map<string, number>();
	counts.set(name, row);
	row.set(later, (row.get(later) ?? 0) + 1);
}
