/** The glob of all files, at any depth, that go by one of these endings. */
export function globOf(endings: readonly string[]): string {
	return `**/*{${[...new Set(endings)].join(',')}}`;
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
