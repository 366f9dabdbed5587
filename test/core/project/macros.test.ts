import assert from 'node:assert/strict';
import fc from 'fast-check';
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

	it('may stand in front of what they are made of', async () => {
		const text =
			'\\newcommand\\citeA[1]{\\own{#1}}\\newcommand\\eg[1]{\\own{#1}}\\newcommand\\own[1]{\\cite{#1}}\\citeA{a}\\eg{b}';
		assert.deepEqual(await keysOf({ 'main.tex': `${root}${text}` }), ['a', 'b']);
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

	it('are what they are at once, however the project was edited to get there', async () => {
		const pieces = [
			...['\\newcommand\\x[1]{\\cite{#1}}', '\\newcommand\\x[2]{\\cite{#2}}', '\\newcommand\\y[2]{#1 \\x{#2}}'],
			...['\\let\\z\\citep', '\\def\\w{\\cite{k}}', '\\newcommand\\gone[1]{}', '\\newcites{S}{T}', '%', '\n', '{', '}'],
			...['\\x{a}', '\\y{b}{c}', '\\z[p]{d}', '\\w ', '\\gone{\\cite{e}}', '\\citeS{g}', '\\input{b}', '\\input{c}'],
		];
		const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
		const edits = fc.array(fc.tuple(fc.constantFrom('b.tex', 'c.tex'), text), { maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(text, text, edits, async (b, c, changes) => {
				const files: Record<string, string> = {
					'main.tex': `${root}\\input{b}\\input{c}\\x{m}`,
					'b.tex': b,
					'c.tex': c,
				};
				const workspace = memoryWorkspace(files);
				const projects = projectsOver(workspace);
				await projects.projectOf(uriOf('main.tex'), never);
				for (const [path, changed] of changes) {
					files[path] = changed;
					workspace.set(path, changed);
					const after = citesOf(await projects.projectOf(uriOf('main.tex'), never));
					assert.deepEqual(after, citesOf(await projectOf(files)));
				}
			}),
			{ numRuns: 100 },
		);
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
