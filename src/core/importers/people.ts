import { collapse } from '../text/tex.ts';

/** Names in the ways of reference managers, made into what names are read from elsewhere. */

/** A name that is not taken apart. */
export interface LiteralName {
	readonly literal: string;
}

/**
 * `Family, Given, Suffix` as BibTeX orders it, with the suffix second. A comma at the end says that the name is that of
 * an organisation.
 */
export function managedName(text: string): string | LiteralName {
	const [family = '', given, suffix] = text.split(',').map((part) => part.trim());
	if (given === '' && !suffix) return { literal: family };
	return suffix ? `${family}, ${suffix}, ${given}` : text;
}

const INITIALS_LAST = /^(\p{L}[\p{L}'’ -]{0,60}) ((?:\p{Lu}\.?-?){1,4})(?: (Jr|Sr|[1-3](?:st|nd|rd)|I{2,3}))?\.?$/u;

/** Is this a name as Medline and Scopus abbreviate it, `Van Dijk JA` or `Müller A.-B.`? */
export function hasInitialsLast(text: string): boolean {
	return INITIALS_LAST.test(text);
}

/** Such a name with commas. */
export function fromInitialsLast(text: string): string {
	const found = INITIALS_LAST.exec(text);
	if (!found) return text;
	const [, family, initials, suffix] = found as unknown as [string, string, string, string | undefined];
	// The full stop behind several is that of the list.
	const letters = /^\p{Lu}{2,}\.$/u.test(initials) ? initials.slice(0, -1) : initials;
	const given = letters.includes('.') ? letters : [...letters].map((letter) => `${letter}.`).join(' ');
	return suffix ? `${family}, ${suffix}, ${given}` : `${family}, ${given}`;
}

/** Does this stand for authors who are not named? */
export function isEtAl(text: string): boolean {
	return /^(?:et\.? al\.?|and others|others|\.\.\.|…)$/i.test(text.trim());
}

/**
 * The names of a list in one text: parted by semicolons, bars or line breaks, by `and`, by commas where no name has
 * any, or as a list of a programming language has them.
 */
export function splitPeople(text: string): readonly string[] {
	const flat = collapse(text.replace(/[\r\n]+/g, ';'));
	const names = (flat.startsWith('[') ? quotedNames(flat) : separated(flat))
		// Scopus numbers people.
		.map((name) => name.replace(/ ?\(\d+\)$/, '').trim())
		.filter((name) => name !== '');
	return names.every(hasInitialsLast) ? names.map(fromInitialsLast) : names;
}

function quotedNames(text: string): readonly string[] {
	const quoted = [...text.matchAll(/"([^"]*)"|'([^']*)'(?= ?[,\]])/g)].map(
		([, double, single]) => double ?? single ?? '',
	);
	return quoted.length > 0 ? quoted : separated(text.replace(/^\[|\]$/g, ''));
}

function separated(text: string): readonly string[] {
	const mark = [';', '|'].find((candidate) => text.includes(candidate));
	if (mark) return text.split(mark);
	return text.split(/,? (?:and|&) /i).flatMap((part) => {
		const pieces = part.split(',').map((piece) => piece.trim());
		if (pieces.length === 1) return [part];
		// What begins with a small letter may be a family name with its particle.
		const areNames = pieces.every((piece) => /^\P{Ll}.* /u.test(piece)) || pieces.every(hasInitialsLast);
		return areNames ? pieces : [part];
	});
}
