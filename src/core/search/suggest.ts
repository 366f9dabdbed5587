import type { CitingSentence } from '../corpus/types.ts';
import type { Context } from '../model/citation.ts';
import { rawWords } from '../text/tokens.ts';
import { authorCues } from './author-cues.ts';
import { scoreTexts, sharedTerms } from './context-score.ts';
import { field } from './fields.ts';
import { type Library, yearOfItem } from './library.ts';
import { rarity } from './match.ts';
import { type Named, namedWorks } from './named.ts';
import { equalRange } from './strings.ts';
import { textTerms } from './texts.ts';

/**
 * How much each part of a context counts, measured on sentences whose citations are known. Changed only by
 * measurements.
 */
const tune = {
	before: 0.45,
	after: 0,
	section: 0.2,
	title: 0.3,
	abstract: 0.2,
	lead: 0.4,
	author: 45,
	citing: 1,
	named: 12,
	large: 1000,
	far: 8,
	farWhole: 200,
};

/** How well each paper fits a context. */
export interface ContextScores {
	/** Papers that score anything, in no order; some come twice. */
	readonly items: readonly number[];
	readonly scores: Float32Array;
	/** The work that the sentence names as the one cited. */
	readonly meant: Named | undefined;
	/** In one line, why an item scores. */
	why(item: number): string | undefined;
}

/** Scores all papers for a context: its words, names of works and authors, and what citing sentences say of a paper. */
export function scoreContext(
	library: Library,
	context: Context,
	citing: readonly CitingSentence[],
	itemsOfKey: (key: string) => readonly number[],
): ContextScores {
	const terms = contextTerms(context, library.size >= tune.large);
	const { items, scores } = scoreTexts(library, terms);
	const touched = [...items];
	const reasons = new Map<number, string>();
	const add = (item: number, score: number, why: string) => {
		if (scores[item] === 0) touched.push(item);
		scores[item]! += score;
		if (!reasons.has(item)) reasons.set(item, why);
	};
	const { meant, likely } = weighNames(ownNames(namedWorks(library, context.text)), context);
	for (const { items: works, name } of likely) {
		for (const item of works) add(item, tune.named, `the sentence mentions “${name}”`);
	}
	addCiting(citing, terms, itemsOfKey, add);
	addAuthors(library, context, add);
	return {
		items: touched,
		scores,
		meant,
		why(item) {
			if (meant?.items.includes(item)) return `the sentence names it: “${meant.name}”`;
			const shared = sharedTerms(library, terms, item).map((term) => `“${wordOf(context, term)}”`);
			return reasons.get(item) ?? (shared.length > 0 ? `has ${shared.join(', ')}` : undefined);
		},
	};
}

/** The word of the sentence that a term was made of. */
function wordOf(context: Context, term: string): string {
	const all = [context.text, context.before, context.after, context.section, context.title].filter(
		(text) => text !== undefined,
	);
	return all.flatMap(rawWords).find((raw) => textTerms(raw).includes(term)) ?? term;
}

/** The stemmed terms of a context with their weights. */
export function contextTerms(context: Context, large: boolean): Map<string, number> {
	const terms = new Map<string, number>();
	const add = (text: string | undefined, weight: number) => {
		if (text === undefined || weight === 0) return;
		for (const term of new Set(textTerms(text))) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
	};
	add(context.text, 1);
	add(context.lead, 1 + tune.lead);
	add(context.before, tune.before);
	add(context.after, tune.after);
	add(context.section, tune.section);
	if (large) {
		add(context.title, tune.title);
		add(context.abstract, tune.abstract);
	}
	return terms;
}

type Add = (item: number, score: number, why: string) => void;

function addAuthors(library: Library, context: Context, add: Add): void {
	for (const cue of authorCues(context.text)) {
		const ranges = library.segments.map(({ names }) => equalRange(names.terms, cue.family));
		library.segments.forEach(({ names: { starts, docs, marks } }, i) => {
			const { low, high } = ranges[i]!;
			const gain = (tune.author * cue.weight * rarity(library.size, starts[high]! - starts[low]!)) / 6;
			for (let at = starts[low]!; at < starts[high]!; at++) {
				const mark = marks[at]!;
				if ((mark & (field.firstAuthor | field.author)) === 0) continue;
				const item = library.bases[i]! + docs[at]!;
				const share = mark & field.firstAuthor ? 1 : 0.3;
				const year = cue.year === undefined ? 1 : cue.year === yearOfItem(library, item) ? 1.6 : 0.5;
				add(item, gain * share * year, `the sentence names ${cue.written}`);
			}
		});
	}
}

/** Papers that were cited before in sentences like this one: the user's own words about them. */
function addCiting(
	citing: readonly CitingSentence[],
	terms: ReadonlyMap<string, number>,
	itemsOfKey: (key: string) => readonly number[],
	add: Add,
): void {
	if (citing.length === 0) return;
	const having = new Map<string, number>();
	const saying = new Map<string, Map<string, number>>();
	for (const { text, keys } of citing) {
		const said = new Set(textTerms(text));
		for (const term of said) having.set(term, (having.get(term) ?? 0) + 1);
		for (const key of new Set(keys)) {
			let counts = saying.get(key);
			if (!counts) saying.set(key, (counts = new Map()));
			for (const term of said) if (terms.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
		}
	}
	for (const [key, counts] of saying) {
		let score = 0;
		for (const [term, often] of counts) {
			score += (terms.get(term)! * rarity(citing.length, having.get(term)!) * often) / (often + 1);
		}
		if (score > 0)
			for (const item of itemsOfKey(key)) add(item, tune.citing * score, 'you cited it in a similar sentence');
	}
}

/** A short name that several works have says nothing of which one is meant. */
function ownNames(names: readonly Named[]): readonly Named[] {
	return names.filter(({ works }) => works === 1);
}

/**
 * Divides the works that a sentence names: the one that the citation stands for, beyond doubt, and those that are only
 * more likely for it. Names stand right before the citation; of several the nearest is meant.
 */
function weighNames(names: readonly Named[], context: Context): { meant: Named | undefined; likely: readonly Named[] } {
	if (context.lead === undefined) {
		const whole = names.filter((one) => one.whole && one.name.length >= longName);
		return whole.length === 1
			? { meant: whole[0], likely: names.filter((one) => one !== whole[0]) }
			: { meant: undefined, likely: names };
	}
	const end = context.text.indexOf(context.lead) + context.lead.length;
	const gap = (one: Named) => (one.end <= end ? end - one.end : Number.POSITIVE_INFINITY);
	const [nearest, ...others] = [...names].sort((a, b) => gap(a) - gap(b));
	if (nearest && gap(nearest) <= (nearest.whole && nearest.name.length >= longName ? tune.farWhole : tune.far))
		return { meant: nearest, likely: others };
	return { meant: undefined, likely: names };
}

/** A title of so many characters is no common phrase. */
const longName = 20;
