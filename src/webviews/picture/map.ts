import * as l10n from '@vscode/l10n';
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import { inDigits } from '../../core/translations.ts';
import { button, element, words } from '../dom.ts';
import type { ShownMap } from '../messages.ts';
import { createLayers } from './layers.ts';
import { createNearby, type Nearby, type PaperTree, treeOf } from './nearby.ts';
import { huesOf, positionOf, type Scene, type Shift } from './scene.ts';
import { nothing, type State, shortName } from './state.ts';
import { onTheme, themeLook } from './theme.ts';

/** The map as part of the page. */
export interface MapPart {
	readonly node: HTMLElement;
	show(state: State): void;
	/** Marks a paper of the map, and brings it into sight. */
	select(place: number | undefined): void;
	/** The paper that is marked. */
	readonly selected: number | undefined;
}

const help = () =>
	l10n.t(
		'Arrow keys go from paper to paper, Page Down and Page Up through the cited ones. Enter opens the entry, C cites, plus and minus zoom, 0 shows all.',
	);
/** How far from a paper the mouse may be, in CSS pixels. */
const reach = 14;
const deepest = 24;

/** @param on.selected Told of the paper that the keyboard or a click came to. */
export function createMap(on: {
	selected(place: number): void;
	open(place: number): void;
	cite(place: number): void;
}): MapPart {
	const tip = element('div', { class: 'tip', 'aria-hidden': 'true', hidden: '' });
	const frame = element('div', { class: 'map', role: 'application', tabindex: '0' });
	let state = nothing;
	let nearby: Nearby | undefined;
	let all: PaperTree | undefined;
	let shift: Shift = zoomIdentity;
	let selected: number | undefined;
	let hovered: number | undefined;
	let look = themeLook();
	let hues: readonly number[] = [];
	let size = { width: 0, height: 0 };
	let ratio = 1;

	const scene = (): Scene => ({ state, hues, size, ratio, shift, look, selected });
	const { node: drawing, redraw } = createLayers(scene, () => ({ hovered, selected }));
	frame.append(drawing, tip);

	const zooming = zoom<HTMLDivElement, unknown>()
		.scaleExtent([1, deepest])
		// The wheel scrolls the page until the map has the focus.
		.filter((event: MouseEvent) =>
			event.type === 'wheel' ? event.ctrlKey || document.activeElement === frame : event.button === 0,
		)
		.on('zoom', ({ transform }: D3ZoomEvent<HTMLDivElement, unknown>) => {
			shift = transform;
			tip.hidden = true;
			redraw('papers', 'front');
		});
	const zoomed = select<HTMLDivElement, unknown>(frame).call(zooming).on('dblclick.zoom', null);
	const scaleBy = (factor: number) => zooming.scaleBy(zoomed, factor);
	const showAll = () => zooming.transform(zoomed, zoomIdentity);

	new ResizeObserver(([entry]) => {
		const { width, height } = entry!.contentRect;
		size = { width, height };
		ratio = window.devicePixelRatio || 1;
		zooming
			.extent([
				[0, 0],
				[width, height],
			])
			.translateExtent([
				[0, 0],
				[width, height],
			]);
		redraw('clouds', 'papers', 'front');
	}).observe(frame);
	onTheme(() => {
		look = themeLook();
		hues = huesOf(state.map?.topics ?? [], look.topics.length);
		redraw('clouds', 'papers', 'front');
	});

	/** The paper at a place of the screen. */
	const paperAt = ({ clientX, clientY }: MouseEvent): number | undefined => {
		const box = frame.getBoundingClientRect();
		const [left, top] = positionOf({ x: 0, y: 0 }, scene());
		const [right, bottom] = positionOf({ x: 1, y: 1 }, scene());
		const [x, y] = [(clientX - box.left - left) / (right - left), (clientY - box.top - top) / (bottom - top)];
		const place = nearby?.at(x, y, reach / Math.min(right - left, bottom - top));
		const paper = place === undefined ? undefined : state.map?.papers[place];
		if (!paper) return undefined;
		// The map may be wider than high: what is near on it need not be near on the screen.
		const [px, py] = positionOf(paper, scene());
		return Math.hypot(px - (clientX - box.left), py - (clientY - box.top)) <= reach ? place : undefined;
	};

	const hover = (place: number | undefined) => {
		if (hovered === place && tip.hidden === (place === undefined)) return;
		hovered = place;
		redraw();
		frame.classList.toggle('over', place !== undefined);
		const paper = place === undefined ? undefined : state.map?.papers[place];
		tip.hidden = !paper;
		if (!paper) return;
		tip.replaceChildren(element('strong', {}, words(paper.title || paper.key)), words(shortName(paper)));
		const [x, y] = positionOf(paper, scene());
		tip.style.left = `${Math.max(4, Math.min(x + 12, size.width - tip.offsetWidth - 4))}px`;
		tip.style.top = `${y + 14 + tip.offsetHeight > size.height ? Math.max(4, y - tip.offsetHeight - 12) : y + 14}px`;
	};

	const mark = (place: number | undefined) => {
		selected = place;
		const paper = place === undefined ? undefined : state.map?.papers[place];
		if (paper) {
			const [x, y] = positionOf(paper, scene());
			const isOutside = x < 0 || y < 0 || x > size.width || y > size.height;
			if (isOutside) zooming.translateTo(zoomed, (x - shift.x) / shift.k, (y - shift.y) / shift.k);
		}
		redraw('front');
	};
	const choose = (place: number | undefined) => {
		if (place === undefined) return;
		mark(place);
		on.selected(place);
	};
	/** Through the cited papers from left to right. */
	const nextCited = (by: 1 | -1) => {
		const lit = litPlaces(state).sort((a, b) => state.map!.papers[a]!.x - state.map!.papers[b]!.x || a - b);
		const now = selected === undefined ? -1 : lit.indexOf(selected);
		return lit.at(now < 0 ? (by > 0 ? 0 : -1) : (now + by) % lit.length);
	};

	frame.addEventListener('pointermove', (event) => hover(event.buttons ? undefined : paperAt(event)));
	frame.addEventListener('pointerleave', () => hover(undefined));
	frame.addEventListener('click', (event) => {
		const place = paperAt(event);
		frame.focus({ preventScroll: true });
		if (place === undefined) return;
		choose(place);
		on.open(place);
	});
	const first = () => nextCited(1) ?? (state.map?.papers.length ? 0 : undefined);
	const go = (dx: number, dy: number) => () =>
		choose(selected === undefined ? first() : nearby?.towards(selected, dx, dy));
	const keys: Readonly<Record<string, () => void>> = {
		ArrowLeft: go(-1, 0),
		ArrowRight: go(1, 0),
		ArrowUp: go(0, -1),
		ArrowDown: go(0, 1),
		PageDown: () => choose(nextCited(1)),
		PageUp: () => choose(nextCited(-1)),
		Enter: () => selected !== undefined && on.open(selected),
		c: () => selected !== undefined && on.cite(selected),
		'+': () => scaleBy(1.5),
		'-': () => scaleBy(1 / 1.5),
		'0': showAll,
	};
	frame.addEventListener('keydown', (event) => {
		const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
		if (!act) return;
		event.preventDefault();
		act();
	});

	const tools = element(
		'div',
		{ class: 'tools' },
		button('+', () => scaleBy(1.5), named(l10n.t('Zoom in'))),
		button('−', () => scaleBy(1 / 1.5), named(l10n.t('Zoom out'))),
		button(l10n.t('Show all'), showAll),
	);
	return {
		node: element('div', { class: 'mapbox' }, frame, tools),
		show(next) {
			const { map: before } = state;
			state = next;
			const { map } = state;
			if (map !== before) {
				selected = samePaper(before, selected, map);
				hover(undefined);
				// Where papers lie as they did, what is in sight stays in sight.
				if (map?.layout !== before?.layout) showAll();
				hues = huesOf(map?.topics ?? [], look.topics.length);
				all = map && treeOf(map);
				redraw('clouds', 'papers');
			}
			const lit = litPlaces(state);
			nearby = map && all && createNearby(map, all, treeOf(map, lit));
			frame.setAttribute('aria-label', `${nameOfMap(state.map?.papers.length ?? 0, lit.length)} ${help()}`);
			redraw('front');
		},
		select: mark,
		get selected() {
			return selected;
		},
	};
}

/** Where a paper of one map is on another. */
function samePaper(before: ShownMap | undefined, place: number | undefined, now: ShownMap | undefined) {
	const paper = place === undefined ? undefined : before?.papers[place];
	const found = now?.papers.findIndex(({ key, title }) => key === paper?.key && title === paper.title) ?? -1;
	return found < 0 ? undefined : found;
}

const named = (title: string) => ({ 'aria-label': title, title });

function nameOfMap(papers: number, cited: number): string {
	return papers === 1
		? l10n.t('Map of 1 paper by topic, {0} of them cited.', cited)
		: l10n.t('Map of {0} papers by topic, {1} of them cited.', inDigits(papers), inDigits(cited));
}

/** The papers of the map that are lit. */
export function litPlaces({ citedAt, looked }: State): number[] {
	return [...citedAt].flatMap(([place, cited]) => (looked.has(cited) ? place : []));
}
