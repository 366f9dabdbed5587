import { familyOf } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { parseNames } from '../text/names.ts';
import { fieldToText } from '../text/tex.ts';
import { mostOf } from './alignment.ts';
import type { BibEntry } from './types.ts';

/** So many entries in order are no accident. */
const FEWEST = 5;
/** More are not compared by their authors, whose names take time. */
const MOST_BY_AUTHOR = 5000;

/** The fields of an entry that files are sorted by. */
export interface Sortable {
	readonly key: string;
	/** As the file has it; undefined where it has none. */
	field(name: string): string | undefined;
}

type Order = (entry: Sortable) => string;

const year = ({ field }: Sortable) => /\d{4}/.exec(field('date') ?? field('year') ?? '')?.[0] ?? '';
const byKey: readonly Order[] = [({ key }) => key, ({ key }) => key.toLowerCase()];
const byAuthor: Order = (entry) => {
	const names = entry.field('author') ?? entry.field('editor') ?? '';
	const families = parseNames(names.slice(0, 2000)).names.map(familyOf);
	return fold(`${families[0] ?? fieldToText(entry.field('title') ?? '')}\t${year(entry)}`);
};

/**
 * Where an entry belongs in a file whose entries are in order of their keys, their authors or their years: behind so
 * many of them. Undefined where they are in none.
 */
export function placeOf(text: string, entries: readonly BibEntry[], added: Sortable): number | undefined {
	if (entries.length < FEWEST) return undefined;
	const sortables = entries.map((entry) => sortable(text, entry));
	const orders = [...byKey, ...(entries.length > MOST_BY_AUTHOR ? [] : [byAuthor]), year];
	for (const order of orders) {
		const values = sortables.map(order);
		// Where most have the same value, or none, any order is one.
		const distinct = new Set(values).size;
		if (distinct < FEWEST || mostOf(values) === '') continue;
		const own = order(added);
		if (isSorted(values)) return behind(values, (value) => value <= own);
		if (order === year && isSorted(values.toReversed())) return behind(values, (value) => value >= own);
	}
	return undefined;
}

function sortable(text: string, { key, fields }: BibEntry): Sortable {
	return {
		key,
		field(name) {
			const found = fields.find((field) => field.name === name);
			return found?.pieces.map(({ start, end }) => text.slice(start, end)).join('');
		},
	};
}

function isSorted(values: readonly string[]): boolean {
	return values.every((value, at) => at === 0 || values[at - 1]! <= value);
}

function behind(values: readonly string[], isBefore: (value: string) => boolean): number {
	const at = values.findIndex((value) => !isBefore(value));
	return at < 0 ? values.length : at;
}
