import type { Span } from '../model/span.ts';

/** A field: its tag, and the lines of its value, trimmed, as many as go on without a tag of their own. */
export interface TaggedField {
	readonly tag: string;
	readonly lines: readonly string[];
	/** The value on its first line. */
	readonly span: Span;
}

export interface TaggedRecord {
	readonly fields: readonly TaggedField[];
	readonly span: Span;
	/** False where the tag that every record begins with is missing. */
	readonly begun: boolean;
}

/** A format of lines that begin with a tag. */
export interface TagGrammar {
	/** At the start of a line, sticky: the tag is its first group, the value stands behind the match. */
	readonly line: RegExp;
	/** The tag that begins a record. */
	readonly first: string;
	/** The tag that ends one, where there is one; it has no value. */
	readonly last?: string;
	/** Does a value go on in this line? In all lines without a tag, unless said otherwise. */
	continues?(line: string): boolean;
	/** May this tag begin a record behind a blank line, where the first tag is missing? */
	beginsAfterBlank?(tag: string): boolean;
}

interface Line {
	readonly start: number;
	readonly end: number;
	/** Undefined where the line has no tag. */
	readonly tag: string | undefined;
	/** Where the value begins. */
	readonly value: number;
}

/**
 * The records of a text of tagged lines. A record ends where the next one begins, too, and what has lost its first line
 * is a record by itself. Text in front of the first tag belongs to none. Linear.
 */
export function* taggedRecords(text: string, grammar: TagGrammar): Generator<TaggedRecord> {
	let fields: { tag: string; lines: string[]; span: Span }[] = [];
	let start = 0;
	let end = 0;
	let begun = false;
	let afterBlank = false;

	function* finish(): Generator<TaggedRecord> {
		if (begun || fields.length > 0) yield { fields, span: { start, end }, begun };
		fields = [];
		begun = false;
	}

	for (const line of linesOf(text, grammar)) {
		const { tag } = line;
		const value = text.slice(line.value, line.end).trim();
		if (tag === undefined) {
			const goesOn = value !== '' && grammar.continues?.(text.slice(line.start, line.end)) !== false;
			if (goesOn && fields.length > 0) {
				fields.at(-1)!.lines.push(value);
				end = line.end;
			}
			afterBlank = value === '' || (afterBlank && !goesOn);
		} else {
			const begins = tag === grammar.first || (afterBlank && grammar.beginsAfterBlank?.(tag) === true);
			afterBlank = false;
			if (begins) yield* finish();
			if (fields.length === 0 && !begun) start = line.start;
			end = line.end;
			if (tag === grammar.last) {
				yield* finish();
			} else {
				begun ||= tag === grammar.first;
				const from = line.value + text.slice(line.value, line.end).search(/\S|$/);
				fields.push({ tag, lines: value === '' ? [] : [value], span: { start: from, end: from + value.length } });
			}
		}
	}
	yield* finish();
}

/** In front of the last record of a text, if that stands at the start of a line; 0 where that is its only one. */
export function lastTagged(text: string, { first, line }: TagGrammar): number {
	const opening = `\n${first}`;
	for (let at = text.lastIndexOf(opening); at >= 0; at = text.lastIndexOf(opening, at - 1)) {
		if (tagAt(text, at + 1, line) === first) return at + 1;
		if (at === 0) break;
	}
	return 0;
}

/** So many lines are looked at. */
const LOOK_AT = 200;
/** Programs and publishers introduce what they export by so many lines at most. */
const MOST_INTRODUCTION = 10;

/**
 * Is this a text of tagged lines? The first tag stands at its front, followed by another one, or, where the front is
 * damaged, most lines have tags.
 */
export function isTagged(head: string, grammar: TagGrammar): boolean {
	const lines: Line[] = [];
	for (const line of linesOf(head, grammar)) {
		if (head.slice(line.start, line.end).trim() !== '') lines.push(line);
		if (lines.length === LOOK_AT) break;
	}
	const first = lines.findIndex(({ tag }) => tag === grammar.first);
	if (first < 0) return false;
	const tagged = lines.filter(({ tag }) => tag !== undefined).length;
	if (tagged < 2) return false;
	const follows = lines.slice(first + 1, first + 5).some(({ tag }) => tag !== undefined);
	return (first <= MOST_INTRODUCTION && follows) || tagged * 2 > lines.length;
}

function* linesOf(text: string, { line }: TagGrammar): Generator<Line> {
	const lineEnd = /\r\n?|\n|$/g;
	for (let start = 0; start < text.length; start = lineEnd.lastIndex) {
		lineEnd.lastIndex = start;
		const end = lineEnd.exec(text)!.index;
		const tag = tagAt(text, start, line);
		yield { start, end, tag, value: tag === undefined ? start : line.lastIndex };
		if (end === text.length) return;
	}
}

function tagAt(text: string, start: number, line: RegExp): string | undefined {
	line.lastIndex = start;
	return line.exec(text)?.[1];
}
