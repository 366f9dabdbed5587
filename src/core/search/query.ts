import { fold } from '../text/fold.ts';
import { rawWords, splitNumbers, words } from '../text/tokens.ts';

/** One word of a typed query. */
export interface Word {
	/** Folded. */
	readonly text: string;
	/** May be the beginning of a longer word. */
	readonly prefix: boolean;
}

export interface Query {
	/** All of it, folded and trimmed: what keys are compared with. */
	readonly key: string;
	/** Distinct words. */
	readonly words: readonly Word[];
	/** The same, with hyphenated words written as one; undefined where there are none. */
	readonly joined: readonly Word[] | undefined;
}

/** A query longer than this is cut: nobody types more words, and every word costs. */
const mostWords = 24;

/**
 * Reads what someone typed. Hyphens and the border between letters and numbers separate words (`vas17`,
 * `smith2021`); the last word is a beginning unless something that ends words follows, and so are letters with a
 * number right behind them.
 */
export function parseQuery(text: string): Query {
	const open = /[\p{L}\p{N}\p{M}]$/u.test(text);
	const raw = rawWords(text.replace(/_/g, ' ')).slice(0, mostWords);
	const separate: Word[] = [];
	const joined: Word[] = [];
	raw.forEach((one, i) => {
		const last = open && i === raw.length - 1;
		const parts = words(one).flatMap(splitNumbers);
		parts.forEach((part, k) => {
			const numbered = k + 1 < parts.length && !isNumber(part) && isNumber(parts[k + 1]!);
			add(separate, { text: part, prefix: numbered || (last && k === parts.length - 1) });
		});
		add(joined, { text: words(one).join(''), prefix: last });
	});
	return {
		key: fold(text.trim()),
		words: separate,
		joined: raw.some((one) => words(one).length > 1) ? joined : undefined,
	};
}

function isNumber(part: string): boolean {
	return part >= '0' && part < ':';
}

function add(list: Word[], word: Word): void {
	const at = list.findIndex((other) => other.text === word.text);
	if (at < 0) list.push(word);
	else if (word.prefix && list[at]!.prefix !== word.prefix) list[at] = { ...word, prefix: false };
}
