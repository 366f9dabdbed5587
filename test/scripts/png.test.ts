import assert from 'node:assert/strict';
import { decode, encode } from 'fast-png';
import { encodePng, type Frame } from '../../scripts/screenshots/png.ts';

const width = 40;
const height = 20;

/** A frame whose pixels are 0xRRGGBB, by their place. */
function frame(color: (x: number, y: number) => number, duration = 100): Frame {
	const data = new Uint8Array(width * height * 3);
	for (let i = 0; i < width * height; i++) {
		const value = color(i % width, Math.floor(i / width));
		data.set([value >> 16, (value >> 8) & 255, value & 255], i * 3);
	}
	return { png: encode({ width, height, data, channels: 3, depth: 8 }), duration };
}

/** The colours of a picture with a palette. */
function colorsOf(png: Uint8Array): readonly number[] {
	const { data, palette = [] } = decode(png);
	return [...data].map((index) => palette[index]!.slice(0, 3).reduce((sum, byte) => sum * 256 + byte));
}

const blue = 0x0000ff;
const white = 0xffffff;
const square = (left: number) => (x: number, y: number) => (x >= left && x < left + 4 && y > 5 && y < 9 ? blue : white);

describe('pictures with a palette', () => {
	it('keep few colours as they are', () => {
		const colors = colorsOf(encodePng([frame(square(3))]));
		assert.deepEqual(new Set(colors), new Set([blue, white]));
		assert.equal(colors[6 * width + 3], blue);
		assert.equal(colors[6 * width + 7], white);
	});

	it('keep frequent colours and come near to all others', () => {
		const gradient = (x: number, y: number) => (x < 10 ? 0x243b63 : ((x * 6) << 16) | ((y * 12) << 8) | 40);
		const colors = colorsOf(encodePng([frame(gradient)]));
		assert.equal(colors[5], 0x243b63);
		for (const [i, color] of colors.entries()) {
			const meant = gradient(i % width, Math.floor(i / width));
			for (const shift of [16, 8, 0])
				assert.ok(Math.abs(((color >> shift) & 255) - ((meant >> shift) & 255)) <= 16, `pixel ${i}`);
		}
	});

	it('show each frame for its time, and of each only what changed', () => {
		const film = encodePng([frame(square(3), 700), frame(square(5), 80), frame(square(5), 1500)]);
		const controls = [...film.toString('latin1').matchAll(/fcTL(.{26})/gs)].map((match) => {
			const bytes = Buffer.from(match[1]!, 'latin1');
			const time = (bytes.readUInt16BE(20) / bytes.readUInt16BE(22)) * 1000;
			return { size: [bytes.readUInt32BE(4), bytes.readUInt32BE(8)], left: bytes.readUInt32BE(12), time };
		});
		assert.deepEqual(controls, [
			{ size: [width, height], left: 0, time: 700 },
			{ size: [6, 3], left: 3, time: 80 },
			{ size: [1, 1], left: 0, time: 1500 },
		]);
	});

	it('show a frame of choice where nothing moves', () => {
		const colors = colorsOf(encodePng([frame(square(3)), frame(square(20))], 1));
		assert.equal(colors[6 * width + 3], white);
		assert.equal(colors[6 * width + 20], blue);
	});
});
