/**
 * A set of names that can be asked about a part of a text without cutting that out. It never denies a name that it has,
 * and lets few others pass.
 */
export interface NameFilter {
	/** One for each name, or for several. */
	readonly places: Uint8Array;
	add(name: string): void;
	/** `start` and `end` hold at least one letter. */
	mayHave(text: string, start: number, end: number): boolean;
}

/** Places for letters and lengths; many more than there are names. */
const SIZE = 1 << 13;

/** @param names They may be those of another filter, which stays as it is. */
export function createNameFilter(names: Iterable<string> | NameFilter): NameFilter {
	const places = 'places' in names ? names.places.slice() : new Uint8Array(SIZE);
	const place = (text: string, start: number, end: number) =>
		(text.charCodeAt(start) * 31 +
			text.charCodeAt((start + end) >> 1) * 331 +
			text.charCodeAt(end - 1) * 1031 +
			(end - start) * 7) &
		(SIZE - 1);
	const add = (name: string) => {
		places[place(name, 0, name.length)] = 1;
	};
	if (!('places' in names)) for (const name of names) add(name);
	return { add, places, mayHave: (text, start, end) => places[place(text, start, end)] === 1 };
}
