import * as l10n from '@vscode/l10n';
import type { CitingSentence } from '../corpus/types.ts';
import type { Context } from '../model/citation.ts';
import { quoted } from '../text/phrases.ts';
import { rawWords } from '../text/tokens.ts';
import { authorCues } from './author-cues.ts';
import { citedElsewhere, citedFor } from './citing.ts';
import { rarityOf, scoreTexts, sharedTerms } from './context-score.ts';
import { contextTerms } from './context-terms.ts';
import { field } from './fields.ts';
import { type Library, segmentOf, titleOfItem, yearOfItem } from './library.ts';
import { rarity } from './match.ts';
import { type Named, namedWorks } from './named.ts';
import { equalRange } from './strings.ts';
import { citedNearby, type Nearby, subjectTerms, vicinityTerms } from './surroundings.ts';
import { textTerms } from './texts.ts';
import { top } from './top.ts';

/**
 * How much each sign counts beside the words of a context: round values near those that a conditional logit fits on
 * sentences whose citations are known. Changed only by measurements (`npm run quality`).
 */
const tune = {
	author: 8,
	/** For a work that the sentence names. */
	named: 8,
	/** For a title of which every word stands in the context. */
	title: 8,
	/** For what the user's other sentences say of a paper, see {@link Cited}. */
	likeness: 25,
	said: 0.3,
	nearness: 4,
	/** For the words of papers that are cited nearby. */
	subject: 0.22,
	/** The words that all say around here do not tell which paper is meant. */
	vicinity: -0.15,
	/** For an entry that stands in its file next to one that is cited nearby. */
	neighbour: 5,
	/** Among fewer papers no word is rare, and what is not of words counts less to match. */
	usual: 200,
	/** From so many papers on, what the whole document is about tells something. */
	large: 1000,
	/** In a file of so many papers nobody has put together what belongs together. */
	crowd: 3000,
	/** How far in front of a citation, in characters, the name stands that is meant by it. */
	far: 8,
	farWhole: 200,
};
/** Of how many papers, the best ones, titles are looked at. */
const looked = 200;

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
	const nearby = citedNearby(citing, itemsOfKey);
	const { items, scores } = scoreTexts(library, withSurroundings(library, terms, nearby, citing));
	const touched = [...items];
	addTitles(library, new Set(textTerms(context.text)), items, scores);
	const reasons = new Map<number, { score: number; all: number; why: () => string }>();
	const add: Add = (item, score, why) => {
		if (scores[item] === 0) touched.push(item);
		scores[item]! += score;
		const known = reasons.get(item);
		const all = (known?.all ?? 0) + score;
		reasons.set(item, known && known.score >= score ? { ...known, all } : { score, all, why });
	};
	const { meant, likely } = weighNames(ownNames(namedWorks(library, context.text)), context);
	for (const { items: works, name } of likely) {
		const why = () => l10n.t('the sentence mentions “{0}”', name);
		for (const item of works) add(item, tune.named, why);
	}
	/** The words of the context that terms were made of, as a list; several terms come of one word with a hyphen. */
	const words = (some: readonly string[]) => [...new Set(some.map((term) => quoted(wordOf(context, term))))].join(', ');
	const share = Math.min(1, rarity(library.size, 1) / rarity(tune.usual, 1));
	addCited(context.text, () => gainsOf(library, terms), share, citing, itemsOfKey, words, add);
	addNeighbours(library, nearby, share, (item, ...gain) => scores[item]! > 0 && add(item, ...gain));
	addAuthors(library, context, add);
	return {
		items: touched,
		scores,
		meant,
		why(item) {
			if (meant?.items.includes(item)) return l10n.t('the sentence names it: “{0}”', meant.name);
			const reason = reasons.get(item);
			if (reason && reason.score >= scores[item]! - reason.all) return reason.why();
			const shared = words(sharedTerms(library, terms, item));
			return shared ? l10n.t('has {0}', shared) : reason?.why();
		},
	};
}

/** The terms of a context with those of what surrounds it. */
function withSurroundings(
	library: Library,
	terms: ReadonlyMap<string, number>,
	nearby: Nearby,
	citing: readonly CitingSentence[],
): Map<string, number> {
	const all = new Map(terms);
	const addAll = (more: ReadonlyMap<string, number>, share: number) => {
		for (const [term, weight] of more) all.set(term, (all.get(term) ?? 0) + share * weight);
	};
	addAll(subjectTerms(library, nearby), tune.subject);
	addAll(vicinityTerms(library, citing), tune.vicinity);
	return all;
}

