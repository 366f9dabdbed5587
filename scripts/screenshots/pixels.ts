import { decode } from 'fast-png';

/** A picture without transparency: each pixel is 0xRRGGBB, row by row from the top left. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint32Array;
}

/** Reads what a browser writes: a PNG with 8 bits for each of three or four channels; the fourth is left out. */
export function decodePixels(png: Uint8Array): Pixels {
	const { width, height, channels, depth, data: bytes } = decode(png);
	if (depth !== 8 || channels < 3) throw new Error(`A PNG of ${channels} channels with ${depth} bits each.`);
	const data = new Uint32Array(width * height);
	for (let i = 0, at = 0; i < data.length; i++, at += channels)
		data[i] = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
	return { width, height, data };
}

/** Half-open, in pixels. */
export interface Rectangle {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The smallest rectangle outside of which two pictures of the same size are the same; undefined where they are. */
export function changedRectangle(before: Pixels, after: Pixels): Rectangle | undefined {
	const { width, height } = after;
	const rowDiffers = (y: number) => {
		for (let at = y * width; at < (y + 1) * width; at++) if (before.data[at] !== after.data[at]) return true;
		return false;
	};
	let top = 0;
	while (top < height && !rowDiffers(top)) top++;
	if (top === height) return undefined;
	let bottom = height;
	while (!rowDiffers(bottom - 1)) bottom--;
	let left = width;
	let right = 0;
	for (let y = top; y < bottom; y++)
		for (let x = 0; x < width; x++)
			if (before.data[y * width + x] !== after.data[y * width + x]) {
				left = Math.min(left, x);
				right = Math.max(right, x + 1);
			}
	return { left, top, right, bottom };
}
