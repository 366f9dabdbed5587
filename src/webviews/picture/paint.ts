import type { ShownMap } from '../messages.ts';
import { createDots, type Dot } from './dots.ts';
import { paintLabels } from './labels.ts';
import { isVisible, litRadius, positionOf, radiusFor, type Scene } from './scene.ts';

type Context = CanvasRenderingContext2D;

/** Draws all papers, dim and by topic. */
export function createPaperPaint(): (context: Context, scene: Scene) => void {
	const paintDots = createDots();
	return (context, scene) => {
		const { state, look, shift, ratio } = scene;
		const radius = radiusFor(state.map?.papers.length ?? 0, shift.k);
		paintDots(context, dotsIn(scene), radius * ratio, look.dim);
	};
}

function* dotsIn({ state, size, look, hues, shift, ratio }: Scene): Generator<Dot> {
	for (const paper of state.map?.papers ?? []) {
		const [x, y] = positionOf(paper, { size, shift });
		yield { x: x * ratio, y: y * ratio, color: paper.topic < 0 ? look.unnamed : look.topics[hues[paper.topic]!]! };
	}
}

/** Draws what stands out: the cited papers, which of them belong to the selected one, and names of topics. */
export function paintFront(context: Context, scene: Scene): void {
	context.clearRect(0, 0, scene.size.width, scene.size.height);
	const { map } = scene.state;
	if (!map) return;
	paintTies(context, scene, map);
	paintLit(context, scene, map);
	paintLabels(context, scene, map);
}

/** Lines from the selected paper to those that are cited together with it. */
function paintTies(context: Context, scene: Scene, map: ShownMap): void {
	const { state, selected, look } = scene;
	const cited = selected === undefined ? undefined : state.citedAt.get(selected);
	if (cited === undefined) return;
	context.strokeStyle = look.lit;
	for (const { papers, paragraphs } of state.picture?.together ?? []) {
		if (!papers.includes(cited) || !papers.every((one) => state.looked.has(one))) continue;
		const [from, to] = papers.map((one) => map.papers[state.places[one]!]);
		if (!from || !to) continue;
		context.lineWidth = Math.min(4, paragraphs);
		context.beginPath();
		context.moveTo(...positionOf(from, scene));
		context.lineTo(...positionOf(to, scene));
		context.stroke();
	}
}

function paintLit(context: Context, scene: Scene, map: ShownMap): void {
	const { state, look, size } = scene;
	context.fillStyle = look.lit;
	context.strokeStyle = look.surface;
	context.lineWidth = 1.5;
	for (const [place, cited] of state.citedAt) {
		const paper = map.papers[place];
		if (!paper || !state.looked.has(cited)) continue;
		const at = positionOf(paper, scene);
		if (!isVisible(at, size)) continue;
		const radius = litRadius(scene, state.picture?.papers[cited]?.times ?? 1);
		context.beginPath();
		context.arc(...at, radius, 0, 2 * Math.PI);
		context.fill();
		context.stroke();
	}
}
