import { positionOf, type Scene } from './scene.ts';

/** Pixels of a cloud image for a CSS pixel: it is soft anyway. */
const fineness = 0.25;
/** How far a paper is felt, as a share of the map's smaller side: less where there are many. */
const reachFor = (papers: number) => (papers < 1000 ? 0.04 : 0.022);
/** How dense the cloud of a single paper is. */
const fullnessFor = (papers: number) => 0.7 * Math.min(1, (100 / papers) ** 0.4);

/** Draws clouds in the colours of topics, as dense as papers lie: where on the map which topic is. At a scale of one. */
export function paintClouds(canvas: HTMLCanvasElement, scene: Scene): void {
	const { state, size, look, hues } = scene;
	const [width, height] = [size.width, size.height].map((side) => Math.max(1, Math.round(side * fineness))) as [
		number,
		number,
	];
	[canvas.width, canvas.height] = [width, height];
	canvas.style.opacity = `${look.cloud}`;
	const context = canvas.getContext('2d');
	const papers = state.map?.papers ?? [];
	if (!context || look.cloud === 0 || papers.length === 0) return;
	const layers = look.topics.map(() => new Float32Array(width * height));
	for (const paper of papers) {
		if (paper.topic < 0) continue;
		const [x, y] = positionOf(paper, { size, shift: { k: fineness, x: 0, y: 0 } });
		layers[hues[paper.topic]!]![Math.floor(y) * width + Math.floor(x)]!++;
	}
	const radius = Math.max(1, Math.round((reachFor(papers.length) * Math.min(width, height)) / 2));
	for (const layer of layers) soften(layer, width, height, radius);
	const image = context.createImageData(width, height);
	// What three means over so many pixels leave of a single one, along both sides.
	const peak = (0.75 / (2 * radius + 1)) ** 2;
	const strength = fullnessFor(papers.length) / peak;
	for (let i = 0; i < width * height; i++) {
		let [density, red, green, blue] = [0, 0, 0, 0];
		for (let hue = 0; hue < layers.length; hue++) {
			const own = layers[hue]![i]!;
			const color = look.topics[hue]!;
			density += own;
			red += own * color[0];
			green += own * color[1];
			blue += own * color[2];
		}
		if (density === 0) continue;
		image.data[4 * i] = red / density;
		image.data[4 * i + 1] = green / density;
		image.data[4 * i + 2] = blue / density;
		image.data[4 * i + 3] = 255 * (1 - Math.exp(-strength * density));
	}
	context.putImageData(image, 0, 0);
}

/** Spreads values over their surroundings, nearly as a bell: three means over a square, which take the same time however wide. */
function soften(values: Float32Array, width: number, height: number, radius: number): void {
	const row = new Float32Array(Math.max(width, height) + 2 * radius + 1);
	for (let pass = 0; pass < 3; pass++) {
		for (let y = 0; y < height; y++) meanAlong(values, y * width, 1, width, radius, row);
		for (let x = 0; x < width; x++) meanAlong(values, x, width, height, radius, row);
	}
}

/** Makes of each value in a row the mean of those around it; beyond the ends all is zero. */
function meanAlong(
	values: Float32Array,
	first: number,
	step: number,
	count: number,
	radius: number,
	row: Float32Array,
): void {
	row.fill(0);
	for (let i = 0; i < count; i++) row[radius + 1 + i] = values[first + i * step]!;
	let sum = 0;
	for (let i = 0; i < 2 * radius + 1; i++) sum += row[i]!;
	for (let i = 0; i < count; i++) {
		sum += row[i + 2 * radius + 1]! - row[i]!;
		values[first + i * step] = sum / (2 * radius + 1);
	}
}
