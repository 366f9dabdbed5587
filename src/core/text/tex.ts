import { isAscii } from './fold.ts';
import { accents, addresses, controlSymbols, quotes, silent, spacing, symbols } from './tex-symbols.ts';

/** Texts without any of these are plain already. */
const MARKUP = /[\\{}~]|--|``|''/;
/** What ends a run of characters that mean themselves. */
const NEXT = /[\\{}~$`]|--|''/g;
/** White space other than blanks. */
const UNUSUAL_BLANK = /[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
/** Those of them that only some texts can have, as strings are kept in memory. */
const WIDE_BLANK = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
/** What no text has that stays as it is: TeX's own characters, and white space that is collapsed. */
const CHANGED = ['\\', '{', '}', '~', '`', '\n', '\r', '\t', '\v', '\f', '\u00a0', '--', "''", '  '];
/** Those of one character as a pattern, for short texts. */
const ONE_CHANGED = /[\\{}~`\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;
const LONG = 150;
const WORD = /[a-zA-Z]+/y;
const BLANKS = /\s*/y;
/** A group of digits, as raised and lowered numbers are. */
const DIGITS = /\{[-+\d]{1,20}\}/y;
const SCRIPTS = '0123456789+-';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋';
/** No letter carries more accents than this; more are dropped. */
const MAX_ACCENTS = 4;

/**
 * TeX as plain Unicode: accents, symbols, dashes and quotes decoded, protective braces and unknown commands taken off
 * (their arguments stay), math `$…$` left as it is. White space stays as it is, but for what commands swallow.
 * One pass, whatever the text.
 */
export function texToText(tex: string): string {
	if (!MARKUP.test(tex)) return tex;
	const text = createDecoder(tex).run();
	return isAscii(text) ? text : text.normalize('NFC');
}

/** Like {@link texToText}, with white space collapsed to single blanks: what BibTeX makes of a field. */
export function fieldToText(tex: string): string {
	return tex === '' || isPlain(tex) ? tex.trim() : collapse(texToText(tex));
}

/** Is a text the same with TeX decoded and white space collapsed, but for blanks at its ends? */
export function isPlain(tex: string): boolean {
	// In long texts each is looked for many characters at a time, which is quicker than one regular expression.
	if (tex.length < LONG)
		return !ONE_CHANGED.test(tex) && !tex.includes('--') && !tex.includes("''") && !tex.includes('  ');
	for (const changed of CHANGED) if (tex.includes(changed)) return false;
	return !WIDE_BLANK.test(tex);
}

/** White space collapsed to single blanks and trimmed. */
export function collapse(text: string): string {
	return UNUSUAL_BLANK.test(text) || text.includes('  ') ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

function createDecoder(tex: string) {
	let out = '';
	/** Combining characters for the next character, the outermost first. */
	let pending: string[] = [];
	let at = 0;
	let mathIsClosed = true;
	let parenthesesAreClosed = true;
	/** What is to be written where each open group ends. */
	const ends: string[] = [];
	let nextEnd = '';

	function emit(text: string): void {
		if (text === '') return;
		if (pending.length === 0) {
			out += text;
			return;
		}
		const accented = text.trimStart();
		if (accented === '') return;
		const first = String.fromCodePoint(accented.codePointAt(0)!);
		// The dots of i and j give way to an accent above.
		const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
		out += base + pending.reverse().join('') + accented.slice(first.length);
		pending = [];
	}

	function match(pattern: RegExp): string {
		pattern.lastIndex = at;
		const found = pattern.exec(tex)?.[0] ?? '';
		at += found.length;
		return found;
	}

	/** Passes over `{…}`, braces nested. */
	function skipGroup(): void {
		if (tex[at] !== '{') return;
		let depth = 0;
		for (; at < tex.length; at++) {
			const character = tex[at];
			if (character === '\\') at++;
			else if (character === '{') depth++;
			else if (character === '}' && --depth === 0) break;
		}
		at = Math.min(at + 1, tex.length);
	}

	function control(): void {
		const word = match(WORD);
		const name = word || String.fromCodePoint(tex.codePointAt(at) ?? 92);
		if (!word) at = Math.min(at + name.length, tex.length);
		const accent = accents.get(name);
		if (accent !== undefined) {
			addAccent(name, accent);
			return;
		}
		if (name === '(') {
			mathInParentheses();
			return;
		}
		if (!word) {
			emit(controlSymbols.get(name) ?? name);
			return;
		}
		match(BLANKS);
		if (argument(word)) return;
		const symbol = symbols.get(word);
		if (symbol !== undefined) {
			emit(symbol);
		} else if (silent.has(word)) {
			skipGroup();
		}
		// An empty group only ends the control word.
		if (tex.startsWith('{}', at)) at += 2;
	}

	/** Commands whose argument becomes something else than its text. */
	function argument(word: string): boolean {
		if (tex[at] !== '{') return false;
		const start = at + 1;
		if (quotes.has(word)) {
			emit('“');
			nextEnd = '”';
		} else if (addresses.has(word)) {
			skipGroup();
			emit(tex.slice(start, tex[at - 1] === '}' ? at - 1 : at).replace(/\\([_%#&~{}])/g, '$1'));
		} else {
			const raised = word === 'textsuperscript' ? SUPERSCRIPTS : word === 'textsubscript' ? SUBSCRIPTS : undefined;
			const digits = raised && match(DIGITS);
			if (!digits) return false;
			emit(Array.from(digits.slice(1, -1), (digit) => raised[SCRIPTS.indexOf(digit)]!).join(''));
		}
		return true;
	}

	/** `\(…\)` means the same as `$…$`. */
	function mathInParentheses(): void {
		const end = parenthesesAreClosed ? tex.indexOf('\\)', at) : -1;
		if (end < 0) {
			parenthesesAreClosed = false;
			emit('(');
			return;
		}
		emit(`$${tex.slice(at, end)}$`);
		at = end + 2;
	}

	function addAccent(name: string, accent: string): void {
		match(BLANKS);
		const empty = /\{\s*\}/y;
		empty.lastIndex = at;
		const group = empty.exec(tex);
		if (group) {
			at += group[0].length;
			emit(spacing.get(name) ?? '');
		} else if (at >= tex.length) {
			emit(spacing.get(name) ?? '');
		} else if (pending.length < MAX_ACCENTS) {
			pending.push(accent);
		}
	}

	/** Math from the opening to the closing dollar, as it stands; a dollar that nothing closes means itself. */
	function math(): void {
		const delimiter = tex.startsWith('$$', at) ? '$$' : '$';
		let end = mathIsClosed ? tex.indexOf(delimiter, at + delimiter.length) : -1;
		while (end > 0 && tex[end - 1] === '\\') end = tex.indexOf(delimiter, end + 1);
		if (end < 0) {
			mathIsClosed = delimiter === '$$' && mathIsClosed;
			emit(delimiter);
			at += delimiter.length;
			return;
		}
		emit(tex.slice(at, end + delimiter.length));
		at = end + delimiter.length;
	}

	function ligature(single: string, double: string, triple?: string): void {
		const character = tex[at]!;
		let length = 1;
		while (length < 3 && tex[at + length] === character) length++;
		if (length === 3 && triple !== undefined) emit(triple);
		else if (length >= 2) {
			length = 2;
			emit(double);
		} else emit(single);
		at += length;
	}

	function plain(): void {
		NEXT.lastIndex = at + 1;
		const next = NEXT.exec(tex)?.index ?? tex.length;
		emit(tex.slice(at, next));
		at = next;
	}

	function run(): string {
		while (at < tex.length) {
			const character = tex[at]!;
			if (character === '\\') {
				at++;
				control();
			} else if (character === '{') {
				ends.push(nextEnd);
				nextEnd = '';
				at++;
			} else if (character === '}') {
				emit(ends.pop() ?? '');
				at++;
			} else if (character === '~') {
				emit(' ');
				at++;
			} else if (character === '$') math();
			else if (character === '-') ligature('-', '–', '—');
			else if (character === '`') ligature('`', '“');
			else if (character === "'") ligature("'", '”');
			else plain();
		}
		return out;
	}

	return { run };
}
