import { outlineOfItem } from '../search/library.ts';
import type { Alternatives, AlternativesQuestion, SourceEntry } from './types.ts';
import { isInScope, itemsOfKey, type View } from './view.ts';
import { akinTo, isPreprint, type Member, workOf } from './works.ts';

/** Yields after each key. */
export function* answerAlternatives(
	view: View,
	{ keys }: AlternativesQuestion,
): Generator<void, (Alternatives | undefined)[]> {
	const found: (Alternatives | undefined)[] = [];
	for (const key of keys) {
		found.push(alternativesOf(view, key));
		yield;
	}
	return found;
}

function alternativesOf(view: View, key: string): Alternatives | undefined {
	const [item] = itemsOfKey(view, key, false);
	if (item === undefined) return undefined;
	const work = workOf(view.library, item);
	const own = work.find((member) => member.item === item)!;
	const others = work.flatMap((member) => {
		const inScope = isInScope(view, member.item);
		if (member === own || !(inScope || (isPreprint(own) && member.published))) return [];
		const paper = outlineOfItem(view.library, member.item);
		// Another bibliography may have the same entry.
		if (paper.id === key || paper.aliases?.includes(key)) return [];
		return [{ key: paper.id, paper, inScope, ...publishedOf(member) }];
	});
	return others.length > 0 ? { ...publishedOf(own), others } : undefined;
}

function publishedOf({ published }: Member): { readonly published?: boolean } {
	return published === undefined ? {} : { published };
}

/** The entries of the one source that `view` has in scope; yields after each. */
export function* answerEntries(view: View, keys: readonly string[] | 'all'): Generator<void, SourceEntry[]> {
	const { library, own } = view;
	const items =
		keys === 'all'
			? Array.from({ length: own.size }, (_, item) => item)
			: keys.flatMap((key) => itemsOfKey(view, key, false));
	const found: SourceEntry[] = [];
	for (const item of [...new Set(items)].sort((a, b) => a - b)) {
		const akin = akinTo(library, item).map((other) => outlineOfItem(library, other));
		found.push({ paper: outlineOfItem(library, item), akin });
		yield;
	}
	return found;
}
