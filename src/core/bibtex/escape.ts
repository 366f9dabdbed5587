/** Longer than any word: what is longer isn't looked at closely. */
const MAX_WORD = 100;
/** Shorter words have small letters in any title. */
const MIN_TELLING = 4;

const SPECIAL: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	// BibTeX counts escaped braces, too.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
};

/**
 * Text as TeX has it: special characters escaped outside of math `$…$`, which stays, and dashes and quotation marks kept
 * from being drawn together. Braces come out balanced.
 */
export function escapeTex(text: string): string {
	return outsideOfMath(text, escapePlain);
}

/** Text without control characters other than white space, which no file of text should have. */
export function printable(text: string): string {
	return text.replace(/[^\P{Cc}\s]/gu, '');
}

function escapePlain(text: string): string {
	return printable(text)
		.replace(/[&%#_$\\~^{}]/g, (special) => SPECIAL[special] ?? `\\${special}`)
		.replace(/([-`'])(?=\1)/g, '$1{}');
}

/**
 * A title in which BibTeX's styles keep capitals that must stay: words with one behind their first letter (`BERT`,
 * `iPhone`, `GPT-3`) get braces, and where a title has small letters otherwise, so do names (`Bayesian`).
 */
export function protectCapitals(title: string): string {
	const names = isSentence(title);
	let first = true;
	return outsideOfMath(title, (text) =>
		text.replace(/\S+/g, (word) => {
			const written = protectWord(word, names && !first);
			// Behind a colon begins a sentence of its own.
			first = /[:.?!]$/.test(word);
			return written;
		}),
	);
}

/** Are most words of a title, other than the first one, in small letters? */
function isSentence(title: string): boolean {
	const telling = title
		.split(/\s+/)
		.slice(1)
		.filter((word) => word.length >= MIN_TELLING && /^\p{L}/u.test(word));
	return telling.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > telling.length;
}

function protectWord(word: string, isName: boolean): string {
	if (word.length > MAX_WORD) return escapePlain(word);
	const [, before = '', core = '', behind = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}+#]*)$/su.exec(word) ?? [];
	const escaped = escapePlain(core);
	const inner = /^[^\p{L}]*\p{L}.*\p{Lu}/su.test(core.replace(/-\p{Lu}\p{Ll}+/gu, ''));
	const isProtected = inner || (isName && /^\p{Lu}/u.test(core));
	return escapePlain(before) + (isProtected ? `{${escaped}}` : escaped) + escapePlain(behind);
}

/** A dollar that nothing closes, or that is money, is text. */
function outsideOfMath(text: string, write: (text: string) => string): string {
	if (!text.includes('$')) return write(text);
	let written = '';
	let plainStart = 0;
	for (const match of text.matchAll(/\$(?:[^$\s\\]|[^$\s][^$]{0,300}[^$\s\\])\$(?!\d)/g)) {
		if (!isBalanced(match[0])) continue;
		written += write(text.slice(plainStart, match.index)) + match[0];
		plainStart = match.index + match[0].length;
	}
	return written + write(text.slice(plainStart));
}

/** Backslashes in front of what readers take for escaped or for a command. */
const ESCAPE = String.raw`\\(?=[_%&#$~{}]|(?:url|nolinkurl|path|textasciitilde|textunderscore)\b)`;
const UNSAFE = new RegExp(String.raw`[\s{}]|${ESCAPE}`, 'g');

/** Values that may not be escaped, such as addresses: what would end them, or part them, is written in hexadecimal. */
export function escapeAddress(address: string): string {
	return address.replace(UNSAFE, (character) => encodeURIComponent(character));
}

/** Do braces match? A backslash in front of one changes nothing, as in BibTeX. */
export function isBalanced(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '{') depth++;
		else if (character === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
