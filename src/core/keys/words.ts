import { fold, isAscii } from '../text/fold.ts';

const MAX_WORD = 30;

/** Words that say nothing of what a title is about: articles, prepositions and conjunctions of some languages. */
const SKIPPED: ReadonlySet<string> = new Set(
	(
		'a an the about above across after against along among and around as at before behind below beneath beside between beyond but by ' +
		'despite down during except for from in inside into is like near nor of off on onto or outside over per since so than through to ' +
		'toward towards under until up upon versus via vs with within without yet ' +
		'der die das des dem den ein eine einer eines und im von vom zu zur zum ' +
		'le la les un une des du de et en sur el los las una y del il lo gli i e di da della dello al'
	).split(' '),
);

export function isSkipped(word: string): boolean {
	return SKIPPED.has(word.toLowerCase());
}

const SEPARATORS = /[\s:;,.!?/|–—()[\]"“”«»+&]+/;

/**
 * The first `most` words of a title that say something, each without accents and without what stands between its
 * letters (`Pre-training` → `Pretraining`); all words, if none says something.
 */
export function titleWords(title: string, most = Number.POSITIVE_INFINITY): readonly string[] {
	const plain = /[$\\{}]/.test(title) ? title.replace(/\\[a-zA-Z]+|[$\\{}]/g, ' ') : title;
	const telling: string[] = [];
	const all: string[] = [];
	for (const part of plain.split(SEPARATORS)) {
		const word = lettersAndDigits(part).slice(0, MAX_WORD);
		if (!word) continue;
		if (all.length < most) all.push(word);
		if (!isSkipped(word) && telling.push(word) >= most) break;
	}
	return telling.length > 0 ? telling : all;
}

/** Letters and digits without accents; letters of other scripts are kept, for there is no one way to write them. */
export function lettersAndDigits(text: string): string {
	return isAscii(text) ? text.replace(/[^a-zA-Z0-9]+/g, '') : withoutAccents(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Without accents, ligatures and strokes; the case of letters stays. */
export function withoutAccents(text: string): string {
	if (isAscii(text)) return text;
	const stripped = text.normalize('NFKD').replace(/[\u0300-\u036f]+/g, '');
	return Array.from(stripped, (character) => {
		if (isAscii(character)) return character;
		const folded = fold(character);
		if (!/^[a-z]+$/.test(folded)) return character;
		return character === character.toLowerCase() ? folded : capitalised(folded);
	})
		.join('')
		.normalize('NFC');
}

/** With a capital in front. */
export function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What stands between blanks. */
export function blankSeparated(text: string): string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}
