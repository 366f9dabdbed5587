import assert from 'node:assert/strict';
import { citesOf } from '../../../src/core/project/cites.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { projectOf, projectsOver } from './support.ts';

const root = '\\documentclass{book}\n';
const keysOf = async (files: Record<string, string>) => citesOf(await projectOf(files)).keys;

describe('commands that other files of a project define', () => {
	it('cite where they are used', async () => {
		assert.deepEqual(
			await keysOf({
				'main.tex': `${root}\\input{preamble}\\include{ch}\\seebook`,
				'preamble.tex': '\\newcommand\\eg[1]{\\citep[e.g.][]{#1}}\\newcommand\\seebook{\\cite{knuth}}',
				'ch.tex': 'As in \\eg{a, b}.',
			}),
			['a', 'b', 'knuth'],
		);
	});

	it('may stand in a class or package, whose own citations count only by their use', async () => {
		const files = {
			'main.tex': '\\documentclass{mine}\\usepackage{own}\\see{a}\\code',
			'mine.cls': '\\newcommand{\\code}{\\cite{code}}\\newcommand\\unused{\\cite{unused}}',
			'own.sty': '\\DeclareRobustCommand{\\see}[1]{\\@see{#1}}\\newcommand{\\@see}[1]{\\cite{#1}}',
		};
		assert.deepEqual(await keysOf(files), ['a', 'code']);
	});

	it('are made of each other across files, in any order', async () => {
		assert.deepEqual(
			await keysOf({
				'main.tex': `${root}\\input{two}\\input{one}\\two{x}{a}`,
				'one.tex': '\\newcommand\\one[1]{\\cite{#1}}',
				'two.tex': '\\newcommand\\two[2]{#1 \\one{#2}}',
			}),
			['a'],
		);
	});

	it('hide what they throw away', async () => {
		assert.deepEqual(
			await keysOf({
				'main.tex': `${root}\\input{preamble}\\input{ch}`,
				'preamble.tex': '\\newcommand{\\gone}[1]{}',
				'ch.tex': '\\gone{\\cite{a}}\\cite{b}',
			}),
			['b'],
		);
	});

	it('yield to what the file itself defines', async () => {
		assert.deepEqual(
			await keysOf({
				'main.tex': `${root}\\input{preamble}\\input{ch}`,
				'preamble.tex': '\\newcommand{\\see}[1]{\\cite{#1}}',
				'ch.tex': '\\renewcommand{\\see}[2]{#1 \\cite{#2}}\\see{x}{a}',
			}),
			['a'],
		);
	});

	it('are found again when they change, and only their users are scanned anew', async () => {
		const workspace = memoryWorkspace({
			'main.tex': `${root}\\input{preamble}\\input{a}\\input{b}`,
			'preamble.tex': '\\newcommand\\see[1]{\\cite{#1}}',
			'a.tex': '\\see{a}',
			'b.tex': 'Nothing',
		});
		const projects = projectsOver(workspace);
		const ask = () => projects.projectOf(uriOf('main.tex'), never);
		const before = await ask();
		workspace.set('b.tex', 'Nothing more');
		const typed = await ask();
		assert.equal(typed.documents.get(uriOf('a.tex')), before.documents.get(uriOf('a.tex')));
		workspace.opened.length = 0;
		workspace.set('preamble.tex', '\\newcommand\\see[2]{#2 \\cite{#1,k}}');
		const after = await ask();
		assert.deepEqual(workspace.opened, [uriOf('preamble.tex')]);
		assert.deepEqual(citesOf(after).keys, ['a', 'k']);
		assert.equal(after.documents.get(uriOf('b.tex')), typed.documents.get(uriOf('b.tex')));
		workspace.set('preamble.tex', '');
		assert.deepEqual(citesOf(await ask()).keys, []);
	});

	it('leave out of account what \\includeonly says: LaTeX keeps the citations of the other chapters', async () => {
		const files = {
			'main.tex': `${root}\\includeonly{a}\\include{a}\\include{b}`,
			'a.tex': '\\cite{a}',
			'b.tex': '\\cite{b}',
		};
		assert.deepEqual(await keysOf(files), ['a', 'b']);
	});
});
