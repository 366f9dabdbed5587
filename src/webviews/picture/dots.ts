/** Red, green and blue, from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A dot, in pixels of the device. */
export interface Dot {
	readonly x: number;
	readonly y: number;
	readonly color: Rgb;
}

/**
 * Draws many dots of one size, pixel by pixel: circles that a canvas is asked for take ten times as long where no graphics
 * card draws them, and copies of a picture of one no less. Where dots overlap they are denser. What was drawn before is
 * gone.
 */
export function createDots(): (
	context: CanvasRenderingContext2D,
	dots: Iterable<Dot>,
	radius: number,
	opacity: number,
) => void {
	let image: ImageData | undefined;
	let pixels = new Uint32Array();
	return (context, dots, radius, opacity) => {
		const { width, height } = context.canvas;
		const reach = Math.ceil(radius);
		// With room around, so that a dot at the edge needs no care.
		const [wide, high] = [width + 4 * reach + 2, height + 4 * reach + 2];
		if (image?.width !== wide || image.height !== high) {
			image = context.createImageData(wide, high);
			pixels = new Uint32Array(image.data.buffer);
		} else pixels.fill(0);
		const { places, alphas } = maskOf(radius, opacity, wide);
		for (const { x, y, color } of dots) {
			const [left, top] = [Math.round(x) + 2 * reach, Math.round(y) + 2 * reach];
			if (left < reach || top < reach || left >= wide - reach || top >= high - reach) continue;
			const middle = top * wide + left;
			for (let i = 0; i < places.length; i++) {
				const at = middle + places[i]!;
				pixels[at] = over(pixels[at]!, color, alphas[i]!);
			}
		}
		context.putImageData(image, -2 * reach, -2 * reach);
	};
}

/** The pixels of a dot, by how far they are from its middle in an image so wide, and how opaque each is: from 0 to 255. */
function maskOf(radius: number, opacity: number, width: number) {
	const reach = Math.ceil(radius);
	const places: number[] = [];
	const alphas: number[] = [];
	for (let y = -reach; y <= reach; y++) {
		for (let x = -reach; x <= reach; x++) {
			const covered = Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x, y)));
			if (covered === 0) continue;
			places.push(y * width + x);
			alphas.push(Math.round(255 * opacity * covered));
		}
	}
	return { places, alphas };
}

/** A pixel with a colour laid over it (Porter & Duff 1984, doi:10.1145/800031.808606); pixels are `0xAABBGGRR`. */
function over(pixel: number, [red, green, blue]: Rgb, alpha: number): number {
	if (pixel === 0) return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
	const rest = ((pixel >>> 24) * (255 - alpha)) / 255;
	const whole = alpha + rest;
	const share = alpha / whole;
	const mixed = (own: number, shift: number) => {
		const under = (pixel >>> shift) & 255;
		return Math.round(under + (own - under) * share) << shift;
	};
	return ((Math.round(whole) << 24) | mixed(blue, 16) | mixed(green, 8) | mixed(red, 0)) >>> 0;
}

/** Red, green and blue of a colour as style sheets write it. */
export function rgbOf(color: string): Rgb {
	const probe = document.createElement('canvas');
	[probe.width, probe.height] = [1, 1];
	const context = probe.getContext('2d', { willReadFrequently: true });
	if (!context) return [128, 128, 128];
	context.fillStyle = color;
	context.fillRect(0, 0, 1, 1);
	const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
	return [red, green, blue];
}
