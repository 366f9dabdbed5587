import assert from 'node:assert/strict';
import { latex } from '../../../src/core/languages/latex.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { serviceOver } from '../../support/service.ts';

const chapters = Array.from({ length: 58 }, (_, i) => `chapter${i}`);
const chapter = (name: string, more: string) =>
	`\\chapter{${name}}\n${`So says \\own{knuth}, and \\cite{${more}}.\n`.repeat(100)}`;
const thesis = {
	'main.tex': `\\documentclass{book}\n\\input{macros}\n\\begin{document}\n${chapters.map((name) => `\\include{${name}}`).join('\n')}\n\\bibliography{refs}\n\\end{document}\n`,
	'macros.tex': '\\newcommand{\\own}[1]{\\citep[see][]{#1}}\n',
	...Object.fromEntries(chapters.map((name) => [`${name}.tex`, chapter(name, 'knuth')])),
	'refs.bib': '@book{knuth, title={The TeXbook}, author={Knuth, Donald}, year={1984}}\n@misc{lamport, title={LaTeX}}',
};

describe('a letter typed in a thesis of 60 files', () => {
	const { scan } = latex;
	const edited = 'chapter30.tex';
	let texts: string[] = [];

	beforeEach(() => {
		texts = [];
		Object.assign(latex, {
			scan(...[text, options]: Parameters<typeof scan>) {
				texts.push(text);
				return scan(text, options);
			},
		});
	});
	afterEach(() => void Object.assign(latex, { scan }));

	async function opened() {
		const workspace = memoryWorkspace(thesis);
		const service = serviceOver(workspace);
		const check = async (name: string) => (await service.check(uriOf(name), never)).map(({ rule }) => rule);
		assert.deepEqual(await check(edited), []);
		assert.ok(texts.length >= 60);
		texts.length = 0;
		return { workspace, service, check };
	}

	it('has only its own file scanned anew: for what it defines, and for what the commands of others mean in it', async () => {
		const { workspace, service, check } = await opened();
		for (const key of ['lamport', 'lamport, knuth']) {
			workspace.set(edited, chapter('chapter30', key));
			assert.deepEqual(await check(edited), []);
			assert.deepEqual([...new Set(texts)], [workspace.text(edited)]);
			assert.equal(texts.length, 2);
			texts.length = 0;
		}
		service.dispose();
	});

	it('has nothing scanned for whoever asks again, in this file or another', async () => {
		const { workspace, service, check } = await opened();
		workspace.set(edited, chapter('chapter30', 'lamport'));
		await Promise.all([check(edited), check(edited), service.cites(uriOf('main.tex'), never)]);
		assert.equal(texts.length, 2);
		texts.length = 0;
		await check('chapter3.tex');
		assert.equal((await service.cites(uriOf('main.tex'), never)).citations.length, 58 * 200);
		assert.deepEqual(texts, []);
		service.dispose();
	});

	it('has the files scanned anew that use a command, once, where its definition changes', async () => {
		const { workspace, service, check } = await opened();
		workspace.set('macros.tex', '\\newcommand{\\own}[1]{\\nocite{#1}}\n');
		assert.deepEqual(await check(edited), []);
		assert.deepEqual([texts.length, new Set(texts).size], [59, 59]);
		service.dispose();
	});
});
