import type { Name } from '../model/paper.ts';
import { collapse, fieldToText, isPlain } from './tex.ts';

const A = 65;
const Z = 90;
/** A word “and”, in whatever letters. */
const AND = /(?:^| )and(?: |$)/i;
/** What is no name by itself: the same, and nothing. */
const NO_NAME = /(?:^| )and(?: |$)|^\s*$/i;
const OTHERS = 'others'.length;

/** People of one BibTeX field, and whether it ends in `and others`. */
export interface NameList {
	readonly names: readonly Name[];
	readonly others: boolean;
}

/**
 * Splits a BibTeX name list, `A and {Company} and B, Jr, C and others`, with biblatex's `family=…, given=…` form.
 * Values are decoded from TeX. What stands in front of a family name in small letters is taken for a part of it, as
 * BibTeX's styles print it.
 * @see https://ctan.org/pkg/bibtex (btxdoc, section 4)
 */
export function parseNames(tex: string): NameList {
	if (tex === '') return nobody;
	return (isPlain(tex) && plainNames(tex.trim())) || anyNames(tex);
}

const nobody: NameList = { names: [], others: false };

/** Names without TeX, parted by “and” in small letters; undefined where it stands otherwise. */
function plainNames(text: string): NameList | undefined {
	const names: Name[] = [];
	let others = false;
	for (let start = 0; ; ) {
		const and = text.indexOf(' and ', start);
		const part = and < 0 ? text.slice(start) : text.slice(start, and);
		if (part.length === OTHERS && /^others$/i.test(part)) others = true;
		else {
			let name = plainName(part);
			if (!name) {
				if (NO_NAME.test(part)) return undefined;
				name = parseName(part);
			}
			if (name) names.push(name);
		}
		if (and < 0) return { names, others };
		start = and + 5;
	}
}

/** `First Last` or `Last, First` with capitals; undefined for anything else. */
function plainName(part: string): Name | undefined {
	const comma = part.indexOf(',');
	if (comma < 0) {
		const last = lastWord(part, part.length);
		if (last <= 0) return last < 0 ? undefined : { family: part };
		return { family: part.slice(last), given: part.slice(0, last - 1) };
	}
	if (part.indexOf(',', comma + 1) >= 0 || part.includes('=') || lastWord(part, comma) < 0) return undefined;
	const given = part.slice(comma + 1).trim();
	return given === '' || AND.test(given) ? undefined : { family: part.slice(0, comma), given };
}

/**
 * Where the last word in front of `end` begins; -1 unless each begins with a capital of ASCII, behind a single blank, and
 * none is “And”.
 */
function lastWord(text: string, end: number): number {
	for (let at = 0; ; ) {
		const code = text.charCodeAt(at);
		if (at >= end || code < A || code > Z) return -1;
		const blank = text.indexOf(' ', at);
		const behind = blank < 0 || blank > end ? end : blank;
		if (code === A && behind === at + 3 && AND.test(text.slice(at, behind))) return -1;
		if (behind === end) return at;
		at = behind + 1;
	}
}

function anyNames(tex: string): NameList {
	const names: Name[] = [];
	let others = false;
	for (const part of splitAtAnd(collapse(tex))) {
		if (/^others$/i.test(part)) others = true;
		else {
			const name = parseName(part);
			if (name) names.push(name);
		}
	}
	return { names, others };
}

/** One name: `First von Last`, `von Last, First`, `von Last, Jr, First`, `{Corporate}` or `family=…`. */
export function parseName(tex: string): Name | undefined {
	const part = tex.trim();
	if (isBraced(part)) return literal(part);
	const pieces = splitOutside(part, (at) => (part[at] === ',' ? 1 : 0));
	if (pieces.length > 1 && pieces.every((piece) => /^\s*[a-z-]+\s*=/i.test(piece))) return extended(pieces);
	const [first = '', second, third] = pieces.map((piece) => piece.trim()).filter((piece, at) => piece || at === 0);
	if (second === undefined) return unpunctuated(words(first));
	const given = third ?? second;
	const suffix = third === undefined ? undefined : second;
	const tokens = words(first);
	const particle = countParticles(tokens);
	return build(tokens.slice(0, particle), tokens.slice(particle), [given], suffix);
}

