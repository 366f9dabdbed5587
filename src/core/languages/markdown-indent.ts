// What a line's indentation means: https://spec.commonmark.org/0.31.2/#list-items, https://pandoc.org/MANUAL.html#lists

/** Marks of quotes; more of them are text. */
const QUOTE = /(?:[ ]{0,3}>[ ]?){0,50}/y;
/** What begins an item: of a list, of a list of examples (`(@label)`), of definitions, or a footnote. */
const ITEM =
	/(?:[-*+:~]|#\.|\(?(?:\d{1,9}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\(?@[\p{L}\p{N}_-]*[.)]|(\[\^[^\]\s]{1,200}\]:))(?=[ \t\r\n]|$)/uy;
/** `(@label)` at the head of an item. */
const EXAMPLE = /\(?@([\p{L}\p{N}_-]*)[.)]/uy;
/** A line this much further in than the text around it is code; what belongs to a footnote stands as far in. */
const CODE = 4;

/** What a line is by its head. */
export interface Head {
	/** Offset of its first character that is none of quotes and blanks. */
	readonly start: number;
	readonly isCode: boolean;
	readonly isItem: boolean;
	/** The label of an item of a list of examples; empty where it has none. */
	readonly example: string | undefined;
}

/** The items that are open while the lines of a text are read in turn. */
export interface Items {
	/**
	 * Reads the head of the line that begins at `line` and is not empty.
	 *
	 * @param afterBlank The line before it is empty.
	 */
	next(line: number, afterBlank: boolean): Head;
	isOpen(): boolean;
}

export function createItems(text: string): Items {
	/** Columns at which the text of the open items begins. */
	const columns: number[] = [];

	const sticky = (pattern: RegExp, at: number) => {
		pattern.lastIndex = at;
		return pattern.exec(text);
	};

	function next(line: number, afterBlank: boolean): Head {
		const from = line + sticky(QUOTE, line)![0].length;
		const { at: start, column } = skipIndent(text, from, 0);
		const leave = () => {
			while (columns.length > 0 && column < columns.at(-1)!) columns.pop();
		};
		if (afterBlank) leave();
		const depth = column - (columns.at(-1) ?? 0);
		if (afterBlank && depth >= CODE) return { start, isCode: true, isItem: false, example: undefined };
		const item = depth < CODE ? sticky(ITEM, start) : null;
		// A list of examples begins where a paragraph may.
		if (!item || (/[@]/.test(item[0]) && !afterBlank && columns.length === 0)) {
			return { start, isCode: false, isItem: false, example: undefined };
		}
		const example = sticky(EXAMPLE, start)?.[1];
		leave();
		const content = skipIndent(text, start + item[0].length, column + item[0].length).column;
		const marker = column + item[0].length;
		columns.push(item[1] ? column + CODE : content - marker > CODE ? marker + 1 : content);
		return { start, isCode: false, isItem: !item[1], example };
	}

	return { next, isOpen: () => columns.length > 0 };
}

/** Passes over blanks, counting columns; a tab goes on to the next multiple of four. */
function skipIndent(text: string, from: number, column: number): { readonly at: number; readonly column: number } {
	let at = from;
	let reached = column;
	for (; text[at] === ' ' || text[at] === '\t'; at++) reached += text[at] === '\t' ? CODE - (reached % CODE) : 1;
	return { at, column: reached };
}
