import { letters } from '../keys/make-key.ts';
import type { Paper } from '../model/paper.ts';
import { docsOfFoldedKey, isMade, madeKey, outlineOf, type Segment, withKeys } from '../search/segment.ts';
import { sizeOf, stringAt } from '../search/strings.ts';
import { fold } from '../text/fold.ts';
import { contentOf, sameWork } from './identity.ts';

/** An entry under a key that several works have. */
interface Holder {
	readonly segment: Segment;
	readonly doc: number;
	readonly paper: Paper;
	readonly content: string;
	readonly made: boolean;
}

/**
 * Tells keys apart that were made for different works in different sources, or that a source gives to another work.
 * A key that was given stays. Of made ones, the work whose content sorts first keeps the key and all others get a
 * letter more, whatever the order of the sources: the keys follow from the papers alone. Letters are z, y, x, … here and
 * a, b, c, … within a source, so that more papers in one source don't change what others are called.
 */
export function settleKeys(segments: ReadonlyMap<string, Segment>): ReadonlyMap<string, Segment> {
	const all = [...segments.values()];
	const contested = new Set(all.flatMap((a, i) => all.slice(i).flatMap((b) => contestedKeys(a, b))));
	if (contested.size === 0) return segments;
	const renamed = new Map<Segment, Map<number, string>>();
	const assigned = new Map<string, Paper>();
	for (const key of [...contested].sort()) {
		for (const work of losersOf(holdersOf(all, key))) {
			const paper = work[0]!.paper;
			const isFree = (candidate: string) => {
				const other = assigned.get(fold(candidate));
				if (other && !sameWork(other, paper)) return false;
				return holdersOf(all, candidate).every((holder) => sameWork(holder.paper, paper));
			};
			let number = 0;
			while (!isFree(paper.id + fromTheEnd(number))) number++;
			assigned.set(fold(paper.id + fromTheEnd(number)), paper);
			for (const { segment, doc, made } of work) {
				if (!made) continue;
				let keys = renamed.get(segment);
				if (!keys) renamed.set(segment, (keys = new Map()));
				keys.set(doc, madeKey(segment, doc) + fromTheEnd(number));
			}
		}
	}
	return new Map(
		Array.from(segments, ([file, segment]) => {
			const keys = renamed.get(segment);
			return [file, keys ? rekeyed(segment, keys) : segment];
		}),
	);
}

function fromTheEnd(number: number): string {
	return letters(number).replace(/[a-z]/g, (letter) => String.fromCharCode(97 + 122 - letter.charCodeAt(0)));
}

// A change of one source leaves what others have in common as it was.
const compared = new WeakMap<Segment, WeakMap<Segment, readonly string[]>>();

/** The keys, folded, that stand for different works in two segments, or twice in one, and were made in one of them. */
function contestedKeys(a: Segment, b: Segment): readonly string[] {
	const nothingMade = a.made.length === 0 && b.made.length === 0;
	if (nothingMade || (a === b && a.made.length === a.size)) return [];
	let known = compared.get(a);
	if (!known) compared.set(a, (known = new WeakMap()));
	let keys = known.get(b);
	if (!keys) known.set(b, (keys = commonKeys(a, b).filter((key) => isContested(a, b, key))));
	return keys;
}

/** The keys, folded and sorted, that both have; of one segment, those that it has twice. */
function commonKeys({ foldedKeys: a }: Segment, { foldedKeys: b }: Segment): string[] {
	const found: string[] = [];
	const add = (key: string) => void (found.at(-1) !== key && found.push(key));
	// In step through both; the first is one ahead where both are the same.
	let i = a === b ? 1 : 0;
	let j = 0;
	let [one, other] = [stringAt(a, i), stringAt(b, j)];
	while (i < sizeOf(a) && j < sizeOf(b)) {
		if (one === other) add(one);
		if (a === b || one === other) [one, other] = [stringAt(a, ++i), stringAt(b, ++j)];
		else if (one < other) one = stringAt(a, ++i);
		else other = stringAt(b, ++j);
	}
	return found;
}

function isContested(a: Segment, b: Segment, key: string): boolean {
	const docs = docsOfFoldedKey(b, key);
	return docsOfFoldedKey(a, key).some((docA) =>
		docs.some(
			(docB) =>
				(a !== b || docA !== docB) &&
				(isMade(a, docA) || isMade(b, docB)) &&
				!sameWork(outlineOf(a, docA), outlineOf(b, docB)),
		),
	);
}

function holdersOf(segments: readonly Segment[], key: string): Holder[] {
	return segments.flatMap((segment) =>
		docsOfFoldedKey(segment, key).map((doc) => {
			const paper = outlineOf(segment, doc);
			return { segment, doc, paper, content: contentOf(paper), made: isMade(segment, doc) };
		}),
	);
}

/** The works whose made keys must change, as another work was given the key or comes first, in the order of their content. */
function losersOf(holders: readonly Holder[]): Holder[][] {
	const works: Holder[][] = [];
	for (const holder of [...holders].sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : 0))) {
		const same = works.find((work) => work.some(({ paper }) => sameWork(paper, holder.paper)));
		if (same) same.push(holder);
		else works.push([holder]);
	}
	const given = works.filter((work) => work.some(({ made }) => !made));
	return works.filter(
		(work, place) =>
			work.some(({ made }) => made) && (given.length > 0 ? given.some((other) => other !== work) : place > 0),
	);
}

const latest = new WeakMap<Segment, { readonly keys: string; readonly segment: Segment }>();

/** The segment with other keys; the same one as long as these do not change. */
function rekeyed(segment: Segment, keys: ReadonlyMap<number, string>): Segment {
	const said = JSON.stringify([...keys].sort(([a], [b]) => a - b));
	const known = latest.get(segment);
	if (known?.keys === said) return known.segment;
	const fresh = withKeys(segment, keys);
	latest.set(segment, { keys: said, segment: fresh });
	return fresh;
}
