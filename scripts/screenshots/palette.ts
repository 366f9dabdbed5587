import type { Pixels } from './pixels.ts';

/** At most 255 colours (0xRRGGBB), and which of them is nearest to another. */
export interface Palette {
	readonly colors: readonly number[];
	indexOf(color: number): number;
}

type Counts = Map<number, number>;
type Counted = readonly [color: number, count: number];

/** One less than a byte can name: the last is for what is transparent. */
const size = 255;
/** So many of the most frequent colours, those of areas and of letters, are kept to the bit. */
const kept = 128;

const channels = [16, 8, 0] as const;
const channel = (color: number, shift: number) => (color >> shift) & 255;

/** Adds how often each colour occurs in a picture to `counts`. */
export function countColors({ data }: Pixels, counts: Counts): void {
	for (const color of data) counts.set(color, (counts.get(color) ?? 0) + 1);
}

/**
 * The colours that stand for all of `counts`: the most frequent as they are, the rest by median cut (Heckbert 1982,
 * "Color image quantization for frame buffer display"), where the box with the largest weighted spread is cut next.
 */
export function makePalette(counts: Counts): Palette {
	const all = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
	const colors =
		all.length <= size
			? all.map(([color]) => color)
			: [...all.slice(0, kept).map(([color]) => color), ...medianCut(all.slice(kept), size - kept)];
	return { colors, indexOf: nearestOf(colors) };
}

interface Box {
	readonly colors: readonly Counted[];
	readonly shift: number;
	readonly spread: number;
}

function medianCut(colors: readonly Counted[], wanted: number): readonly number[] {
	const boxes: Box[] = [boxOf(colors)];
	while (boxes.length < wanted) {
		const widest = boxes.reduce((best, box, i) => (box.spread > boxes[best]!.spread ? i : best), 0);
		const { colors, shift, spread } = boxes[widest]!;
		if (spread === 0) break;
		const sorted = [...colors].sort((a, b) => channel(a[0], shift) - channel(b[0], shift) || a[0] - b[0]);
		const half = weightOf(sorted) / 2;
		let cut = 1;
		for (let weight = sorted[0]![1]; cut < sorted.length - 1 && weight < half; cut++) weight += sorted[cut]![1];
		boxes.splice(widest, 1, boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut)));
	}
	return boxes.map(({ colors }) => meanOf(colors));
}

const weightOf = (colors: readonly Counted[]) => colors.reduce((sum, [, count]) => sum + count, 0);

function boxOf(colors: readonly Counted[]): Box {
	const weight = weightOf(colors);
	let widest = { shift: 0, spread: 0 };
	for (const shift of channels) {
		const mean = colors.reduce((sum, [color, count]) => sum + channel(color, shift) * count, 0) / weight;
		const spread = colors.reduce((sum, [color, count]) => sum + (channel(color, shift) - mean) ** 2 * count, 0);
		if (spread > widest.spread) widest = { shift, spread };
	}
	return { colors, ...widest };
}

function meanOf(colors: readonly Counted[]): number {
	const weight = weightOf(colors);
	return channels.reduce<number>((mean, shift) => {
		const sum = colors.reduce((total, [color, count]) => total + channel(color, shift) * count, 0);
		return mean | (Math.round(sum / weight) << shift);
	}, 0);
}

function nearestOf(colors: readonly number[]): (color: number) => number {
	const known = new Map(colors.map((color, index) => [color, index]));
	return (color) => {
		let nearest = known.get(color);
		if (nearest !== undefined) return nearest;
		nearest = 0;
		let least = Number.POSITIVE_INFINITY;
		for (const [index, other] of colors.entries()) {
			let distance = 0;
			for (const shift of channels) distance += (channel(color, shift) - channel(other, shift)) ** 2;
			if (distance < least) [nearest, least] = [index, distance];
		}
		known.set(color, nearest);
		return nearest;
	};
}
