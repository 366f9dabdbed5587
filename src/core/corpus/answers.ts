import * as l10n from '@vscode/l10n';
import type { Context } from '../model/citation.ts';
import { complete, type Prior, type Tier, tier } from '../search/complete.ts';
import { byFit } from '../search/fit.ts';
import { yearOfItem } from '../search/library.ts';
import { namedWorks } from '../search/named.ts';
import { namedPeople } from '../search/people.ts';
import { meantBy } from '../search/repair.ts';
import { scoreContext } from '../search/suggest.ts';
import { top } from '../search/top.ts';
import type {
	CitingSentence,
	CompleteQuestion,
	Hit,
	NamedInText,
	NamedQuestion,
	RepairQuestion,
	SuggestQuestion,
} from './types.ts';
import { isInScope, itemsOfKey, representative, type View, wholePaper } from './view.ts';

/** A candidate of an answer, before it is looked at closely. */
export interface Candidate {
	readonly item: number;
	readonly score: number;
	readonly why?: string | undefined;
	/** Was its own key typed, or how that begins? */
	readonly byKey?: boolean;
}

/** Papers for what someone typed. */
export function answerComplete(view: View, question: CompleteQuestion): Hit[] {
	const { library } = view;
	const used = usedItems(view, question.used);
	const fitness = question.context ? fitting(view, question.context) : undefined;
	const standing = standingOf(view);
	const prior: Prior = (item) =>
		standing[item]! + (used.size > 0 && used.has(item) ? 0.4 : 0) + (fitness === undefined ? 0 : fitness(item));
	const room = roomFor(question);
	if (question.query.trim() === '') return hits(view, question, best(library.size, room, prior));
	return hits(view, question, rankTyped(view, question.query, room, prior));
}

/** What was typed, looked up in the user's own papers and in all: best first, with repetitions. */
export function rankTyped(view: View, query: string, room: number, prior: Prior): readonly Candidate[] {
	// The user's own papers are searched by themselves, too, so that a large corpus cannot crowd them out. They come
	// first in the library: their items are the same numbers.
	const searched = view.own === view.library ? [view.library] : [view.own, view.library];
	const ranked = searched.flatMap((library) => complete(library, query, room, prior));
	const reasons = whyTyped();
	const candidates = ranked.map((one) => {
		const standing = order.indexOf(`${isInScope(view, one.item) ? 'own' : 'other'} ${one.tier}`);
		const score = (order.length - standing) * 1000 + one.score;
		const byKey = one.tier === tier.exactKey || one.tier === tier.keyPrefix;
		return { item: one.item, score, why: reasons[one.tier], byKey };
	});
	return candidates.sort((a, b) => b.score - a.score);
}

/** Where tiers of the user's own papers stand among those of the rest of the corpus, best first. */
const order: readonly string[] = [
	`own ${tier.exactKey}`,
	`other ${tier.exactKey}`,
	`own ${tier.keyPrefix}`,
	`own ${tier.words}`,
	`other ${tier.keyPrefix}`,
	`other ${tier.words}`,
	`own ${tier.near}`,
	`other ${tier.near}`,
	`own ${tier.some}`,
	`other ${tier.some}`,
];

/** Why a paper answers what was typed, for each tier. */
const whyTyped = (): Readonly<Record<Tier, string | undefined>> => ({
	[tier.exactKey]: l10n.t('has this key'),
	[tier.keyPrefix]: l10n.t('its key begins like this'),
	[tier.words]: l10n.t('has all these words'),
	[tier.near]: l10n.t('has these words in another spelling or in its abstract'),
	[tier.some]: l10n.t('has some of these words'),
});

/** Papers that fit a sentence. */
export function answerSuggest(view: View, question: SuggestQuestion): Hit[] {
	return hits(view, question, suggestions(view, question.context, question.citing ?? [], question));
}

/** What an unknown key may have meant; for an empty one, what the sentence says. */
export function answerRepair(view: View, question: RepairQuestion): Hit[] {
	const { context } = question;
	const fits = context ? suggestions(view, context, [], question) : [];
	if (question.key.trim() === '') return hits(view, question, fits);
	const candidates: Candidate[] = meantBy(view.library, question.key).map(({ item, likelihood, why }) => ({
		item,
		score: likelihood,
		why,
	}));
	const strongest = Math.max(1, ...fits.map(({ score }) => score));
	for (const { item, score, why } of fits) {
		// A work that the sentence names beats all but nearly equal keys; one that only fits comes last.
		candidates.push({ item, score: score >= named ? 0.9 : (0.4 * score) / strongest, why });
	}
	candidates.sort((a, b) => b.score - a.score);
	// Where one is very likely, what only fits the subject is noise.
	const enough = (candidates[0]?.score ?? 0) * 0.5;
	return hits(
		view,
		question,
		candidates.filter(({ score }) => score >= enough),
	);
}

