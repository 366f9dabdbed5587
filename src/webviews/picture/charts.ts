import * as l10n from '@vscode/l10n';
import { countYears } from '../../core/report/years.ts';
import { inDigits } from '../../core/translations.ts';
import { button, drawn, element, tableBehind, words } from '../dom.ts';
import { papersInWords, timesCited } from '../wording.ts';
import type { State } from './state.ts';

/** Bars for the sections that cite; a press looks at one of them alone. */
export function sectionBars(
	{ picture, section }: State,
	on: { look(section: number | undefined): void; goTo(section: number): void },
): readonly Node[] {
	if (!picture || picture.sections.length === 0) return [element('p', {}, l10n.t('Nothing is cited yet.'))];
	const most = Math.max(...picture.sections.map(({ papers }) => papers.length), 1);
	const rows = picture.sections.map(({ title, depth, papers, citations }, index) => {
		const name = title || inFront();
		const bar = drawn('svg', {
			class: 'bar',
			viewBox: '0 0 100 8',
			preserveAspectRatio: 'none',
			'aria-hidden': 'true',
		});
		bar.append(drawn('rect', { width: (100 * papers.length) / most, height: 8 }));
		const isPressed = index === section;
		const said = `${papersInWords(papers.length)}, ${timesCited(citations)}`;
		const number = element(
			'span',
			{ class: 'number' },
			element('span', { 'aria-hidden': 'true' }, inDigits(papers.length)),
			element('span', { class: 'unseen' }, said),
		);
		const look = button(
			[element('span', { class: 'name' }, words(name)), ' ', number, bar],
			() => on.look(isPressed ? undefined : index),
			{
				class: `row depth${Math.min(3, depth)}`,
				'aria-pressed': `${isPressed}`,
				title: l10n.t('{0}: show only what it cites', name),
				'data-focus': `section ${index}`,
			},
		);
		const go = button(l10n.t('Go'), () => on.goTo(index), { class: 'small', 'aria-label': l10n.t('Go to {0}', name) });
		go.dataset.focus = `go ${index}`;
		return element('li', {}, look, go);
	});
	const table = tableBehind(
		l10n.t('As a table'),
		l10n.t('Papers and citations by section'),
		[l10n.t('Section'), l10n.t('Papers'), l10n.t('Citations')],
		() =>
			picture.sections.map(({ title, papers, citations }) => [
				words(title || inFront()),
				`${papers.length}`,
				`${citations}`,
			]),
	);
	return [element('ul', { class: 'bars' }, ...rows), table];
}

const inFront = () => l10n.t('In front of the first heading');

const height = 80;
/** Widest column, in CSS pixels. */
const widest = 32;

/** Columns for the years of the papers that are looked at. */
export function yearColumns({ picture, looked }: State): readonly Node[] {
	const years = [...looked].flatMap((cited) => picture?.papers[cited]?.year || []);
	const bars = countYears(years);
	if (bars.length === 0) return [element('p', {}, l10n.t('No cited paper has a year.'))];
	const most = Math.max(...bars.map((bar) => bar.count));
	const [first, last] = [bars[0]!.name, bars.at(-1)!.name];
	const label = l10n.t('Cited papers by year, from {0} to {1}; at most {2} in one', first, last, most);
	const svg = drawn('svg', {
		class: 'years',
		role: 'img',
		'aria-label': label,
		viewBox: `0 0 ${bars.length} ${height}`,
		preserveAspectRatio: 'none',
	});
	for (const [i, { name, count: papers }] of bars.entries()) {
		const tall = papers === 0 ? 0 : Math.max(2, (height * papers) / most);
		const at = { x: i + 0.1, y: height - tall, width: 0.8, height: tall };
		svg.append(drawn('rect', at, drawn('title', {}, `${name}: ${papersInWords(papers)}`)));
	}
	const ends = bars.length > 1 ? [first, last] : [first];
	const axis = element('div', { class: 'axis', 'aria-hidden': 'true' }, ...ends.map((end) => element('span', {}, end)));
	const chart = element('div', {}, svg, axis);
	chart.style.maxWidth = `${Math.max(3, bars.length) * widest}px`;
	const rows = () => bars.filter((bar) => bar.count > 0).map((bar) => [bar.name, `${bar.count}`]);
	return [chart, tableBehind(l10n.t('As a table'), label, [l10n.t('Year'), l10n.t('Papers')], rows)];
}
