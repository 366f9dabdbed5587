import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { isGzip } from '../../../src/core/text/bytes.ts';
import { gunzip } from '../../../src/core/text/gunzip.ts';

const text = Buffer.from(Array.from({ length: 20_000 }, (_, line) => `line ${line} is ${line * line}\n`).join(''));
const packed = gzipSync(text);

/** What is unpacked, the largest chunk, and what went wrong. */
function unpack(bytes: Uint8Array): {
	readonly content: Buffer;
	readonly most: number;
	readonly problem: string | undefined;
} {
	const chunks: Uint8Array[] = [];
	const work = gunzip(bytes);
	let step = work.next();
	for (; !step.done; step = work.next()) chunks.push(step.value);
	return {
		content: Buffer.concat(chunks),
		most: Math.max(0, ...chunks.map(({ length }) => length)),
		problem: step.value,
	};
}

describe('gunzip', () => {
	it('unpacks in small steps, also what was packed in parts', () => {
		assert.ok(isGzip(packed));
		const { content, most, problem } = unpack(packed);
		assert.ok(content.equals(text));
		assert.ok(most < 300_000, `${most} bytes in one step`);
		assert.equal(problem, undefined);
		const twice = unpack(Buffer.concat([packed, packed]));
		assert.equal(twice.content.length, text.length * 2);
		assert.equal(twice.problem, undefined);
		assert.deepEqual(unpack(gzipSync('')), { content: Buffer.alloc(0), most: 0, problem: undefined });
	});

	it('gives what a file holds that is cut off', () => {
		const { content, problem } = unpack(packed.subarray(0, packed.length / 2));
		assert.equal(problem, 'is cut off');
		assert.ok(content.length > text.length / 4);
		assert.ok(text.subarray(0, content.length).equals(content));
		assert.equal(unpack(packed.subarray(0, 3)).problem, 'is cut off');
	});

	it('notices damage', () => {
		for (const at of [packed.length >> 1, packed.length - 6]) {
			const damaged = Buffer.from(packed);
			damaged[at] = damaged[at]! ^ 0x55;
			assert.ok(unpack(damaged).problem, `at ${at}`);
		}
		assert.equal(unpack(Buffer.concat([packed, Buffer.from('and something else behind it')])).problem, 'is damaged');
	});

	it('stops where it grows without measure', function () {
		this.timeout(60_000);
		const { content, problem } = unpack(gzipSync(Buffer.alloc(120 * 1024 ** 2)));
		assert.equal(problem, 'unpacks to more than 200 times its size, as no text does');
		assert.ok(content.length < 80 * 1024 ** 2);
	});

	it('never throws, whatever the bytes', () => {
		const starts = fc.nat(packed.length).map((end) => packed.subarray(0, Math.min(end, 300)));
		fc.assert(
			fc.property(starts, fc.uint8Array({ maxLength: 60 }), (start, rest) => {
				unpack(Buffer.concat([start, rest]));
			}),
		);
	});
});
