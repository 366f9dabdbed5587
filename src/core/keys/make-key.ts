import { type Paper, yearOf } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { compileFormula, defaultFormula, type Formula, isProblem } from './formula.ts';
import { capitalised, titleWords } from './words.ts';

/** How many words of the title a key has where there is neither author nor year to go with them. */
const TITLE_WORDS_ALONE = 4;

/** Makes a key of what a paper says, never empty; other papers may have the same. */
export type KeyMaker = (paper: Paper) => string;

const makers = new Map<string, KeyMaker>();

/**
 * What makes keys by a formula; the default one, if it is undefined or cannot be read, as whoever reads the setting
 * tells the user. A paper that the formula makes nothing of, or of which only the title is known, where the formula is
 * the default, gets the first words of its title: `scalingLawsModelSelection`.
 */
export function keyMaker(formula: string = defaultFormula): KeyMaker {
	const known = makers.get(formula);
	if (known) return known;
	const compiled = compileFormula(formula);
	const isDefault = formula === defaultFormula;
	const maker = isProblem(compiled) ? keyMaker() : makerOf(compiled, isDefault);
	// A formula that is being typed leaves few behind.
	if (makers.size > 50) makers.clear();
	makers.set(formula, maker);
	return maker;
}

function makerOf({ evaluate }: Formula, isDefault: boolean): KeyMaker {
	return (paper) => {
		const bare = isDefault && !paper.author?.length && !paper.editor?.length && yearOf(paper) === undefined;
		return (!bare && evaluate(paper)) || ofTitle(paper.title);
	};
}

function ofTitle(title: string): string {
	const [first = 'paper', ...others] = titleWords(title, TITLE_WORDS_ALONE);
	return first.toLowerCase() + others.map(capitalised).join('');
}

/** What tells keys apart that would be the same: a, b, … z, aa, ab, … for 0, 1, … */
export function letters(number: number): string {
	const last = String.fromCharCode(97 + (number % 26));
	return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

/**
 * Makes keys of papers, one after the other, by a formula. The first paper has the key as the formula makes it, those
 * behind it a letter more: what is added at the end of a source changes no key that was made before.
 */
export function distinctKeys(formula: string | undefined): KeyMaker {
	const make = keyMaker(formula);
	const made = new Set<string>();
	/** How many letters of a key are used. */
	const used = new Map<string, number>();
	return (paper) => {
		const first = make(paper);
		let key = first;
		for (let folded = fold(first), number = used.get(folded) ?? 0; made.has(fold(key)); number++) {
			key = first + letters(number);
			used.set(folded, number + 1);
		}
		made.add(fold(key));
		return key;
	};
}
