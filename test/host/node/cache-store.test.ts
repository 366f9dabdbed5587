import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readlinkSync,
	realpathSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCacheStore } from '../../../src/host/node/cache-store.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a cache on disk', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'relwork-cache-'));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Keeps a text, in two steps. */
	function keep(text: string, name: string, limit?: number) {
		const writer = createCacheStore(folder, limit).create();
		writer.append(bytesOf(text.slice(0, 3)));
		writer.append(bytesOf(text.slice(3)));
		return writer.keep(name);
	}

	const textOf = (name: string): string | undefined => {
		const stored = createCacheStore(folder).open(name);
		const text = stored && new TextDecoder().decode(stored.read(0, stored.length));
		stored?.close();
		return text;
	};

	it('gives back what was kept, whole and in parts', () => {
		const stored = keep('one two three', 'a');
		assert.equal(stored.length, 13);
		assert.equal(new TextDecoder().decode(stored.read(4, 7)), 'two');
		assert.throws(() => stored.read(10, 20));
		stored.close();
		assert.equal(textOf('a'), 'one two three');
		keep('another', 'a').close();
		assert.equal(textOf('a'), 'another');
		assert.equal(textOf('b'), undefined);
	});

	it('makes its folder when it is needed, and leaves nothing unfinished behind', () => {
		const store = createCacheStore(join(folder, 'new', 'folder'));
		assert.equal(store.open('a'), undefined);
		assert.deepEqual(readdirSync(folder), []);
		const writer = store.create();
		writer.append(bytesOf('half'));
		assert.equal(store.open('a'), undefined);
		writer.abandon();
		assert.deepEqual(readdirSync(join(folder, 'new', 'folder')), []);
	});

	it('reads on what was deleted or replaced meanwhile', function () {
		if (process.platform === 'win32') {
			console.log('      skipped: Windows may refuse to replace an open file');
			this.skip();
		}
		const stored = keep('the old one', 'a');
		keep('the new one', 'a').close();
		createCacheStore(folder).delete('a');
		assert.equal(new TextDecoder().decode(stored.read(4, 7)), 'old');
		stored.close();
	});

	it('reads hundreds of files at a time, of which few are open', () => {
		const all = Array.from({ length: 200 }, (_, i) => keep(`text ${i}.`, `${i}`));
		for (const [i, stored] of all.entries())
			assert.equal(new TextDecoder().decode(stored.read(0, stored.length)), `text ${i}.`);
		if (existsSync('/proc/self/fd')) {
			const linked = (name: string) => {
				const link = join('/proc/self/fd', name);
				// The one that the listing itself was read by is gone.
				return existsSync(link) ? readlinkSync(link) : '';
			};
			const open = readdirSync('/proc/self/fd').filter((name) => linked(name).startsWith(realpathSync(folder)));
			assert.ok(open.length <= 32, `${open.length} are open`);
		}
		for (const stored of all) stored.close();
		assert.throws(() => all[0]!.read(0, 1));
	});

	it('lets go of what was not used for the longest time', () => {
		for (const [days, name] of ['a', 'b', 'c'].entries()) {
			keep('ten bytes.', name).close();
			const time = new Date(2020, 0, 1 + days);
			utimesSync(join(folder, name), time, time);
		}
		assert.equal(textOf('a'), 'ten bytes.');
		keep('ten bytes.', 'd', 30).close();
		assert.deepEqual(readdirSync(folder).sort(), ['a', 'c', 'd']);
	});

	it('takes away what a process that ended left unfinished long ago', () => {
		writeFileSync(join(folder, 'left.tmp'), 'half');
		writeFileSync(join(folder, 'young.tmp'), 'half');
		utimesSync(join(folder, 'left.tmp'), new Date(2020, 0), new Date(2020, 0));
		keep('text', 'a').close();
		assert.deepEqual(readdirSync(folder).sort(), ['a', 'young.tmp']);
	});

	it('lets what was written be read even where it cannot take the place of what is there', () => {
		mkdirSync(join(folder, 'a', 'b'), { recursive: true });
		const stored = keep('one two three', 'a');
		assert.equal(new TextDecoder().decode(stored.read(4, 7)), 'two');
		stored.close();
		assert.ok(existsSync(join(folder, 'a', 'b')));
	});

	it('is no use, and no harm, where nothing can be written', () => {
		const file = join(folder, 'file');
		writeFileSync(file, '');
		const store = createCacheStore(join(file, 'below'));
		assert.throws(() => store.create());
		assert.equal(store.open('a'), undefined);
		store.delete('a');
	});

	it('never shows anything half written, whatever two processes write at the same time', async () => {
		const script = `
			const { createCacheStore } = require('./src/host/node/cache-store.ts');
			const store = createCacheStore(process.argv[1]);
			for (let i = 0; i < 100; i++) {
				const writer = store.create();
				for (let part = 0; part < 50; part++) writer.append(new Uint8Array(100).fill(+process.argv[2]));
				writer.keep('same').close();
			}`;
		let writing = true;
		const write = (value: number) =>
			promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '--eval', script, folder, `${value}`]);
		const both = Promise.all([write(1), write(2)]).finally(() => {
			writing = false;
		});
		const store = createCacheStore(folder);
		let seen = 0;
		while (writing) {
			const stored = store.open('same');
			if (stored) {
				const bytes = stored.read(0, stored.length);
				stored.close();
				assert.equal(bytes.length, 5000);
				assert.equal(new Set(bytes).size, 1);
				seen++;
			}
			await new Promise((resolve) => setImmediate(resolve));
		}
		await both;
		assert.ok(seen > 0);
		assert.deepEqual(readdirSync(folder), ['same']);
	});
});
