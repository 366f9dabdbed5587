/** The glob of all files, at any depth, that go by the endings of some formats or languages. */
export function globOf(kinds: readonly { readonly extensions: readonly string[] }[]): string {
	return `**/*{${[...new Set(kinds.flatMap(({ extensions }) => extensions))].join(',')}}`;
}

/** The last part of a URI's path, decoded: a name to show. */
export function baseName(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
