import { type Html, html } from './html.ts';

/** Something with how often it is there. */
export type Counted<T> = readonly [T, number];

/** How often each thing is in a list, most often first. */
export function counted<T>(list: readonly T[]): readonly Counted<T>[] {
	const counts = new Map<T, number>();
	for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a);
}

/** More years than these are put together into decades, so that bars stay wide enough to be seen. */
const MOST_YEARS = 40;
const height = 120;
const step = 16;

/** Columns for years, from the first to the last one without a gap. The numbers themselves stand in a table below. */
export function yearChart(years: readonly number[]): Html {
	if (years.length === 0) return html`<p>No cited paper has a year.</p>`;
	const [first, last] = years.reduce(([a, b], year) => [Math.min(a, year), Math.max(b, year)], [years[0]!, years[0]!]);
	const unit = last - first < MOST_YEARS ? 1 : last - first < 10 * MOST_YEARS ? 10 : 100;
	const begin = Math.floor(first / unit) * unit;
	const counts = new Map(counted(years.map((year) => Math.floor(year / unit) * unit)));
	const bars = Array.from({ length: Math.floor((last - begin) / unit) + 1 }, (_, i) => begin + i * unit);
	const most = Math.max(...counts.values());
	const name = (year: number) => (unit === 1 ? `${year}` : `${year}s`);
	const columns = bars.map((year, i) => {
		const count = counts.get(year) ?? 0;
		const tall = count === 0 ? 0 : Math.max(2, (height * count) / most);
		const label = i % 5 === 0 || (i === bars.length - 1 && i % 5 > 1) ? year : '';
		return html`<rect x="${`${i * step + 2}`}" y="${`${height - tall + 14}`}" width="${`${step - 4}`}" height="${`${tall}`}"><title>${name(year)}: ${count}</title></rect><text x="${`${i * step + step / 2}`}" y="${`${height + 30}`}">${`${label}`}</text>`;
	});
	const rows = bars
		.filter((year) => counts.has(year))
		.map((year) => html`<tr><th scope="row">${name(year)}</th><td>${counts.get(year)}</td></tr>`);
	const width = bars.length * step;
	return html`<figure><svg role="img" aria-label="Cited papers by year, from ${name(begin)} to ${name(last)}; at most ${most} in one" viewBox="-14 0 ${`${width + 28}`} ${`${height + 36}`}" width="${`${2 * width}`}">${columns}</svg><details><summary>The numbers</summary><table><thead><tr><th scope="col">Year</th><th scope="col">Papers</th></tr></thead><tbody>${rows}</tbody></table></details></figure>`;
}

/** A bar as long as its share of the longest one; what it says must stand beside it as text. */
export function bar(value: number, most: number): Html {
	const width = most === 0 ? 0 : (100 * value) / most;
	return html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none"><rect width="${`${width}`}" height="8"/></svg>`;
}