/** `First von Last`: the particle is what stands in small letters, the last word is always the family name. */
function unpunctuated(tokens: readonly string[]): Name | undefined {
	if (tokens.length === 0) return undefined;
	if (tokens.length === 1) return isBraced(tokens[0]!) ? literal(tokens[0]!) : build([], tokens, [], undefined);
	const last = tokens.length - 1;
	let from = 0;
	while (from < last && !isParticle(tokens[from]!)) from++;
	if (from === last) return build([], tokens.slice(last), tokens.slice(0, last), undefined);
	let to = last;
	while (to > from + 1 && !isParticle(tokens[to - 1]!)) to--;
	return build(tokens.slice(from, to), tokens.slice(to), tokens.slice(0, from), undefined);
}

/** How many words at the front of `von Last` are particles; the last word never is. */
function countParticles(tokens: readonly string[]): number {
	for (let count = tokens.length - 1; count > 0; count--) if (isParticle(tokens[count - 1]!)) return count;
	return 0;
}

/** Words in small letters are particles; a word in braces has no case. */
function isParticle(token: string): boolean {
	if (token.startsWith('{') && token[1] !== '\\') return false;
	return /^\p{Ll}/u.test(fieldToText(token).replace(/^[^\p{L}]+/u, ''));
}

function build(
	particles: readonly string[],
	family: readonly string[],
	given: readonly string[],
	suffix: string | undefined,
): Name | undefined {
	const name = {
		family: fieldToText(family.join(' ')),
		given: fieldToText(given.join(' ')),
		'non-dropping-particle': fieldToText(particles.join(' ')),
		suffix: fieldToText(suffix ?? ''),
	};
	return compact(name);
}

/** biblatex's extended format; `useprefix=false` says that the particle does not belong to the family name. */
function extended(pieces: readonly string[]): Name | undefined {
	const values = new Map<string, string>();
	for (const piece of pieces) {
		const equals = piece.indexOf('=');
		values.set(piece.slice(0, equals).trim().toLowerCase(), fieldToText(piece.slice(equals + 1)));
	}
	const drops = values.get('useprefix') === 'false';
	return compact({
		family: values.get('family') ?? '',
		given: values.get('given') ?? '',
		[drops ? 'dropping-particle' : 'non-dropping-particle']: values.get('prefix') ?? '',
		suffix: values.get('suffix') ?? '',
	});
}

function compact(name: Readonly<Record<string, string>>): Name | undefined {
	const kept: Record<string, string> = {};
	let count = 0;
	for (const part in name) {
		if (name[part] === '') continue;
		kept[part] = name[part]!;
		count++;
	}
	return count > 0 ? kept : undefined;
}

function literal(tex: string): Name | undefined {
	return compact({ literal: fieldToText(tex) });
}

/** Is all of it one brace group? */
function isBraced(text: string): boolean {
	if (!text.startsWith('{') || !text.endsWith('}') || text[1] === '\\') return false;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '{') depth++;
		else if (text[at] === '}' && --depth === 0) return at === text.length - 1;
	}
	return false;
}

function splitAtAnd(text: string): readonly string[] {
	if (!/ and /i.test(text)) return text ? [text] : [];
	return splitOutside(text, (at) => (text[at] === ' ' && /^ and $/i.test(text.slice(at, at + 5)) ? 5 : 0))
		.map((part) => part.trim())
		.filter((part) => part !== '' && !/^and$/i.test(part));
}

/** Words at the outermost level; a tie separates them, too. */
function words(text: string): readonly string[] {
	return splitOutside(text, (at) => (text[at] === ' ' || (text[at] === '~' && text[at - 1] !== '\\') ? 1 : 0)).filter(
		(word) => word !== '',
	);
}

/** Splits outside of braces, wherever `separator` gives the length of one. */
function splitOutside(text: string, separator: (at: number) => number): string[] {
	const parts: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '{') depth++;
		else if (text[at] === '}') depth = Math.max(depth - 1, 0);
		else if (depth === 0) {
			const length = separator(at);
			if (length === 0) continue;
			parts.push(text.slice(start, at));
			start = at + length;
			// The blank that ends one `and` may begin the next one.
			at = start - (length > 1 ? 2 : 1);
		}
	}
	parts.push(text.slice(start));
	return parts;
}
