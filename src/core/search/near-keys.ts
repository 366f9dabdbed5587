import { distanceFrom } from '../text/distance-from.ts';
import { leastEdits, lettersIn } from '../text/letters.ts';
import type { Near } from './near.ts';
import { type Strings, sizeOf, stringAt } from './strings.ts';

const known = new WeakMap<Strings, Uint32Array>();

/** The letters of all strings: 4 bytes for each, and 15 ms for 100,000, when somebody asks for the first time. */
function lettersOf(strings: Strings): Uint32Array {
	let letters = known.get(strings);
	if (!letters) {
		const { text, offsets } = strings;
		letters = Uint32Array.from({ length: sizeOf(strings) }, (_, i) => lettersIn(text, offsets[i], offsets[i + 1]));
		known.set(strings, letters);
	}
	return letters;
}

/**
 * The strings that are at most `limit` edits from a whole word, as `near` finds them. For more than two edits a look at
 * the letters of each is quicker than a walk of the dictionary, of which so many edits leave hardly anything out.
 */
export function nearKeys(strings: Strings, word: string, limit: number): Near[] {
	const letters = lettersOf(strings);
	const own = lettersIn(word);
	const distance = distanceFrom(word);
	const { offsets } = strings;
	const found: Near[] = [];
	for (let i = 0; i < letters.length; i++) {
		const length = offsets[i + 1]! - offsets[i]!;
		if (length > word.length + limit || length < word.length - limit) continue;
		if (leastEdits(own, letters[i]!) > limit) continue;
		const edits = distance(stringAt(strings, i), limit);
		if (edits <= limit) found.push({ low: i, high: i + 1, edits });
	}
	return found;
}
