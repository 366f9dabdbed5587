import assert from 'node:assert/strict';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { defaultConfig } from '../../../src/core/config.ts';
import { createConfigSource } from '../../../src/core/config-source.ts';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { silent, type TexFinder } from '../../../src/core/ports.ts';
import { createCitationService } from '../../../src/core/service.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { createTexFinder } from '../../../src/host/node/tex-finder.ts';
import { searchFolders } from '../../../src/host/node/tex-paths.ts';
import { createNodeWorkspace, uriOf } from '../../../src/host/node/workspace.ts';

describe('a search path of TeX', () => {
	const around = { base: '/project', home: '/home/me', env: { LIB: '/lib' }, windows: false };
	const read = (value: string, windows = false) =>
		searchFolders(value, { ...around, windows }).map(({ path, deep }) => (deep ? `${path}//` : path));

	it('is folders in order, relative ones from the root document', () => {
		assert.deepEqual(
			read('.:bib;../shared'),
			['/project', '/project/bib', '/shared'].map((path) => resolve(path)),
		);
	});

	it('has home and variables filled in; what is not set names nothing', () => {
		assert.deepEqual(read('~/bib:$LIB/a:$LIB:$NONE/b:~'), ['/home/me/bib', '/lib/a', '/lib', '/home/me']);
	});

	it('means all folders below by two slashes, and TeX’s own default by nothing', () => {
		assert.deepEqual(read(':!!/texmf//::./bib//:'), ['/texmf//', '/project/bib//']);
		assert.deepEqual(read('//'), ['//' + '/']);
		assert.deepEqual(read(''), []);
	});

	it('is parted by semicolons alone where a colon is a drive', () => {
		const here = { base: 'c:\\project', home: 'C:\\Users\\me', env: { LIB: 'D:\\lib' }, windows: true };
		assert.deepEqual(
			searchFolders('bib;D:/bib//;~/bib;$LIB\\a;D:\\;\\\\server\\share\\bib', here).map(({ path }) => path),
			['c:\\project\\bib', 'D:\\bib', 'C:\\Users\\me\\bib', 'D:\\lib\\a', 'D:\\', '\\\\server\\share\\bib'],
		);
	});
});

