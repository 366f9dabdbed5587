import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { fold } from '../text/fold.ts';

/** How many words of the title a key has; one more where there is neither author nor year to go with them. */
const TITLE_WORDS = 3;
const TITLE_WORDS_ALONE = 4;
/** Longer keys than these are not made to tell works apart. */
const MAX_TITLE_WORDS = 8;
const MAX_WORD = 30;

/** Words that say nothing of what a title is about: articles, prepositions and conjunctions of some languages. */
const SKIPPED = new Set(
	(
		'a an the about above across after against along among and around as at before behind below beneath beside between beyond but by ' +
		'despite down during except for from in inside into is like near nor of off on onto or outside over per since so than through to ' +
		'toward towards under until up upon versus via vs with within without yet ' +
		'der die das des dem den ein eine einer eines und im von vom zu zur zum ' +
		'le la les un une des du de et en sur el los las una y del il lo gli i e di da della dello al'
	).split(' '),
);

/**
 * A citation key for a paper whose source gives none, in the default form of Better BibTeX: the first author's family
 * name in small letters, the first three words of the title that say something, each with a capital, and the year
 * (`vaswaniAttentionAllYou2017`). Parts that are unknown are left out; a paper of which only the title is known gets
 * four words, e.g. `scalingLawsModelSelection`. Accents are taken off; letters of other scripts stay, and nothing that
 * TeX or BibTeX would trip over is in it.
 *
 * The key is made of the paper alone, so that it is the same in every run and whatever else is loaded. If it is taken,
 * by another work, more words of the title are added, and then a letter; keys that were given are never changed.
 *
 * @param isTaken Is this key another work's? Keys are compared without regard to case: ask in small letters.
 */
export function makeKey(paper: Paper, isTaken: (lowerCaseKey: string) => boolean = () => false): string {
	const author = authorOf(paper);
	const year = yearOf(paper)?.toString() ?? '';
	const words = titleWords(paper.title);
	const least = author || year ? TITLE_WORDS : TITLE_WORDS_ALONE;
	const compose = (count: number) => {
		const [first = '', ...others] = words.slice(0, count);
		const start = author ? author + capitalise(first) : first.toLowerCase();
		return start + others.map(capitalise).join('') + year || 'paper';
	};
	for (let count = least; count <= Math.max(least, Math.min(words.length, MAX_TITLE_WORDS)); count++) {
		const key = compose(count);
		if (!isTaken(key.toLowerCase())) return key;
	}
	const base = compose(least);
	for (let number = 0; ; number++) {
		const key = base + letters(number);
		if (!isTaken(key.toLowerCase())) return key;
	}
}

/** The first author's, or else editor's, family name in small letters. */
function authorOf(paper: Paper): string {
	const first = paper.author?.[0] ?? paper.editor?.[0];
	return first ? toAscii(familyOf(first)).toLowerCase().slice(0, MAX_WORD) : '';
}

/** The words of a title that say something, without what stands between their letters; all, if none does. */
function titleWords(title: string): readonly string[] {
	const plain = title.replace(/\\[a-zA-Z]+|[$\\{}]/g, ' ');
	const all = plain.split(/[\s:;,.!?/|–—()[\]"“”«»+&]+/).flatMap((word) => toAscii(word).slice(0, MAX_WORD) || []);
	const telling = all.filter((word) => !SKIPPED.has(word.toLowerCase()));
	return telling.length > 0 ? telling : all;
}

/** Letters and digits without accents; letters of other scripts are kept, for there is no one way to write them. */
function toAscii(text: string): string {
	const stripped = text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
	return Array.from(stripped, (character) => {
		if (/[a-zA-Z0-9]/.test(character)) return character;
		const folded = fold(character);
		if (/^[a-z]+$/.test(folded)) return character === character.toLowerCase() ? folded : capitalise(folded);
		return /[\p{L}\p{N}]/u.test(character) ? character : '';
	}).join('');
}

function capitalise(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** a, b, … z, aa, ab, … */
function letters(number: number): string {
	const last = String.fromCharCode(97 + (number % 26));
	return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}
