import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import type { Value } from './syntax.ts';
import { capitalised, lettersAndDigits, titleWords, withoutAccents } from './words.ts';

/** A parameter: its name and what it is where nothing is given. */
export type Parameter = readonly [name: string, fallback: Value];

/** What a formula takes from a paper. */
export interface KeyFunction {
	readonly parameters: readonly Parameter[];
	/** @param values One for each parameter, of the type of its fallback. */
	run(paper: Paper, values: readonly Value[]): string;
}

const MAX_NAME = 40;

const plain = (run: (paper: Paper) => string | undefined): KeyFunction => ({
	parameters: [],
	run: (paper) => run(paper) ?? '',
});

/** Authors, or where there are none, editors. */
const creators = (paper: Paper) => (paper.author?.length ? paper.author : (paper.editor ?? []));
const editors = (paper: Paper) => paper.editor ?? [];

function family(name: Name): string {
	const text = familyOf(name);
	// A company's name stays one word among others that are joined.
	return lettersAndDigits(text).slice(0, MAX_NAME);
}

/** The first `n` letters (0: all) of the `m`th name. */
const oneName = (people: (paper: Paper) => readonly Name[]): KeyFunction => ({
	parameters: [
		['n', 0],
		['m', 1],
	],
	run(paper, [n, m]) {
		const name = people(paper)[Number(m) - 1];
		return name ? family(name).slice(0, Number(n) || undefined) : '';
	},
});

/** The first `n` words of the title (0: all) that say something, the first `m` of them with a capital. */
const someOfTitle = (count: number): KeyFunction => ({
	parameters: [
		['n', count],
		['m', 0],
	],
	run: ({ title }, [n, m]) =>
		titleWords(title, Number(n) || undefined)
			.map((word, i) => (i < Number(m) ? capitalised(word) : word))
			.join(' '),
});

/** The functions there are. Names are compared without regard to case. */
export const functions: Readonly<Record<string, KeyFunction>> = {
	auth: oneName(creators),
	edtr: oneName(editors),
	authorLast: plain((paper) => creators(paper).slice(-1).map(family)[0]),
	authors: {
		parameters: [
			['n', 0],
			['etal', ''],
			['sep', ' '],
		],
		run(paper, [n, etal, sep]) {
			const names = creators(paper);
			const some = names.slice(0, Number(n) || undefined).map(family);
			return [...some, ...(some.length < names.length && etal ? [String(etal)] : [])].join(String(sep));
		},
	},
	authEtAl: {
		parameters: [['sep', ' ']],
		run(paper, [sep]) {
			const [first, second, third] = creators(paper);
			if (!first) return '';
			const others = third ? ['EtAl'] : second ? [family(second)] : [];
			return [family(first), ...others].join(String(sep));
		},
	},
	authAuthEa: {
		parameters: [['sep', '.']],
		run(paper, [sep]) {
			const [first, second, third] = creators(paper);
			const some = [first, second].flatMap((name) => (name ? [family(name)] : []));
			return [...some, ...(third ? ['ea'] : [])].join(String(sep));
		},
	},
	title: plain(({ title }) => titleWords(title).map(capitalised).join(' ')),
	shorttitle: someOfTitle(3),
	veryshorttitle: someOfTitle(1),
	year: plain((paper) => yearOf(paper)?.toString()),
	shortyear: plain((paper) => yearOf(paper)?.toString().slice(-2)),
	month: plain((paper) => paper.issued?.['date-parts']?.[0]?.[1]?.toString().padStart(2, '0')),
	journal: plain((paper) => withoutAccents(paper.fields?.shortjournal ?? paper['container-title'] ?? '')),
	publicationTitle: plain((paper) => withoutAccents(paper['container-title'] ?? '')),
	publisher: plain((paper) => withoutAccents(paper.publisher ?? '')),
	volume: plain(({ volume }) => volume),
	issue: plain(({ issue }) => issue),
	firstpage: plain(({ page }) => /^[A-Za-z]*\d+/.exec(page ?? '')?.[0]),
	type: plain(({ type }) => type),
	keyword: {
		parameters: [['n', 1]],
		run: ({ keyword = '' }, [n]) => withoutAccents(keyword.split(/[,;]/)[Number(n) - 1]?.trim() ?? ''),
	},
	arxiv: plain(({ arxiv }) => arxiv),
	doi: plain(({ DOI }) => DOI),
};
