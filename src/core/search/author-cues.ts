import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';

/** An author that a sentence names, perhaps with a year. */
export interface AuthorCue {
	/** As the sentence writes it. */
	readonly written: string;
	/** Family name, or a part of it, folded. */
	readonly family: string;
	readonly year: number | undefined;
	/** 1 where the sentence is plainly about a work of theirs (`Kita et al.`), less for a name alone. */
	readonly weight: number;
}

const name = "\\p{Lu}\\p{L}*(?:['’-]\\p{Lu}\\p{L}+)*";
const cues = new RegExp(
	`(${name})(?:(\\s+et\\s+al\\.?|\\s*,?\\s+(?:and|&)\\s+(?:${name}|(?:his\\s+|her\\s+|their\\s+)?(?:colleagues|co-?workers|others))|['’]s?(?!\\p{L})))?(?:,?\\s*\\(?((?:19|20)\\d\\d)[a-z]?\\)?)?`,
	'gu',
);

/** The authors that a text may name: capitalised words, the more so with "et al.", "and", a possessive or a year. */
export function authorCues(text: string): AuthorCue[] {
	const found = new Map<string, AuthorCue>();
	for (const match of text.matchAll(cues)) {
		const [, written, more, year] = match;
		const begins = /(?:^|[.!?]\s+)$/.test(text.slice(Math.max(0, match.index - 3), match.index));
		const weight = more || year ? 1 : begins ? 0 : 0.4;
		if (weight === 0) continue;
		const family = fold(written!);
		for (const one of new Set([family, ...words(family)])) {
			const known = found.get(one);
			if (!known || known.weight < weight)
				found.set(one, { written: written!, family: one, year: year ? Number(year) : undefined, weight });
		}
	}
	return [...found.values()];
}
