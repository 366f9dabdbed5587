import type { ShownMap } from '../messages.ts';
import { isVisible, litRadius, positionOf, type Scene } from './scene.ts';

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Size of letters in CSS pixels: of the smallest topic, and what the largest has more. */
const [letters, more] = [11, 3];
/** Maps narrower than this, in CSS pixels, have short names of one size. */
const narrow = 420;
/** Where a name may stand, in its own widths and heights from the middle of the topic: the best places first. */
const places = [0, -0.9, 0.9, -1.7, 1.7].flatMap((y) => [0, -0.4, 0.4].map((x) => [x, y] as const));
/** To be so far away is as bad as to cover a cited paper. */
const distance = 0.7;

/** What is written at a topic: one phrase, or two where they are short. */
export function labelOf(words: readonly string[]): string {
	const [first = '', second] = words;
	return second && first.length + second.length < 24 ? `${first}, ${second}` : first;
}

/**
 * Writes the names of topics, the largest first: each where it covers fewest cited papers, and none over another. Where
 * there is no room, smaller ones wait until the map is enlarged.
 */
export function paintLabels(context: CanvasRenderingContext2D, scene: Scene, map: ShownMap): void {
	const { look, size } = scene;
	const isNarrow = size.width < narrow;
	const most = Math.max(...map.topics.map(({ papers }) => papers), 1);
	const lit = litBoxes(scene, map);
	const taken: Box[] = [];
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	context.lineJoin = 'round';
	context.lineWidth = 4;
	for (const topic of map.topics) {
		const text = isNarrow ? (topic.words[0] ?? '') : labelOf(topic.words);
		const middle = positionOf(topic, scene);
		if (!text || !isVisible(middle, size)) continue;
		const height = letters + (isNarrow ? 0 : more * Math.sqrt(topic.papers / most));
		context.font = `600 ${height}px ${look.font}`;
		const width = context.measureText(text).width + 8;
		let best: { readonly x: number; readonly y: number; readonly box: Box; readonly cost: number } | undefined;
		for (const [dx, dy] of places) {
			const half = { x: width / 2, y: height * 0.75 };
			const x = within(middle[0] + dx * width, half.x, size.width);
			const y = within(middle[1] + dy * 2 * height, half.y, size.height);
			const box = { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
			if (taken.some((one) => overlap(one, box))) continue;
			const covered = lit.reduce((count, one) => (overlap(one, box) ? count + 1 : count), 0);
			const cost = covered + (Math.abs(dx) + Math.abs(dy)) / distance;
			if (!best || cost < best.cost) best = { x, y, box, cost };
		}
		if (!best) continue;
		taken.push(best.box);
		context.strokeStyle = look.surface;
		context.strokeText(text, best.x, best.y);
		context.fillStyle = look.ink;
		context.fillText(text, best.x, best.y);
	}
}

/** The middle of what has half a length, moved so that all of it is in sight. */
function within(middle: number, half: number, side: number): number {
	return Math.max(half, Math.min(side - half, middle));
}

/** What cited papers cover. */
function litBoxes(scene: Scene, { papers }: ShownMap): Box[] {
	const { state, size } = scene;
	const boxes: Box[] = [];
	for (const [place, cited] of state.citedAt) {
		const paper = papers[place];
		if (!paper || !state.looked.has(cited)) continue;
		const at = positionOf(paper, scene);
		if (!isVisible(at, size)) continue;
		const radius = litRadius(scene, state.picture?.papers[cited]?.times ?? 1);
		boxes.push({ left: at[0] - radius, right: at[0] + radius, top: at[1] - radius, bottom: at[1] + radius });
	}
	return boxes;
}

function overlap(one: Box, other: Box): boolean {
	return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
