import * as l10n from '@vscode/l10n';

/** A year, or several of them that are put together, with how many things are of it. */
export interface YearCount {
	/** The first of them. */
	readonly year: number;
	/** `2019`; `1950s` where several are put together. */
	readonly name: string;
	readonly count: number;
}

/** More years than these are put together into decades, so that bars stay wide enough to be seen. */
const MOST_YEARS = 40;

function together(year: number): string {
	return l10n.t({ message: '{0}s', args: [`${year}`], comment: 'Years put together, such as the 1950s' });
}

/** How many things are of each year, from the first year to the last one without a gap; empty for none. */
export function countYears(years: readonly number[]): readonly YearCount[] {
	if (years.length === 0) return [];
	const [first, last] = years.reduce(([a, b], year) => [Math.min(a, year), Math.max(b, year)], [years[0]!, years[0]!]);
	const unit = last - first < MOST_YEARS ? 1 : last - first < 10 * MOST_YEARS ? 10 : 100;
	const begin = Math.floor(first / unit) * unit;
	const counts = new Map<number, number>();
	for (const one of years) {
		const year = Math.floor(one / unit) * unit;
		counts.set(year, (counts.get(year) ?? 0) + 1);
	}
	return Array.from({ length: Math.floor((last - begin) / unit) + 1 }, (_, i) => {
		const year = begin + i * unit;
		return { year, name: unit === 1 ? `${year}` : together(year), count: counts.get(year) ?? 0 };
	});
}
