import type { MappedPaper } from '../../core/topics/types.ts';
import type { ShownMap } from '../messages.ts';
import type { State } from './state.ts';

/** How far and where the map is moved: a point `p` is drawn at `p * side * k + (x, y)`. */
export interface Shift {
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

/** Colours of the theme. */
export interface Colors {
	readonly ink: string;
	readonly surface: string;
	readonly soft: string;
	readonly lit: string;
	readonly focus: string;
	/** Topics take them in turn; with high contrast, all are as the ink. */
	readonly topics: readonly string[];
	readonly dim: number;
}

export interface Scene {
	readonly state: State;
	/** Of the square that the map fills at a scale of one, in CSS pixels. */
	readonly size: { readonly width: number; readonly height: number };
	readonly shift: Shift;
	readonly colors: Colors;
	readonly font: string;
	readonly selected: number | undefined;
	readonly hovered: number | undefined;
}

/** Room around the map, for dots and labels at its edge. */
const margin = 14;

/** Where a paper is drawn. */
export function positionOf(
	{ x, y }: { readonly x: number; readonly y: number },
	{ size: { width, height }, shift }: Pick<Scene, 'size' | 'shift'>,
): readonly [number, number] {
	return [
		(margin + x * (width - 2 * margin)) * shift.k + shift.x,
		(margin + y * (height - 2 * margin)) * shift.k + shift.y,
	];
}

/** Radius of a paper that is not cited; of one that is it is twice as large and more. */
export function radiusFor(papers: number, k: number): number {
	const few = papers < 400 ? 3 : papers < 3000 ? 2.2 : 1.6;
	return few * Math.min(2.2, k ** 0.4);
}

/** Draws the map: dim papers by topic, cited ones lit, names of topics as far as there is room. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
	const { state, size, colors } = scene;
	context.clearRect(0, 0, size.width, size.height);
	const { map } = state;
	if (!map) return;
	const radius = radiusFor(map.papers.length, scene.shift.k);
	paintDim(context, scene, map, radius);
	paintTies(context, scene, map);
	paintLit(context, scene, map, radius);
	paintLabels(context, scene, map);
	for (const [place, color] of [
		[scene.hovered, colors.ink],
		[scene.selected, colors.focus],
	] as const) {
		const paper = place === undefined ? undefined : map.papers[place];
		if (paper) ring(context, positionOf(paper, scene), Math.max(4.5, radius * 2) + 5, color);
	}
}

function isVisible([x, y]: readonly [number, number], { width, height }: Scene['size']): boolean {
	return x > -8 && y > -8 && x < width + 8 && y < height + 8;
}

function paintDim(context: CanvasRenderingContext2D, scene: Scene, map: ShownMap, radius: number): void {
	const { colors, size } = scene;
	const byColor = new Map<string, MappedPaper[]>();
	for (const paper of map.papers) {
		const color = paper.topic < 0 ? colors.soft : colors.topics[paper.topic % colors.topics.length]!;
		const same = byColor.get(color);
		if (same) same.push(paper);
		else byColor.set(color, [paper]);
	}
	context.globalAlpha = colors.dim;
	for (const [color, papers] of byColor) {
		// One path for each colour: a path for each paper would take ten times as long.
		context.beginPath();
		for (const paper of papers) {
			const at = positionOf(paper, scene);
			if (!isVisible(at, size)) continue;
			context.moveTo(at[0] + radius, at[1]);
			context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
		}
		context.fillStyle = color;
		context.fill();
	}
	context.globalAlpha = 1;
}

/** Lines from the selected paper to those that are cited together with it. */
function paintTies(context: CanvasRenderingContext2D, scene: Scene, map: ShownMap): void {
	const { state, selected, colors } = scene;
	const cited = selected === undefined ? undefined : state.citedAt.get(selected);
	if (cited === undefined) return;
	context.strokeStyle = colors.lit;
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

function paintLit(context: CanvasRenderingContext2D, scene: Scene, map: ShownMap, radius: number): void {
	const { state, colors } = scene;
	for (const [place, cited] of state.citedAt) {
		const paper = map.papers[place];
		if (!paper || !state.looked.has(cited)) continue;
		const [x, y] = positionOf(paper, scene);
		const times = state.picture?.papers[cited]?.times ?? 1;
		context.beginPath();
		context.arc(x, y, Math.max(4.5, radius * 2) + Math.min(3, Math.log2(times)), 0, 2 * Math.PI);
		context.fillStyle = colors.lit;
		context.fill();
		context.lineWidth = 1.5;
		context.strokeStyle = colors.surface;
		context.stroke();
	}
}

function ring(context: CanvasRenderingContext2D, [x, y]: readonly [number, number], radius: number, color: string) {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.lineWidth = 1.5;
	context.strokeStyle = color;
	context.stroke();
}

/** What is written at a topic: one phrase, or two where they are short. */
export function labelOf(words: readonly string[]): string {
	const [first = '', second] = words;
	return second && first.length + second.length < 24 ? `${first}, ${second}` : first;
}

function paintLabels(context: CanvasRenderingContext2D, scene: Scene, map: ShownMap): void {
	const { colors, size, font, shift } = scene;
	const height = 12;
	context.font = `600 ${height}px ${font}`;
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.lineJoin = 'round';
	const taken: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] = [];
	// Topics come largest first: where there is no room, the smaller ones wait until the map is enlarged.
	for (const topic of map.topics) {
		const text = labelOf(topic.words);
		const [x, y] = positionOf(topic, scene);
		if (!text || !isVisible([x, y], size)) continue;
		const half = context.measureText(text).width / 2 + 4;
		const inside = shift.k === 1 ? Math.max(half, Math.min(size.width - half, x)) : x;
		const box = { left: inside - half, right: inside + half, top: y - height, bottom: y + height };
		if (
			taken.some((one) => box.left < one.right && box.right > one.left && box.top < one.bottom && box.bottom > one.top)
		)
			continue;
		taken.push(box);
		context.lineWidth = 4;
		context.strokeStyle = colors.surface;
		context.strokeText(text, inside, y);
		context.fillStyle = colors.ink;
		context.fillText(text, inside, y);
	}
}
