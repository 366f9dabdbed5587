import { element } from '../dom.ts';
import { paintClouds } from './clouds.ts';
import { createPaperPaint, paintFront } from './paint.ts';
import { litRadius, positionOf, radiusFor, type Scene } from './scene.ts';

/** The drawings of the map, which lie one above the other. */
export type Layer = 'clouds' | 'papers' | 'front';

/** What is drawn of a map. */
export interface Layers {
	readonly node: HTMLElement;
	/** Draws layers anew in the next frame, as the scene is then. Where papers are ringed follows without any. */
	redraw(...layers: readonly Layer[]): void;
}

type Rings = Readonly<Record<'hovered' | 'selected', number | undefined>>;

/** Thousands of papers are drawn only when they lie elsewhere or look otherwise; pointing at one moves a ring alone. */
export function createLayers(sceneNow: () => Scene, ringed: () => Rings): Layers {
	const clouds = element('canvas', { class: 'clouds' });
	const [papers, front] = [element('canvas'), element('canvas', { class: 'front' })];
	const rings = {
		hovered: element('div', { class: 'ring', hidden: '' }),
		selected: element('div', { class: 'ring chosen', hidden: '' }),
	};
	const paintPapers = createPaperPaint();
	const due = new Set<Layer>();
	let isAwaited = false;

	const draw: Readonly<Record<Layer, (scene: Scene) => void>> = {
		clouds: (scene) => paintClouds(clouds, scene),
		papers: (scene) => paintOn(papers, paintPapers, scene),
		front: (scene) => paintOn(front, paintFront, scene),
	};
	const drawDue = () => {
		isAwaited = false;
		const scene = sceneNow();
		for (const layer of due) draw[layer](scene);
		due.clear();
		const { x, y, k } = scene.shift;
		clouds.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
		const places = ringed();
		for (const name of ['hovered', 'selected'] as const) placeRing(rings[name], places[name], scene);
	};
	return {
		node: element('div', { 'aria-hidden': 'true' }, clouds, papers, front, rings.hovered, rings.selected),
		redraw(...layers) {
			for (const layer of layers) due.add(layer);
			if (isAwaited) return;
			isAwaited = true;
			requestAnimationFrame(drawDue);
		},
	};
}

function paintOn(
	canvas: HTMLCanvasElement,
	paint: (context: CanvasRenderingContext2D, scene: Scene) => void,
	scene: Scene,
): void {
	const context = canvas.getContext('2d');
	const width = Math.round(scene.size.width * scene.ratio);
	const height = Math.round(scene.size.height * scene.ratio);
	if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
	if (!context) return;
	context.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0);
	paint(context, scene);
}

/** Puts a ring around a paper. */
function placeRing(ring: HTMLElement, place: number | undefined, scene: Scene): void {
	const { map, citedAt, picture } = scene.state;
	const paper = place === undefined ? undefined : map?.papers[place];
	ring.hidden = !paper;
	if (!paper || place === undefined) return;
	const cited = citedAt.get(place);
	const times = cited === undefined ? undefined : (picture?.papers[cited]?.times ?? 1);
	const own = times === undefined ? radiusFor(map!.papers.length, scene.shift.k) : litRadius(scene, times);
	const radius = Math.max(8, own + 4);
	const [x, y] = positionOf(paper, scene);
	ring.style.width = ring.style.height = `${2 * radius}px`;
	ring.style.transform = `translate(${x - radius}px, ${y - radius}px)`;
}
