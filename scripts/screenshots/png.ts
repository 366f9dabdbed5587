// Pictures and animations as PNG with a palette (https://www.w3.org/TR/png-3/), as small as they can be: an animation
// holds of each frame only what changed.
import { crc32, deflateSync } from 'node:zlib';
import { countColors, makePalette, type Palette } from './palette.ts';
import { changedRectangle, decodePixels, type Pixels, type Rectangle } from './pixels.ts';

/** A picture as PNG, and for how many milliseconds it is shown. */
export interface Frame {
	readonly png: Uint8Array;
	readonly duration: number;
}

/** The index of a palette that lets shine through what was there before; no colour has it. */
const transparent = 255;

/**
 * One frame gives a still picture, more of them an animation that starts again at its end. What does not show animations
 * shows the frame `poster`.
 *
 * @param frames at least one; all of the same size
 */
export function encodePng(frames: readonly Frame[], poster = 0): Buffer {
	const counts = new Map<number, number>();
	for (const { png } of frames) countColors(decodePixels(png), counts);
	const palette = makePalette(counts);
	const still = decodePixels(frames[poster]!.png);
	const moves = frames.length > 1;
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
		chunk('IHDR', uint32(still.width), uint32(still.height), Buffer.from([8, 3, 0, 0, 0])),
		...(moves ? [chunk('acTL', uint32(frames.length), uint32(0))] : []),
		...colorChunks(palette, moves),
		chunk('IDAT', compress(still, palette, whole(still))),
		...(moves ? animation(frames, palette) : []),
		chunk('IEND'),
	]);
}

function colorChunks({ colors }: Palette, withTransparent: boolean): readonly Uint8Array[] {
	const bytes = colors.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]);
	if (!withTransparent) return [chunk('PLTE', Buffer.from(bytes))];
	return [
		chunk('PLTE', Buffer.from(bytes), Buffer.alloc((transparent + 1) * 3 - bytes.length)),
		chunk('tRNS', Buffer.alloc(transparent, 255), Buffer.of(0)),
	];
}

const replaces = 0;
const liesOver = 1;

function animation(frames: readonly Frame[], palette: Palette): readonly Uint8Array[] {
	const chunks: Uint8Array[] = [];
	let sequence = 0;
	let before: Pixels | undefined;
	for (const { png, duration } of frames) {
		const pixels = decodePixels(png);
		const place = before ? (changedRectangle(before, pixels) ?? pixel) : whole(pixels);
		const all = compress(pixels, palette, place);
		const changes = before ? compress(pixels, palette, place, before) : all;
		const smaller = changes.length < all.length;
		const { left, top, right, bottom } = place;
		chunks.push(
			chunk(
				'fcTL',
				...[sequence++, right - left, bottom - top, left, top].map(uint32),
				Buffer.from([duration >> 8, duration & 255, 1000 >> 8, 1000 & 255, 0, smaller ? liesOver : replaces]),
			),
			chunk('fdAT', uint32(sequence++), smaller ? changes : all),
		);
		before = pixels;
	}
	return chunks;
}

/** A frame must hold something, also where nothing changed. */
const pixel: Rectangle = { left: 0, top: 0, right: 1, bottom: 1 };

const whole = ({ width, height }: Pixels): Rectangle => ({ left: 0, top: 0, right: width, bottom: height });

/** Part of a picture; pixels that are as in `before` become transparent. */
function compress({ width, data }: Pixels, palette: Palette, place: Rectangle, before?: Pixels): Uint8Array {
	const { left, top, right, bottom } = place;
	// Each row starts with the number of its filter: none, which suits colours that are numbered.
	const rowLength = right - left + 1;
	const rows = Buffer.alloc(rowLength * (bottom - top));
	for (let y = top; y < bottom; y++)
		for (let x = left; x < right; x++) {
			const at = y * width + x;
			const same = before && before.data[at] === data[at];
			rows[(y - top) * rowLength + x - left + 1] = same ? transparent : palette.indexOf(data[at]!);
		}
	return deflateSync(rows, { level: 9, memLevel: 9 });
}

function chunk(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
	return Buffer.concat([uint32(body.length - 4), body, uint32(crc32(body))]);
}

function uint32(value: number): Uint8Array {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}
