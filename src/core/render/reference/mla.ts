import { type Facts, monthAndYear } from './facts.ts';
import { inOrder, inverted } from './names.ts';
import { shortened } from './pages.ts';
import { ended, italic, joined, type Part, quoted } from './pieces.ts';

/**
 * The ninth edition of the style of the Modern Language Association.
 * @see https://style.mla.org/works-cited/citations-by-format/
 */
export function mla(facts: Facts): Part {
	const { kind, authors, title, edition } = facts;
	const isWhole = kind === 'book' || kind === 'thesis' || kind === 'report';
	const what = isWhole ? ended(italic(title)) : quoted(title, '.');
	const first = kind === 'book' ? edition && `${edition} ed.` : '';
	const tail = ended(joined(', ', first, ...where(facts)));
	return joined(' ', ended(names(authors, facts.hasOthers)), what, tail);
}

function where(facts: Facts): readonly Part[] {
	const { kind, container, volume, issue, pages, publisher, year, link, editors, number, isMaster } = facts;
	const on = pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${shortened(pages, 'two')}`;
	const [one, other] = editors.map((name) => inOrder(name, false));
	const by = one && `edited by ${editors.length > 2 ? `${one} et al.` : [one, other].filter(Boolean).join(' and ')}`;
	if (kind === 'preprint') return [italic('arXiv'), year, link];
	if (kind === 'article')
		return [italic(container), volume && `vol. ${volume}`, issue && `no. ${issue}`, monthAndYear(facts), on, link];
	if (kind === 'thesis') return [joined('. ', year, publisher), isMaster ? 'MA thesis' : 'PhD dissertation', link];
	if (kind === 'report') return [publisher, number && `no. ${number}`, year, link];
	if (kind === 'book') return [publisher, year, link];
	return [italic(container), by, publisher, year, on, link];
}

function names(all: Facts['authors'], hasOthers: boolean): string {
	const [first, second] = all;
	if (!first) return '';
	const one = inverted(first, false);
	if (all.length > 2 || hasOthers) return `${one}, et al.`;
	return second ? `${one}, and ${inOrder(second, false)}` : one;
}
