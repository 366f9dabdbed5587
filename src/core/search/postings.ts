import type { Library } from './library.ts';
import { type Expansion, type Reading, rarity } from './match.ts';
import { firstAtLeast } from './section.ts';

/** Items, in no order, each with its score at the same place. */
export interface Matches {
	readonly items: Uint32Array;
	readonly scores: Float32Array;
}

/** Room to count in, by item; zero wherever nobody is counting. One for all, as counting is never interrupted. */
interface Room {
	readonly scores: Float32Array;
	readonly best: Float32Array;
	readonly covered: Float32Array;
	readonly stage: Uint8Array;
	/** Lists of items, each followed by what an earlier count left there. */
	readonly seen: Uint32Array;
	readonly touched: Uint32Array;
}

function emptyRoom(size: number): Room {
	return {
		scores: new Float32Array(size),
		best: new Float32Array(size),
		covered: new Float32Array(size),
		stage: new Uint8Array(size),
		seen: new Uint32Array(size),
		touched: new Uint32Array(size),
	};
}

let room = emptyRoom(0);

function roomFor(size: number): Room {
	if (room.stage.length < size) room = emptyRoom(size);
	return room;
}

/**
 * The items that have every word; where there are very many, at least the best `most` of them. What the last word, the
 * most frequent one, can still add decides who need not be looked at.
 */
export function matchAll(library: Library, readings: readonly Reading[], most = Number.POSITIVE_INFINITY): Matches {
	const { scores, best, stage, seen, touched } = roomFor(library.size);
	// The rarest word first: what doesn't have it needs no more looking at.
	const order = [...readings].sort((a, b) => a.postings - b.postings);
	let items = seen.subarray(0, 0);
	let all = items;
	for (const [round, one] of order.entries()) {
		if (round === 0) {
			all = items = seen.subarray(0, visitAll(library, one, undefined, 0, 0, seen));
		} else if (round === order.length - 1 && items.length > 16 * most) {
			return released(bestOfAll(library, one, round, items.slice(), most), all);
		} else {
			items = touched.subarray(0, visitAll(library, one, items.slice(), round, round, touched));
		}
		for (const item of items) scores[item]! += best[item]!;
		if (items.length === 0) break;
	}
	const found = items.slice();
	return released({ items: found, scores: gathered(scores, found) }, all);

	function released(matches: Matches, used: Uint32Array): Matches {
		for (const item of used) scores[item] = stage[item] = 0;
		return matches;
	}
}

/** Less than this share of a score changes no order that anybody would notice. */
const negligible = 1e-3;

/** The last round of `matchAll`: those items that score most so far are looked at first. */
function bestOfAll(library: Library, last: Reading, round: number, items: Uint32Array, most: number): Matches {
	const { scores, best, stage, touched } = room;
	const gain = mostWorth(library, last);
	for (let looked = 4 * most; ; looked *= 8) {
		const { chosen, bar } = looked * 2 < items.length ? highest(items, scores, looked) : { chosen: items, bar: 0 };
		for (const item of chosen) stage[item] = round + 1;
		const found = touched.slice(0, visitAll(library, last, chosen, round + 1, round + 1, touched));
		const totals = gathered(scores, found);
		for (let i = 0; i < found.length; i++) totals[i]! += best[found[i]!]!;
		for (const item of chosen) stage[item] = round;
		if (chosen === items) return { items: found, scores: totals };
		if (found.length < most) continue;
		const least = totals.slice().sort()[found.length - most]!;
		if (gain < negligible * bar || least >= bar + gain) return { items: found, scores: totals };
	}
}

const steps = 1024;

/** The step of a scale up to the highest of some values that at least `count` of them reach, and how many are above it. */
function stepOfMany(values: Float32Array, count: number): { step: number; width: number; above: number } {
	let most = 0;
	for (const value of values) if (value > most) most = value;
	const width = most / (steps - 1);
	const sizes = new Uint32Array(steps);
	for (const value of values) sizes[Math.floor(value / width)]!++;
	let step = steps - 1;
	let above = 0;
	while (step > 0 && above + sizes[step]! < count) above += sizes[step--]!;
	return { step, width, above };
}

/** So many of the items that score highest, and what none of the others exceeds. */
function highest(items: Uint32Array, scores: Float32Array, count: number): { chosen: Uint32Array; bar: number } {
	const values = gathered(scores, items);
	const { step, width, above } = stepOfMany(values, count);
	const chosen = new Uint32Array(count);
	let size = 0;
	let equals = count - above;
	for (let i = 0; i < items.length; i++) {
		const own = Math.floor(values[i]! / width);
		if (own > step || (own === step && equals-- > 0)) chosen[size++] = items[i]!;
	}
	return { chosen: chosen.subarray(0, size), bar: (step + 1) * width };
}

