import * as l10n from '@vscode/l10n';
import type { CitedTogether } from '../../core/features/picture.ts';
import { button, drawn, element, tableBehind, words } from '../dom.ts';
import { paragraphsInWords } from '../wording.ts';
import { type State, shortName } from './state.ts';

/** So many papers are drawn: those with most ties. */
const mostPapers = 40;
const rowHeight = 24;
const width = 96;

/** Who is cited together: the papers one below the other, in the order in which they are cited, and arcs between them. */
export function togetherArcs(state: State, choose: (cited: number) => void): readonly Node[] {
	const { picture, looked } = state;
	const pairs = (picture?.together ?? []).filter(({ papers }) => papers.every((cited) => looked.has(cited)));
	if (!picture || pairs.length === 0) return [element('p', {}, l10n.t('No paragraph cites two papers.'))];
	const shown = strongest(pairs);
	const rowOf = new Map([...shown].sort((a, b) => a - b).map((cited, row) => [cited, row]));
	const drawnPairs = pairs.filter(({ papers }) => papers.every((cited) => rowOf.has(cited)));
	const label = l10n.t('{0} papers, with arcs between those that are cited in the same paragraph', rowOf.size);
	const tall = rowOf.size * rowHeight;
	const svg = drawn('svg', {
		role: 'img',
		'aria-label': label,
		class: 'arcs',
		width,
		height: tall,
		viewBox: `0 0 ${width} ${tall}`,
		preserveAspectRatio: 'none',
	});
	const widest = Math.max(...drawnPairs.map(({ papers: [a, b] }) => rowOf.get(b)! - rowOf.get(a)!));
	const most = Math.max(...drawnPairs.map(({ paragraphs }) => paragraphs));
	// The strongest last, so that they lie on top.
	for (const { papers, paragraphs } of [...drawnPairs].reverse()) {
		const [from, to] = papers.map((cited) => (rowOf.get(cited)! + 0.5) * rowHeight);
		const reach = (width - 12) * Math.sqrt((rowOf.get(papers[1])! - rowOf.get(papers[0])!) / widest);
		const path = `M ${width - 4} ${from} C ${width - 4 - reach * 1.3} ${from}, ${width - 4 - reach * 1.3} ${to}, ${width - 4} ${to}`;
		const [one, other] = papers.map((cited) => shortName(picture.papers[cited]!));
		const said = `${l10n.t('{0} and {1}', one!, other!)}: ${paragraphsInWords(paragraphs)}`;
		const arc = drawn('path', { d: path, 'stroke-width': 1 + (3 * (paragraphs - 1)) / Math.max(1, most - 1) });
		arc.dataset.papers = papers.join(' ');
		arc.append(drawn('title', {}, said));
		svg.append(arc);
	}
	const rows = [...rowOf.keys()].map((cited) => {
		const paper = picture.papers[cited]!;
		const row = button(
			[words(shortName(paper)), ' ', element('span', { class: 'soft' }, words(paper.title))],
			() => choose(cited),
			{
				class: 'row',
				title: paper.title,
				'data-focus': `together ${paper.key}`,
			},
		);
		const light = (isOn: boolean) => () => {
			for (const arc of svg.querySelectorAll('path')) {
				arc.classList.toggle('lit', isOn && arc.dataset.papers?.split(' ').includes(`${cited}`));
			}
		};
		for (const event of ['pointerenter', 'focus']) row.addEventListener(event, light(true));
		for (const event of ['pointerleave', 'blur']) row.addEventListener(event, light(false));
		return element('li', {}, row);
	});
	const nameOf = (cited: number) => {
		const { title, ...paper } = picture.papers[cited]!;
		return words(`${shortName(paper)}, ${title}`);
	};
	const table = tableBehind(
		l10n.t('As a table'),
		l10n.t('Papers that the same paragraphs cite'),
		[l10n.t('Paper'), l10n.t('Together with'), l10n.t('Paragraphs')],
		() => pairs.map(({ papers: [a, b], paragraphs }) => [nameOf(a), nameOf(b), `${paragraphs}`]),
	);
	return [element('div', { class: 'together' }, svg, element('ul', {}, ...rows)), table];
}

function strongest(pairs: readonly CitedTogether[]): ReadonlySet<number> {
	const ties = new Map<number, number>();
	for (const { papers, paragraphs } of pairs) {
		for (const cited of papers) ties.set(cited, (ties.get(cited) ?? 0) + paragraphs);
	}
	const ordered = [...ties].sort(([one, n], [other, m]) => m - n || one - other);
	return new Set(ordered.slice(0, mostPapers).map(([cited]) => cited));
}
