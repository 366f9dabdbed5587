import { countYears } from '../../core/report/years.ts';
import { button, drawn, element, tableBehind, words } from '../dom.ts';
import { count, type State } from './state.ts';

/** Bars for the sections that cite; a press looks at one of them alone. */
export function sectionBars(
	{ picture, section }: State,
	on: { look(section: number | undefined): void; goTo(section: number): void },
): readonly Node[] {
	if (!picture || picture.sections.length === 0) return [element('p', {}, 'Nothing is cited yet.')];
	const most = Math.max(...picture.sections.map(({ papers }) => papers.length), 1);
	const rows = picture.sections.map(({ title, depth, papers, citations }, index) => {
		const name = title || 'In front of the first heading';
		const bar = drawn('svg', {
			class: 'bar',
			viewBox: '0 0 100 8',
			preserveAspectRatio: 'none',
			'aria-hidden': 'true',
		});
		bar.append(drawn('rect', { width: (100 * papers.length) / most, height: 8 }));
		const isPressed = index === section;
		const look = button(
			[element('span', { class: 'name' }, words(name)), element('span', { class: 'number' }, `${papers.length}`), bar],
			() => on.look(isPressed ? undefined : index),
			{
				class: `row depth${Math.min(3, depth)}`,
				'aria-pressed': `${isPressed}`,
				'aria-label': `${name}: ${count(papers.length, 'paper')}, cited ${count(citations, 'time')}. Show only these`,
				title: name,
				'data-focus': `section ${index}`,
			},
		);
		const go = button('Go', () => on.goTo(index), { class: 'small', 'aria-label': `Go to ${name}` });
		go.dataset.focus = `go ${index}`;
		return element('li', {}, look, go);
	});
	const table = tableBehind(
		'As a table',
		'Papers and citations by section',
		['Section', 'Papers', 'Citations'],
		picture.sections.map(({ title, papers, citations }) => [
			words(title || 'In front of the first heading'),
			`${papers.length}`,
			`${citations}`,
		]),
	);
	return [element('ul', { class: 'bars' }, ...rows), table];
}

const height = 72;
const step = 10;

/** Columns for the years of the papers that are looked at. */
export function yearColumns({ picture, looked }: State): readonly Node[] {
	const years = [...looked].flatMap((cited) => picture?.papers[cited]?.year || []);
	const bars = countYears(years);
	if (bars.length === 0) return [element('p', {}, 'No cited paper has a year.')];
	const most = Math.max(...bars.map((bar) => bar.count));
	const first = bars[0]!.name;
	const last = bars.at(-1)!.name;
	const label = `Cited papers by year, from ${first} to ${last}; at most ${most} in one`;
	const wide = Math.max(bars.length, 12) * step;
	const svg = drawn('svg', { role: 'img', 'aria-label': label, viewBox: `0 0 ${wide} ${height + 16}`, class: 'years' });
	for (const [i, { name, count: papers }] of bars.entries()) {
		const tall = papers === 0 ? 0 : Math.max(2, (height * papers) / most);
		const at = { x: i * step + 1, y: height - tall, width: step - 2, height: tall, rx: 1 };
		svg.append(drawn('rect', at, drawn('title', {}, `${name}: ${count(papers, 'paper')}`)));
	}
	svg.append(drawn('text', { x: 0, y: height + 12 }, first));
	if (bars.length > 1) {
		svg.append(drawn('text', { x: Math.max(bars.length * step, 50), y: height + 12, 'text-anchor': 'end' }, last));
	}
	const rows = bars.filter((bar) => bar.count > 0).map((bar) => [bar.name, `${bar.count}`]);
	return [svg, tableBehind('As a table', label, ['Year', 'Papers'], rows)];
}
