import * as l10n from '@vscode/l10n';
import { filled, type Html, html } from './html.ts';
import { countYears } from './years.ts';

/** Something with how often it is there. */
export type Counted<T> = readonly [T, number];

/** How often each thing is in a list, most often first. */
export function counted<T>(list: readonly T[]): readonly Counted<T>[] {
	const counts = new Map<T, number>();
	for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a);
}

const height = 120;
const step = 16;

/** Columns for years, from the first to the last one without a gap. The numbers themselves stand in a table below. */
export function yearChart(years: readonly number[]): Html {
	if (years.length === 0) return html`<p>${l10n.t('No cited paper has a year.')}</p>`;
	const bars = countYears(years);
	const most = Math.max(...bars.map(({ count }) => count));
	const columns = bars.map(({ year, name, count }, i) => {
		const tall = count === 0 ? 0 : Math.max(2, (height * count) / most);
		const label = i % 5 === 0 || (i === bars.length - 1 && i % 5 > 1) ? year : '';
		return html`<rect x="${`${i * step + 2}`}" y="${`${height - tall + 14}`}" width="${`${step - 4}`}" height="${`${tall}`}"><title>${name}: ${count}</title></rect><text x="${`${i * step + step / 2}`}" y="${`${height + 30}`}">${`${label}`}</text>`;
	});
	const rows = bars
		.filter(({ count }) => count > 0)
		.map(({ name, count }) => html`<tr><th scope="row">${name}</th><td>${count}</td></tr>`);
	const width = bars.length * step;
	const about = filled(
		l10n.t('Cited papers by year, from {0} to {1}; at most {2} in one'),
		bars[0]!.name,
		bars.at(-1)!.name,
		most,
	);
	return html`<figure><svg role="img" aria-label="${about}" viewBox="-14 0 ${`${width + 28}`} ${`${height + 36}`}" width="${`${2 * width}`}">${columns}</svg><details><summary>${l10n.t('The numbers')}</summary><table><thead><tr><th scope="col">${l10n.t('Year')}</th><th scope="col">${l10n.t('Papers')}</th></tr></thead><tbody>${rows}</tbody></table></details></figure>`;
}

/** A bar as long as its share of the longest one; what it says must stand beside it as text. */
export function bar(value: number, most: number): Html {
	const width = most === 0 ? 0 : (100 * value) / most;
	return html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none"><rect width="${`${width}`}" height="8"/></svg>`;
}