/**
 * The items that have some of the words; what lacks many scores little. At least the best `most` of them: frequent words
 * are looked for only where others are, once those that have nothing else cannot be among the best.
 */
export function matchSome(library: Library, readings: readonly Reading[], most = Number.POSITIVE_INFINITY): Matches {
	const { scores, best, covered, stage, seen, touched } = roomFor(library.size);
	const order = [...readings].sort((a, b) => a.postings - b.postings);
	const weights = order.map((one) => rarity(library.size, one.postings));
	const gains = order.map((one) => mostWorth(library, one));
	const whole = sum(weights);
	const current = (items: Uint32Array) => {
		const found = gathered(scores, items);
		for (let i = 0; i < found.length; i++) found[i]! *= covered[items[i]!]! / whole;
		return found;
	};
	let size = 0;
	let complete = false;
	for (const [round, one] of order.entries()) {
		if (!complete && size >= most && one.postings > size) {
			const { step, width } = stepOfMany(current(seen.subarray(0, size)), most);
			complete = step * width > (sum(gains.slice(round)) * sum(weights.slice(round))) / whole;
		}
		const wanted = complete ? seen.subarray(0, size) : undefined;
		const count = visitAll(library, one, wanted, complete ? 1 : 0, round, touched);
		for (let i = 0; i < count; i++) {
			const item = touched[i]!;
			if (covered[item] === 0) seen[size++] = item;
			scores[item]! += best[item]!;
			covered[item]! += weights[round]!;
		}
	}
	const items = seen.slice(0, size);
	const found = { items, scores: current(items) };
	for (const item of items) scores[item] = covered[item] = stage[item] = 0;
	return found;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}

function gathered(values: Float32Array, items: Uint32Array): Float32Array {
	const found = new Float32Array(items.length);
	for (let i = 0; i < found.length; i++) found[i] = values[items[i]!]!;
	return found;
}

/** What a word adds to an item's score at most. */
function mostWorth(library: Library, { postings, expansions }: Reading): number {
	const most = expansions.map(({ weights, quality }) => quality * weights.reduce((a, b) => Math.max(a, b), 0));
	return rarity(library.size, postings) * Math.max(0, ...most);
}

/**
 * Lists the items of a word's postings whose stage is not below `least` and not above `round`, each once, puts the best
 * that each one is worth into the room and raises its stage above `round`.
 *
 * @param wanted If only these items matter, and others may or may not be listed: a list of postings much longer than
 * those is searched for them, a shorter one is read through.
 * @returns how many are listed now
 */
function visitAll(
	library: Library,
	one: Reading,
	wanted: Uint32Array | undefined,
	least: number,
	round: number,
	list: Uint32Array,
): number {
	const weight = rarity(library.size, one.postings);
	const length = one.word.text.length;
	let sorted: Uint32Array | undefined;
	let count = 0;
	for (const expansion of one.expansions) {
		const { terms, starts } = expansion.section;
		for (let term = expansion.low; term < expansion.high; term++) {
			const size = terms.offsets[term + 1]! - terms.offsets[term]!;
			const worth = weight * expansion.quality * (size <= length ? 1 : 0.5 + (0.4 * length) / size);
			const start = starts[term]!;
			const end = starts[term + 1]!;
			if (wanted !== undefined && end - start >= wanted.length * 16) {
				sorted ??= wanted.slice().sort();
				count = search(expansion, start, end, worth, sorted, least, round, list, count);
			} else {
				count = visit(expansion, start, end, worth, least, round, list, count);
			}
		}
	}
	return count;
}

function visit(
	{ base, section, weights }: Expansion,
	start: number,
	end: number,
	worth: number,
	least: number,
	round: number,
	list: Uint32Array,
	known: number,
): number {
	const { docs, marks } = section;
	const { best, stage } = room;
	let count = known;
	for (let i = start; i < end; i++) {
		const item = base + docs[i]!;
		const at = stage[item]!;
		if (at < least) continue;
		const score = worth * weights[marks[i]!]!;
		if (at <= round) {
			stage[item] = round + 1;
			best[item] = score;
			list[count++] = item;
		} else if (score > best[item]!) best[item] = score;
	}
	return count;
}

function search(
	{ base, section, weights }: Expansion,
	start: number,
	end: number,
	worth: number,
	wanted: Uint32Array,
	least: number,
	round: number,
	list: Uint32Array,
	known: number,
): number {
	const { docs, marks } = section;
	const { best, stage } = room;
	let count = known;
	let from = start;
	for (const item of wanted) {
		if (item < base) continue;
		from = firstAtLeast(docs, item - base, from, end);
		if (from === end) break;
		if (docs[from] !== item - base || stage[item]! < least) continue;
		const score = worth * weights[marks[from]!]!;
		if (stage[item]! <= round) {
			stage[item] = round + 1;
			best[item] = score;
			list[count++] = item;
		} else if (score > best[item]!) best[item] = score;
	}
	return count;
}