/** What each term of a context is worth, by its weight and how rare it is. */
function gainsOf(library: Library, terms: ReadonlyMap<string, number>): Map<string, number> {
	return new Map([...terms].map(([term, weight]) => [term, weight * rarityOf(library, term)]));
}

/** The word of the sentence that a term was made of. */
function wordOf(context: Context, term: string): string {
	const all = [context.text, context.before, context.after, context.section, context.title].filter(
		(text) => text !== undefined,
	);
	return all.flatMap(rawWords).find((raw) => textTerms(raw).includes(term)) ?? term;
}

/** Prefers, of the best papers, those whose whole title the sentence has: long titles share some word with everything. */
function addTitles(library: Library, terms: ReadonlySet<string>, items: readonly number[], scores: Float32Array): void {
	const best = top(looked);
	for (const item of items) best.add(item, scores[item]!);
	const weights = new Map<string, number>();
	const weightOf = (term: string) => {
		let weight = weights.get(term);
		if (weight === undefined) weights.set(term, (weight = rarityOf(library, term)));
		return weight;
	};
	for (const { item } of best.items()) {
		let whole = 0;
		let shared = 0;
		for (const term of new Set(textTerms(titleOfItem(library, item)))) {
			const weight = weightOf(term);
			whole += weight;
			if (terms.has(term)) shared += weight;
		}
		if (shared > 0) scores[item]! += (tune.title * shared) / whole;
	}
}

/** @param why In one line; asked for the few papers that are shown. */
type Add = (item: number, score: number, why: () => string) => void;

/** Prefers what other sentences cite, which nobody knows of at every letter that is typed. */
function addCited(
	text: string,
	gains: () => ReadonlyMap<string, number>,
	share: number,
	citing: readonly CitingSentence[],
	itemsOfKey: (key: string) => readonly number[],
	words: (terms: readonly string[]) => string,
	add: Add,
): void {
	if (citing.length === 0) return;
	const near = () => l10n.t('you cite it nearby');
	const worth = gains();
	for (const [key, { likeness, said, nearness }] of citedElsewhere(text, worth, citing)) {
		const alike = () => {
			const shared = words(citedFor(key, worth, citing));
			return shared ? l10n.t('you cited it for {0}', shared) : l10n.t('you cited it in a similar sentence');
		};
		for (const item of itemsOfKey(key)) {
			// Each for itself: what a paper shares with the sentence tells more than that it was cited in some like it.
			if (likeness > 0) add(item, tune.likeness * likeness, alike);
			if (said > 0) add(item, tune.said * said, alike);
			if (nearness > 0) add(item, tune.nearness * share * nearness, near);
		}
	}
}

/** Who collects entries by hand puts next to each other what belongs together. */
function addNeighbours(library: Library, nearby: Nearby, share: number, add: Add): void {
	const why = () => l10n.t('its entry stands beside one that you cite nearby');
	for (const [item, weight] of nearby) {
		const at = segmentOf(library, item);
		const { size } = library.segments[at]!;
		if (size > tune.crowd) continue;
		const first = library.bases[at]!;
		for (let apart = 1; apart <= farthest; apart++) {
			// In a short file everything is close to everything: only what is closer than most tells something.
			const gain = tune.neighbour * share * weight * (closeness(apart) - (2 * allCloseness) / size);
			if (gain <= 0) break;
			for (const other of [item - apart, item + apart]) {
				if (other >= first && other < first + size) add(other, gain, why);
			}
		}
	}
}

/** So many entries further nothing is added that counts. */
const farthest = 12;
const closeness = (apart: number) => Math.exp(-apart / 4);
const allCloseness = Array.from({ length: farthest }, (_, i) => closeness(i + 1)).reduce((sum, one) => sum + one, 0);

function addAuthors(library: Library, context: Context, add: Add): void {
	for (const cue of authorCues(context.text)) {
		const why = () => l10n.t('the sentence names {0}', cue.written);
		const ranges = library.segments.map(({ names }) => equalRange(names.terms, cue.family));
		library.segments.forEach(({ names: { starts, docs, marks } }, i) => {
			const { low, high } = ranges[i]!;
			const gain = tune.author * cue.weight * rarity(library.size, starts[high]! - starts[low]!);
			for (let at = starts[low]!; at < starts[high]!; at++) {
				const mark = marks[at]!;
				if ((mark & (field.firstAuthor | field.author)) === 0) continue;
				const item = library.bases[i]! + docs[at]!;
				const share = mark & field.firstAuthor ? 1 : 0.3;
				const year = cue.year === undefined ? 1 : cue.year === yearOfItem(library, item) ? 1.6 : 0.5;
				add(item, gain * share * year, why);
			}
		});
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
