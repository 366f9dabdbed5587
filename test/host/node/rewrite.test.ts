import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../../src/core/ports.ts';
import { rewrite } from '../../../src/host/node/rewrite.ts';
import { uriOf } from '../../../src/host/node/workspace.ts';

describe('rewriting a file', () => {
	let folder: string;
	let path: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'rewrite-'));
		path = join(folder, 'a.tex');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** The file must stay as it is, and nothing be left beside it. */
	async function refuses(bytes: Uint8Array, before: string, after: string, message: RegExp) {
		writeFileSync(path, bytes);
		await assert.rejects(rewrite(uriOf(path), before, after), (error) => {
			assert.ok(error instanceof FileError);
			assert.match(error.message, message);
			return true;
		});
		assert.deepEqual(readFileSync(path), Buffer.from(bytes));
		assert.deepEqual(readdirSync(folder), ['a.tex']);
	}

	it('puts one text in the place of another, and leaves nothing beside it', async () => {
		writeFileSync(path, 'Grüße\r\n');
		await rewrite(uriOf(path), 'Grüße\r\n', 'Größe\r\n');
		assert.equal(readFileSync(path, 'utf8'), 'Größe\r\n');
		assert.deepEqual(readdirSync(folder), ['a.tex']);
	});

	it('keeps the encoding and the byte order mark', async () => {
		const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
		const cases = [
			[Buffer.from('\ufeffGrüße'), Buffer.from('\ufeffGröße')],
			[Buffer.from('\ufeffGrüße', 'utf16le'), Buffer.from('\ufeffGröße', 'utf16le')],
			[utf16be('\ufeffGrüße'), utf16be('\ufeffGröße')],
			[Buffer.from('Grüße', 'latin1'), Buffer.from('Größe', 'latin1')],
			[Buffer.from([0x80, 0x47, 0x72, 0xfc, 0xdf, 0x65]), Buffer.from([0x80, 0x47, 0x72, 0xf6, 0xdf, 0x65])],
		] as const;
		for (const [before, after] of cases) {
			writeFileSync(path, before);
			const euro = before[0] === 0x80 ? '€' : '';
			await rewrite(uriOf(path), `${euro}Grüße`, `${euro}Größe`);
			assert.deepEqual(readFileSync(path), after);
		}
	});

	it('leaves a file alone that has changed meanwhile', () =>
		refuses(Buffer.from('newer'), 'older', 'oldest', /^has changed since it was read/));

	it('leaves a file alone whose encoding lacks a letter', () =>
		refuses(Buffer.from('Grüße', 'latin1'), 'Grüße', 'Grüße 漢', /^cannot hold these changes in its encoding/));

	it('leaves a file alone with bytes that are no text', () =>
		refuses(
			Buffer.concat([Buffer.from('äöüßé'), Buffer.of(0xff)]),
			'äöüßé\ufffd',
			'äöüßè\ufffd',
			/^has bytes that are not valid utf-8/,
		));

	it('says so where there is no file', async () => {
		await assert.rejects(rewrite(uriOf(path), '', 'x'), /^FileError: does not exist$/);
	});
});
