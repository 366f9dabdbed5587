const AT = 64;
const LF = 10;

/** The parts of a text from each line that begins with `@` to the next one, what stands in front of the first included. */
export function* recordsOf(text: string): Generator<string> {
	for (let start = 0; start < text.length; ) {
		const next = text.indexOf('\n@', start);
		const end = next < 0 ? text.length : next + 1;
		yield text.slice(start, end);
		start = end;
	}
}

/** The same of bytes. */
export function* recordsOfBytes(bytes: Uint8Array, decode: (start: number, end: number) => string): Generator<string> {
	for (let start = 0; start < bytes.length; ) {
		let end = bytes.indexOf(AT, start + 1);
		while (end > 0 && bytes[end - 1] !== LF) end = bytes.indexOf(AT, end + 1);
		if (end < 0) end = bytes.length;
		yield decode(start, end);
		start = end;
	}
}

/** Where the last line that begins with `@` does, in bytes that begin a line; -1 where there is none. */
export function lastRecord(bytes: Uint8Array): number {
	let at = bytes.lastIndexOf(AT);
	while (at > 0 && bytes[at - 1] !== LF) at = bytes.lastIndexOf(AT, at - 1);
	return at;
}
