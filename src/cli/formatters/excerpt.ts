import type { Problem } from '../../core/model/problem.ts';

/** Columns that an excerpt has where nobody says how wide the terminal is. */
const WIDTH = 100;

/**
 * The line of a problem, with what is marked underlined: two lines of text, neither wider than a terminal. A long line
 * is cut on both sides. Undefined where nothing can be seen on the line.
 */
export function excerpt(
	line: string,
	{ start, end }: Problem['range'],
	width = WIDTH,
): readonly [string, string] | undefined {
	if (line.trim() === '') return undefined;
	const last = start.line === end.line ? end.character : line.length;
	const indent = /^\s*/.exec(line)![0].length;
	// A third of the room for what stands in front.
	const from =
		start.character - indent < width / 2 ? Math.min(indent, start.character) : start.character - Math.floor(width / 3);
	const [lead, tail] = [from > indent ? '…' : '', '…'];
	const room = Math.max(20, width - lead.length - tail.length);
	const cut = line.slice(from, from + room);
	const shown = plain(lead + cut + (from + room < line.length ? tail : ''));
	const before = cellsOf(plain(lead + line.slice(from, start.character)));
	const marked = cellsOf(plain(line.slice(start.character, Math.min(last, from + room))));
	return [shown, `${' '.repeat(before)}${'^'.repeat(Math.max(1, marked))}`];
}

/** Without what a terminal would take for a command, or for a move. */
function plain(text: string): string {
	return text.replace(/\p{Cc}/gu, ' ').replace(/\p{Bidi_Control}/gu, '');
}

const wide =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60]|\p{Emoji_Presentation}/u;
const none = /^[\p{M}\p{Cf}]$/u;

/** How many cells of a terminal a text takes. */
function cellsOf(text: string): number {
	return [...text].reduce((sum, letter) => sum + (none.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);
}