describe('where TeX looks', () => {
	let top: string;
	let project: string;
	const write = (path: string, text = '') => {
		const file = join(top, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		return file;
	};
	/** A `kpsewhich` that writes down how it is called, and then does what it is told. */
	const program = (script: string) => {
		const file = write(
			'bin/kpsewhich',
			`#!/bin/sh\nfor word in "$@"; do echo "$word" >> "${top}/calls"; done\n${script}\n`,
		);
		chmodSync(file, 0o755);
	};
	const calls = () =>
		existsSync(join(top, 'calls')) ? readFileSync(join(top, 'calls'), 'utf8').trim().split('\n') : [];
	const environment = (more: NodeJS.ProcessEnv = {}) => ({
		...more,
		PATH: [join(top, 'bin'), '/usr/bin', '/bin'].join(delimiter),
	});
	const finder = (more: NodeJS.ProcessEnv = {}, options: Partial<Parameters<typeof createTexFinder>[0]> = {}) =>
		createTexFinder({ log: silent, env: environment(more), ...options });

	const serviceFor = (tex: TexFinder) => {
		const workspace = createNodeWorkspace({ folders: [project] });
		return createCitationService({
			workspace,
			corpus: createCorpus({ breathe: () => Promise.resolve(), log: silent }),
			config: createConfigSource(workspace, { forFile: () => defaultConfig }),
			log: silent,
			tex,
		});
	};

	before(function () {
		if (process.platform !== 'win32') return;
		console.log('      skipped: the stand-in for kpsewhich is a shell script');
		this.skip();
	});
	beforeEach(() => {
		top = realpathSync(mkdtempSync(join(tmpdir(), 'related-work-')));
		project = uriOf(join(top, 'project'));
		mkdirSync(join(top, 'project'));
		program('exit 1');
	});
	afterEach(() => rmSync(top, { recursive: true }));

	it('is first the folders that the environment names, by kind', async () => {
		const one = write('one/refs.bib');
		write('two/refs.bib');
		const chapter = write('texts/deep/er/ch.tex');
		const { find } = finder({ BIBINPUTS: `:../none:../one:${top}/two`, TEXINPUTS: `${top}/texts//:` });
		assert.deepEqual(await find('refs.bib', 'bib', project), { path: one, uri: uriOf(one), system: false });
		assert.equal((await find('ch.tex', 'tex', project))?.uri, uriOf(chapter));
		assert.deepEqual(calls(), []);
		assert.equal(await find('refs.bib', 'tex', project), undefined);
	});

	it('is then what kpsewhich says', async () => {
		const file = write('texmf/bib/big.bib');
		program(`case "$3" in big.bib) echo "${file}";; gone.bib) echo "${top}/gone.bib";; *) exit 1;; esac`);
		const { find } = finder();
		assert.deepEqual(await find('big.bib', 'bib', project), { path: file, uri: uriOf(file), system: true });
		assert.deepEqual(calls(), ['-format=bib', '-no-mktex=tex', 'big.bib']);
		assert.equal(await find('gone.bib', 'bib', project), undefined, 'a file that is not there');
		assert.equal(await find('other.bib', 'bib', project), undefined);
	});

	it('is asked once for each name, until the file is gone', async () => {
		const file = write('texmf/big.bib');
		program(`test -f "${file}" && echo "${file}"`);
		const { find } = finder();
		await Promise.all([find('big.bib', 'bib', project), find('big.bib', 'bib', project)]);
		await find('big.bib', 'bib', project);
		assert.equal(calls().length, 3);
		rmSync(file);
		assert.equal(await find('big.bib', 'bib', project), undefined);
		assert.equal(await find('big.bib', 'bib', project), undefined);
		assert.equal(calls().length, 6);
	});

	it('is never asked for what is no plain name', async () => {
		const { find } = finder();
		const names = [
			'-version',
			'--help',
			'$HOME/a.bib',
			'~/a.bib',
			'{a,b}.bib',
			'`id`',
			'|id',
			'./a.bib',
			'../a.bib',
			'/a.bib',
		];
		for (const name of [...names, '', 'a\nb.bib', 'a'.repeat(300)]) {
			assert.equal(await find(name, 'bib', project), undefined, name);
		}
		assert.deepEqual(calls(), []);
		await find('a; touch x & "b".bib'.replaceAll('"', ''), 'bib', project);
		assert.deepEqual(calls().slice(2), ['a; touch x & b.bib']);
	});

	it('is nowhere while it is not allowed, and without kpsewhich where nobody wants that', async () => {
		const file = write('lib/refs.bib');
		const env = { BIBINPUTS: join(top, 'lib') };
		let trusted = false;
		const { find, looks } = finder(env, { allowed: () => trusted, asksProgram: () => false });
		assert.equal(await find('refs.bib', 'bib', project), undefined);
		assert.equal(looks(project), false);
		trusted = true;
		assert.equal(looks(project), true);
		assert.equal((await find('refs.bib', 'bib', project))?.uri, uriOf(file));
		assert.equal(await find('other.bib', 'bib', project), undefined);
		assert.deepEqual(calls(), []);
		assert.equal(await find('refs.bib', 'bib', 'vscode-vfs://github/a/b'), undefined);
		assert.equal(looks('vscode-vfs://github/a/b'), false);
	});

	it('does not wait for a kpsewhich that hangs, and asks it no more', async () => {
		program('sleep 60');
		const warnings: string[] = [];
		const { find } = finder({}, { timeout: 300, log: { ...silent, warn: (text) => void warnings.push(text) } });
		const start = performance.now();
		assert.equal(await find('a.bib', 'bib', project), undefined);
		assert.equal(await find('b.bib', 'bib', project), undefined);
		assert.ok(performance.now() - start < 5000);
		assert.deepEqual(calls().slice(2), ['a.bib']);
		assert.match(warnings.join(), /kpsewhich did not answer/);
	});

	it('is asked of a program in a folder that PATH has in quotation marks, as Windows may', async () => {
		const found = write('texmf/a.bib');
		program(`echo ${found}`);
		const { find } = finder({}, { env: { PATH: `"${join(top, 'bin')}"` } });
		assert.equal((await find('a.bib', 'bib', project))?.uri, uriOf(found));
	});

	it('is not in a relative folder of PATH, nor where there is no program', async () => {
		const { find } = finder({}, { env: { PATH: ['bin', '.', ''].join(delimiter) } });
		assert.equal(await find('a.bib', 'bib', uriOf(top)), undefined);
		assert.deepEqual(calls(), []);
	});

	it('does not search a whole disk', async () => {
		for (let i = 0; i < 30; i++) mkdirSync(join(top, `tree/${i}/${'x/'.repeat(20)}`), { recursive: true });
		const deep = write('tree/29/x/deep.bib');
		const { find } = finder({ BIBINPUTS: `${top}/tree//` });
		assert.equal((await find('deep.bib', 'bib', project))?.uri, uriOf(deep));
		assert.equal(await find('none.bib', 'bib', project), undefined);
	});

	it('lets nobody write to what is part of TeX itself', async () => {
		const library = write('texmf/plain.bib', '@misc{a, title = {A}}\n@misc{a, title = {A}}\n');
		const root = write('project/main.tex', '\\documentclass{article}\\bibliography{plain}\\cite{a, b}\n');
		write('project/relatedwork.json', '{"corpus": ["more.jsonl"]}');
		write('project/more.jsonl', '{"key": "b", "title": "B", "authors": ["Ann Other"], "year": 2020}\n');
		program(`test "$3" = plain.bib && echo "${library}"`);
		const service = serviceFor(finder());
		const [unknown, ...others] = await service.check(uriOf(root), never);
		assert.deepEqual([unknown?.data?.key, others], ['b', []]);
		const [fix] = await service.fixes(unknown!, never);
		assert.deepEqual([fix?.edits.map(({ file }) => file)], [[uriOf(root)]]);
		const added = await service.addEntry(uriOf(root), 'b', never);
		assert.equal(added.kind === 'refused' && /no bibliography of its own/.test(added.why), true);
		assert.deepEqual(await service.checkSources(), []);
		assert.deepEqual(await service.fixAll(uriOf(library), never), []);
	});

	it('makes projects whole: their keys are known, and what is found is read', async () => {
		write('lib/refs.bib', '@misc{a, title = {A}}\n');
		write('lib/ch.tex', '\\cite{a, nobody}\n');
		const code = write('texmf/code.tex', '\\cite{notours}\n');
		const root = write(
			'project/main.tex',
			'\\documentclass{article}\\input{ch}\\input{code}\\bibliography{refs}\n\\cite{a}\n',
		);
		program(`test "$3" = code.tex && echo "${code}"`);
		const service = serviceFor(finder({ BIBINPUTS: '../lib:', TEXINPUTS: '../lib:' }));
		const { open, files, keys, bibliographies } = await service.cites(uriOf(root), never);
		assert.deepEqual(open, []);
		assert.deepEqual(files, [uriOf(root), uriOf(join(top, 'lib/ch.tex'))]);
		assert.deepEqual(bibliographies, [uriOf(join(top, 'lib/refs.bib'))]);
		assert.deepEqual(keys, ['a', 'nobody']);
		assert.deepEqual(await service.check(uriOf(root), never), []);
		rmSync(join(top, 'lib/refs.bib'));
		assert.match((await service.cites(uriOf(root), never)).open.join(), /refs was not found/);
	});
});
