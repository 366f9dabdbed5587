import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ignoreFileName, readIgnored } from '../../src/cli/ignore.ts';
import { type CliFolder, cliFolder } from '../support/cli.ts';

const paths = [
	'main.tex',
	'old/main.tex',
	'old/kept.md',
	'deep/old/a.md',
	'deep/a b.md',
	'notes.md',
	'#list.md',
	'mü.md',
];

/** Text of an ignore file, and the paths that it leaves out. */
const cases: readonly (readonly [text: string, out: readonly string[]])[] = [
	['', []],
	['# main.tex\n\n', []],
	['\\#list.md\n', ['#list.md']],
	['main.tex\n', ['main.tex', 'old/main.tex']],
	['/main.tex\r\n', ['main.tex']],
	['old/\n', ['old/main.tex', 'old/kept.md', 'deep/old/a.md']],
	['/old/*\n!kept.md\n', ['old/main.tex']],
	['old/\n!old/kept.md\n', ['old/main.tex', 'old/kept.md', 'deep/old/a.md']],
	['**/old/*.md\n', ['old/kept.md', 'deep/old/a.md']],
	['deep/**\n', ['deep/old/a.md', 'deep/a b.md']],
	['a\\ b.md\n', ['deep/a b.md']],
	['m?.md\n[n]otes.md', ['notes.md', 'mü.md']],
	['*.md\n!notes.md\n', ['old/kept.md', 'deep/old/a.md', 'deep/a b.md', '#list.md', 'mü.md']],
	['[unclosed\n/\n!\n', []],
];

describe('.relworkignore', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder();
	});
	afterEach(() => folder.dispose());
	const uriOf = (path: string) => pathToFileURL(join(folder.path, path)).href;

	for (const [text, out] of cases) {
		it(`${JSON.stringify(text)} leaves out ${out.length} of ${paths.length} paths`, async () => {
			folder.write(ignoreFileName, text);
			const ignores = await readIgnored(pathToFileURL(folder.path).href);
			assert.deepEqual(
				paths.filter((path) => ignores(uriOf(path))),
				out,
			);
		});
	}

	it('lets capitals count where they count for Git, and not elsewhere', async () => {
		folder.write(ignoreFileName, 'Old/\n*.MD\n');
		const left = async (ignorecase: boolean) => {
			const ignores = await readIgnored(pathToFileURL(folder.path).href, ignorecase);
			return ['old/main.tex', 'Old/main.tex', 'notes.md', 'notes.MD'].filter((path) => !ignores(uriOf(path)));
		};
		assert.deepEqual(await left(false), ['old/main.tex', 'notes.md']);
		assert.deepEqual(await left(true), []);
	});

	it('may be written by any editor or shell: with a byte order mark, in UTF-16, and with accents as a Mac has them', async () => {
		const text = 'm\u00fc.md\r\nmain.tex\r\n';
		for (const content of [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le'), text.normalize('NFD')]) {
			folder.write(ignoreFileName, content);
			const ignores = await readIgnored(pathToFileURL(folder.path).href);
			for (const path of ['m\u00fc.md', 'mu\u0308.md', 'main.tex']) assert.equal(ignores(uriOf(path)), true, path);
		}
	});

	it('has no say about files beside its folder, nor about the folder itself', async () => {
		folder.write(ignoreFileName, '*\n');
		const ignores = await readIgnored(pathToFileURL(folder.path).href);
		assert.equal(ignores(uriOf('main.tex')), true);
		assert.equal(ignores(uriOf('../main.tex')), false);
		assert.equal(ignores(pathToFileURL(folder.path).href), false);
	});

	it('leaves out nothing where it is not there, or is a folder', async () => {
		const none = await readIgnored(pathToFileURL(folder.path).href);
		folder.write(`${ignoreFileName}/main.tex`, '');
		const aFolder = await readIgnored(pathToFileURL(folder.path).href);
		assert.deepEqual(
			[none, aFolder].map((ignores) => ignores(uriOf('main.tex'))),
			[false, false],
		);
	});
});
