import * as l10n from '@vscode/l10n';
import { inDigits } from '../../core/translations.ts';
import { connect } from '../api.ts';
import { button, element, tableBehind, unfold, words } from '../dom.ts';
import type { FromPicture, PaperAction, ToPicture } from '../messages.ts';
import { speakAsTold } from '../speak.ts';
import { papersInWords, timesCited } from '../wording.ts';
import { sectionBars, yearColumns } from './charts.ts';
import { labelOf } from './labels.ts';
import { createMap } from './map.ts';
import { createReceiver, lookingAt, nameOfCited, nameOnMap, nothing, type State, shortName } from './state.ts';
import { togetherArcs } from './together.ts';

speakAsTold();
const send = connect<FromPicture>();
const receive = createReceiver();
let state: State = nothing;

const ask = (type: PaperAction, place: number) => send({ type, paper: nameOnMap(state, place) });
const map = createMap({
	selected: (place) => describe(place),
	open: (place) => ask('open', place),
	cite: (place) => ask('cite', place),
});

const part = (id: string, title: string, ...inner: readonly Node[]) => {
	const body = element('div', { id });
	body.append(...inner);
	return {
		body,
		node: element('section', { 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title` }, title), body),
	};
};
const status = element('p', { class: 'soft', role: 'status' });
const chosen = element('div', { class: 'chosen', 'aria-live': 'polite' });
const tables = element('div');
const legend = element(
	'p',
	{ class: 'legend' },
	element('span', { class: 'cited' }, l10n.t('cited here; larger where more often')),
	element('span', {}, l10n.t('not cited; papers on like subjects lie together')),
);
const topics = part('topics', l10n.t('By topic'), map.node, legend, chosen, tables);
const sections = part('sections', l10n.t('By section'));
const years = part('years', l10n.t('By year'));
const together = part('together', l10n.t('Cited together'));
const main = element(
	'main',
	{},
	element('h1', {}, l10n.t('What is cited, as pictures')),
	status,
	element('div', { class: 'columns' }, topics.node, element('div', {}, years.node, sections.node, together.node)),
);
document.body.append(main);

/** Shows what is known of a paper of the map, and what can be done with it. */
function describe(place: number | undefined): void {
	const paper = place === undefined ? undefined : state.map?.papers[place];
	if (place === undefined || !paper) {
		chosen.replaceChildren();
		return;
	}
	const cited = state.citedAt.get(place);
	const times = cited === undefined ? 0 : (state.picture?.papers[cited]?.times ?? 0);
	const topic = state.map?.topics[paper.topic]?.words.slice(0, 3).join(', ');
	const facts = [shortName(paper), timesCited(times), topic].filter(Boolean);
	chosen.replaceChildren(
		element('strong', {}, words(paper.title || paper.key)),
		element('p', { class: 'soft' }, words(facts.join(' · '))),
		element(
			'div',
			{ class: 'tools' },
			button(l10n.t('Open entry'), () => ask('open', place)),
			button(l10n.t('Show card'), () => ask('show', place)),
			button(l10n.t('Cite at the cursor'), () => ask('cite', place)),
		),
	);
}

/** A cited paper was chosen in a list. */
function choose(cited: number): void {
	const place = state.places[cited] ?? -1;
	map.select(place < 0 ? undefined : place);
	describe(place < 0 ? undefined : place);
	send({ type: 'open', paper: nameOfCited(state, cited) });
}

function tablesBehindMap({ map: shown, picture, places, looked }: State): readonly Node[] {
	if (!shown || shown.papers.length === 0) return [];
	const citedOf = new Map<number, number>();
	for (const cited of looked) {
		const topic = shown.papers[places[cited] ?? -1]?.topic ?? -1;
		citedOf.set(topic, (citedOf.get(topic) ?? 0) + 1);
	}
	const topicRows = () =>
		shown.topics.flatMap(({ words: own, papers }, topic) => {
			const row = [words(own.join(', ') || l10n.t('Unnamed')), `${papers}`, `${citedOf.get(topic) ?? 0}`];
			return papers === 0 ? [] : [row];
		});
	const citedRows = () =>
		[...looked].map((cited) => {
			const paper = picture!.papers[cited]!;
			const topic = shown.topics[shown.papers[places[cited] ?? -1]?.topic ?? -1];
			return [
				button(words(paper.title || paper.key), () => choose(cited), { class: 'link' }),
				words(shortName(paper)),
				words(topic ? labelOf(topic.words) : ''),
			];
		});
	return [
		tableBehind(
			l10n.t('Topics as a table'),
			l10n.t('Topics, largest first'),
			[l10n.t('Words of titles'), l10n.t('Papers'), l10n.t('Cited')],
			topicRows,
		),
		tableBehind(
			l10n.t('Cited papers as a table'),
			l10n.t('Cited papers, in the order of the text'),
			[l10n.t('Title'), l10n.t('By'), l10n.t('Topic')],
			citedRows,
		),
	];
}

function statusOf({ picture, map: shown }: State): string {
	if (!shown) return l10n.t('The papers are being laid out by topic …');
	if (shown.total === 0)
		return l10n.t('No papers were read yet. The map shows the papers of bibliographies and of the corpus.');
	const all = `${l10n.t('On the map: {0}', papersInWords(shown.total))}, ${inTopics(shown.topics.filter(({ papers }) => papers > 0).length)}.`;
	const few = l10n.t('An even choice of {0} is shown.', inDigits(shown.papers.length));
	return [
		picture && `${papersCited(picture.papers.length)}, ${inSections(picture.sections.length)}.`,
		all,
		shown.papers.length < shown.total && few,
		!picture && l10n.t('Open a document to see which of them it cites.'),
	]
		.filter(Boolean)
		.join(' ');
}

function papersCited(count: number): string {
	return count === 1 ? l10n.t('1 paper cited') : l10n.t('{0} papers cited', inDigits(count));
}

function inSections(count: number): string {
	return count === 1 ? l10n.t('in 1 section') : l10n.t('in {0} sections', inDigits(count));
}

function inTopics(count: number): string {
	return count === 1 ? l10n.t('in 1 topic') : l10n.t('in {0} topics', inDigits(count));
}

/** Puts new content into a part of the page; what was open stays open, and the focus stays. */
function fill(body: HTMLElement, nodes: readonly Node[]): void {
	const focus = body.contains(document.activeElement)
		? (document.activeElement as HTMLElement).dataset.focus
		: undefined;
	const open = [...body.querySelectorAll('details')].map((one) => one.open);
	body.replaceChildren(...nodes);
	for (const [i, one] of [...body.querySelectorAll('details')].entries()) if (open[i]) unfold(one);
	if (focus === undefined) return;
	[...body.querySelectorAll<HTMLElement>('[data-focus]')].find((one) => one.dataset.focus === focus)?.focus();
}

function show(next: State): void {
	const isOtherMap = next.map !== state.map;
	state = next;
	const text = statusOf(state);
	if (status.textContent !== text) status.textContent = text;
	main.classList.toggle('undocumented', state.picture === undefined);
	map.show(state);
	if (isOtherMap) describe(map.selected);
	fill(tables, tablesBehindMap(state));
	fill(
		sections.body,
		sectionBars(state, {
			look: (section) => show(lookingAt(state, section)),
			goTo: (index) => send({ type: 'section', index }),
		}),
	);
	fill(years.body, yearColumns(state));
	fill(together.body, togetherArcs(state, choose));
}

window.addEventListener('message', ({ data }: MessageEvent<ToPicture>) => show(receive(data, state)));
show(nothing);
send({ type: 'ready' });
