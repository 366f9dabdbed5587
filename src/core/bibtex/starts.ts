/**
 * Where an entry plausibly begins: what a parser holds on to when braces don't add up. `weak` is `@word{` at the start
 * of a line; `strong` has a key and a first field, too, which prose and code inside of a value hardly ever have.
 */
export type Evidence = 'weak' | 'strong';

const WEAK = /@[ \t]{0,20}[a-zA-Z][\w-]{0,40}[ \t]{0,20}[({]/y;
const STRONG =
	/@\s{0,20}(?:string\s{0,20}[({]|[a-zA-Z][\w-]{0,40}\s{0,20}[({]\s{0,20}[^\s,{}"=]{1,300}\s{0,20},)\s{0,200}[a-zA-Z][\w+:.-]{0,60}\s{0,20}=/iy;

export interface Starts {
	/** Does an entry plausibly begin here? */
	isStart(at: number, evidence: Evidence): boolean;
	/** The first start at or after `from`, of any evidence; the length of the text where there is none. */
	next(from: number): number;
}

/** Finds starts of entries in one text. Any sequence of questions with rising offsets is answered in linear time. */
export function createStarts(text: string): Starts {
	let asked = 0;
	let answer = -1;

	function isStart(at: number, evidence: Evidence): boolean {
		if (text[at] !== '@') return false;
		const before = lastBefore(at);
		if (before !== '\n' && before !== '\r' && before !== '' && !(before === '}' && evidence === 'strong')) return false;
		const pattern = evidence === 'weak' ? WEAK : STRONG;
		pattern.lastIndex = at;
		return pattern.test(text);
	}

	/** The character before `at`, blanks left out; empty at the start of the text. */
	function lastBefore(at: number): string {
		let before = at - 1;
		while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
		return text[before] ?? '';
	}

	function next(from: number): number {
		if (asked <= from && from <= answer) return answer;
		asked = from;
		answer = text.indexOf('@', from);
		while (answer >= 0 && !isStart(answer, 'weak') && !isStart(answer, 'strong'))
			answer = text.indexOf('@', answer + 1);
		if (answer < 0) answer = text.length;
		return answer;
	}

	return { isStart, next };
}

/** Does a text begin as an entry does, its `@` in front? */
export function beginsStrongly(text: string): boolean {
	STRONG.lastIndex = 0;
	return STRONG.test(text);
}