/** The works that texts name; yields after each text. */
export function* answerNamed(view: View, { texts }: NamedQuestion): Generator<void, NamedInText[]> {
	const found: NamedInText[] = [];
	const hitsOf = (items: readonly number[]) => {
		const ones = [...new Set(items.map((item) => representative(view, item)))];
		const own = ones.filter((item) => isInScope(view, item));
		const others = ones.filter((item) => !isInScope(view, item));
		return [...own, ...others].slice(0, mostNamesakes).map((item) => hitOf(view, item, 1));
	};
	for (const text of texts) {
		found.push({
			works: namedWorks(view.library, text).map(({ start, end, name, whole, items }) => ({
				start,
				end,
				name,
				whole,
				hits: hitsOf(byFit(view.library, text, items)),
			})),
			people: namedPeople(view.library, text).map(({ items, year, ...named }) => ({
				...named,
				...(year !== undefined && { year }),
				hits: hitsOf(items),
			})),
		});
		yield;
	}
	return found;
}

/** More works of one title than these are not told. */
const mostNamesakes = 5;

/** Scores from here on say that the sentence names the work itself. */
const named = 10_000;

/** Papers are cited a year before the one that is printed on them. */
const aheadOfPrint = 1;

function suggestions(view: View, context: Context, citing: readonly CitingSentence[], question: Asked): Candidate[] {
	const { library } = view;
	const scored = scoreContext(library, context, citing, (key) => itemsOfKey(view, key, true));
	const used = usedItems(view, question.used);
	const { scores, meant } = scored;
	const items = new Set([...scored.items, ...(meant?.items ?? [])]);
	const found = top(roomFor(question));
	const latest = (context.year ?? Number.POSITIVE_INFINITY) + aheadOfPrint;
	for (const item of items) {
		const year = yearOfItem(library, item);
		const certain = meant?.items.includes(item) ? named : 0;
		const score = certain + scores[item]!;
		if (score <= 0 || (year > latest && !certain)) continue;
		const small = (used.has(item) ? 0.02 : 0) + (isInScope(view, item) ? 0.3 : 0) + 0.005 * recency(year);
		found.add(item, score * (1 + small));
	}
	return found.items().map(({ item, score }) => ({ item, score, why: scored.why(item) }));
}

/** What every question has in common. */
type Asked = Pick<CompleteQuestion, 'limit' | 'exclude' | 'used'>;

/** So many candidates leave enough hits when the excluded and the repeated ones are gone. */
function roomFor({ limit, exclude }: Asked): number {
	return 2 * limit + (exclude?.length ?? 0) + 10;
}

/** Candidates, best first, made hits: one per work, without the excluded ones. */
function hits(view: View, question: Asked, candidates: readonly Candidate[]): Hit[] {
	const seen = new Set<number>();
	const excluded = new Set(
		(question.exclude ?? []).flatMap((key) => itemsOfKey(view, key, true)).map((item) => representative(view, item)),
	);
	const found: Hit[] = [];
	for (const { item, score, why, byKey } of candidates) {
		if (found.length >= question.limit) break;
		const one = representative(view, item);
		if (seen.has(one) || excluded.has(one)) continue;
		seen.add(one);
		// Who types a key that the document may cite means that one, though the work have another.
		found.push(hitOf(view, byKey && isInScope(view, item) ? item : one, score, why));
	}
	return found;
}

function hitOf(view: View, item: number, score: number, why?: string): Hit {
	const paper = wholePaper(view, item);
	return { key: paper.id, score, paper, inScope: isInScope(view, item), ...(why !== undefined && { why }) };
}

function usedItems(view: View, keys: readonly string[] | undefined): ReadonlySet<number> {
	return new Set((keys ?? []).flatMap((key) => itemsOfKey(view, key, false)));
}

/** 0 for a paper of 1970 or of no known year, 1 for one of 2030. */
function recency(year: number): number {
	return Math.min(1, Math.max(0, (year - 1970) / 60));
}

// What starts with a letter is asked for among all papers at once.
const standings = new WeakMap<View, Float32Array>();

/** What settles the order of equally good papers, whatever was asked, by item. */
function standingOf(view: View): Float32Array {
	let standing = standings.get(view);
	if (!standing) {
		const { library, inScope } = view;
		standings.set(view, (standing = new Float32Array(library.size)));
		for (const [i, { years }] of library.segments.entries()) {
			const base = library.bases[i]!;
			for (let doc = 0; doc < years.length; doc++)
				standing[base + doc] = (i < inScope ? 1 : 0) + 0.2 * recency(years[doc]!);
		}
	}
	return standing;
}

function best(size: number, limit: number, prior: Prior): Candidate[] {
	const found = top(limit);
	for (let item = 0; item < size; item++) found.add(item, prior(item));
	return found.items();
}

// The same sentence is asked about at every letter that is typed in it.
const fits = new WeakMap<View['library'], { readonly context: string; readonly fitness: Prior }>();

/** How well papers fit a context, from 0 to 1 for the best. */
function fitting(view: View, context: Context): Prior {
	const { library } = view;
	const asked = JSON.stringify(context);
	const known = fits.get(library);
	if (known?.context === asked) return known.fitness;
	const { items, scores, meant } = scoreContext(library, context, [], () => []);
	let most = 1;
	for (const item of items) most = Math.max(most, scores[item]!);
	const certain = new Set(meant?.items);
	const fitness: Prior = (item) => (certain.has(item) ? 1.5 : scores[item]! / most);
	fits.set(library, { context: asked, fitness });
	return fitness;
}
