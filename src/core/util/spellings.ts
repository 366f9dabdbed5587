/** Strings by what they are in lower case, each spelling once. */
export function spellings(strings: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, Set<string>>();
	for (const string of strings) {
		const lower = string.toLowerCase();
		const known = found.get(lower);
		if (known) known.add(string);
		else found.set(lower, new Set([string]));
	}
	return found;
}
