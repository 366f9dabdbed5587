/** The lines of a stream, as they come, without their ends. Only `\n` and `\r\n` end a line; a last one need not. */
export async function* lines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	/** Of the line that is not yet complete. Joined once, so that a long line costs no more than its length. */
	let pieces: string[] = [];
	for await (const chunk of stream) {
		const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		let start = 0;
		for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
			pieces.push(text.slice(start, end));
			yield withoutReturn(pieces.join(''));
			pieces = [];
			start = end + 1;
		}
		pieces.push(text.slice(start));
	}
	const last = pieces.join('') + decoder.decode();
	if (last) yield withoutReturn(last);
}

function withoutReturn(line: string): string {
	return line.endsWith('\r') ? line.slice(0, -1) : line;
}
