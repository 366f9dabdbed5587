/** Characters that a text of others may have where it is shown on one line. */
const usualLimit = 300;

/** What moves the cursor, colours a terminal or ends a line, and what turns the direction of the text that follows. */
const steering = /[\p{Cc}\u2028\u2029]+/gu;
const turning = /[\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ufeff]+/gu;
/** Marks above marks, until they cover the lines around. */
const piled = /(\p{M}{4})\p{M}+/gu;

/** Text of others of which nothing but letters is left: no control characters, nothing that reverses its direction. */
export function harmless(text: string): string {
	return text.replace(steering, ' ').replace(turning, '').replace(piled, '$1').replace(/\s+/g, ' ');
}

/**
 * Text of others as one line that nothing in it can break out of, blanks as one space, cut at a word.
 *
 * @param limit Longest result, in UTF-16 units.
 */
export function shown(text: string, limit = usualLimit): string {
	// What is cut away need not be cleaned.
	const line = harmless(text.slice(0, limit * 4)).trim();
	if (line.length <= limit) return line;
	const room = limit - 2;
	const space = line.lastIndexOf(' ', room);
	// No character is cut in two.
	const end = space > room / 2 ? space : room - (/[\ud800-\udbff]/.test(line.charAt(room - 1)) ? 1 : 0);
	return `${line.slice(0, end)} …`;
}
