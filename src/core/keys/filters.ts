import type { Parameter } from './functions.ts';
import type { Value } from './syntax.ts';
import { blankSeparated, capitalised, isSkipped, withoutAccents } from './words.ts';

/** What a formula makes of a text. */
export interface KeyFilter {
	readonly parameters: readonly Parameter[];
	/**
	 * @param values One for each parameter, of the type of its fallback.
	 * @returns Undefined where the text will not do: the next alternative is taken.
	 */
	run(text: string, values: readonly Value[]): string | undefined;
}

/** What BibTeX, biber or LaTeX trip over, blanks, and control characters. */
const FORBIDDEN = /[\\"#%'(),={}~\s\p{Cc}]+/gu;

/** Without accents, and without what must not stand in a key. */
export function clean(text: string): string {
	return withoutAccents(text).replace(FORBIDDEN, '');
}

const plain = (run: (text: string) => string): KeyFilter => ({ parameters: [], run });

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
	'=': (a, b) => a === b,
	'!=': (a, b) => a !== b,
	'>=': (a, b) => a >= b,
	'>': (a, b) => a > b,
};

/** `n` things (0: all that follow) from the `start`th on, from 1; a negative start counts from the end. */
function part<T>(things: readonly T[], start: Value | undefined, n: Value | undefined): readonly T[] {
	const from = Number(start) < 0 ? Math.max(0, things.length + Number(start)) : Math.max(0, Number(start) - 1);
	return things.slice(from, Number(n) > 0 ? from + Number(n) : undefined);
}

/** The filters there are. Names are compared without regard to case. */
export const filters: Readonly<Record<string, KeyFilter>> = {
	lower: plain((text) => text.toLowerCase()),
	upper: plain((text) => text.toUpperCase()),
	capitalize: plain((text) => blankSeparated(text).map(capitalised).join(' ')),
	abbr: {
		parameters: [['chars', 1]],
		run: (text, [chars]) =>
			blankSeparated(text)
				.map((word) => word.slice(0, Number(chars)))
				.join(''),
	},
	alphanum: plain((text) => text.replace(/[^\p{L}\p{N}\s]+/gu, '')),
	ascii: plain((text) => text.replace(/[^\x20-\x7e]+/g, '')),
	clean: plain(clean),
	fold: plain(withoutAccents),
	nopunct: {
		parameters: [['dash', '-']],
		run: (text, [dash]) => text.replace(/\p{Pd}+/gu, String(dash)).replace(/(?!\p{Pd})[\p{P}\p{S}]+/gu, ''),
	},
	nopunctordash: plain((text) => text.replace(/[\p{P}\p{S}]+/gu, '')),
	replace: {
		parameters: [
			['find', ''],
			['replace', ''],
		],
		run(text, [find, replacement]) {
			if (find === '') return text;
			const literal = String(find).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
			return text.replace(new RegExp(literal, 'gi'), () => String(replacement));
		},
	},
	substring: {
		parameters: [
			['start', 1],
			['n', 0],
		],
		run: (text, [start, n]) => part(Array.from(text), start, n).join(''),
	},
	select: {
		parameters: [
			['start', 1],
			['n', 0],
		],
		run: (text, [start, n]) => part(blankSeparated(text), start, n).join(' '),
	},
	skipwords: plain((text) =>
		blankSeparated(text)
			.filter((word) => !isSkipped(word))
			.join(' '),
	),
	condense: { parameters: [['sep', '']], run: (text, [sep]) => blankSeparated(text).join(String(sep)) },
	prefix: { parameters: [['prefix', '']], run: (text, [prefix]) => text && `${prefix}${text}` },
	postfix: { parameters: [['postfix', '']], run: (text, [postfix]) => text && `${text}${postfix}` },
	len: {
		parameters: [
			['relation', '>'],
			['n', 0],
		],
		run: (text, [relation, n]) =>
			comparisons[String(relation)]?.(blankSeparated(text).join('').length, Number(n)) ? text : undefined,
	},
};

/** The comparisons that `len` knows. */
export const relations: readonly string[] = Object.keys(comparisons);
