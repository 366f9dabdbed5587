import assert from 'node:assert/strict';
import { citesOf } from '../../../src/core/project/cites.ts';
import { paths, projectOf } from './support.ts';

const root = '\\documentclass{book}\n';

describe('the files of a LaTeX project', () => {
	const cases: [
		name: string,
		files: Record<string, string>,
		expected: { keys?: string; files?: string; bib?: string },
	][] = [
		[
			'are subfiles, also in folders',
			{
				'main.tex': `${root}\\subfile{ch/one}\\subfileinclude{ch/two}\\bibliography{refs}`,
				'ch/one.tex': '\\documentclass[../main.tex]{subfiles}\\begin{document}\\cite{a}\\end{document}',
				'ch/two.tex': '\\documentclass[../main.tex]{subfiles}\\begin{document}\\cite{b}\\end{document}',
				'refs.bib': '',
			},
			{ keys: 'a b', files: 'main.tex ch/one.tex ch/two.tex', bib: 'refs.bib' },
		],
		[
			'are imported, from where the import says',
			{
				'main.tex': `${root}\\import{a/}{one}\\subimport{b/}{two}\\includefrom{c/}{three}\\subincludefrom{d/}{four}`,
				'a/one.tex': '\\input{deep}',
				'a/deep.tex': '\\cite{a}',
				'b/two.tex': '\\cite{b}',
				'c/three.tex': '\\cite{c}',
				'd/four.tex': '\\cite{d}',
			},
			{ keys: 'a b c d' },
		],
		[
			'are named by commands, also of other files',
			{
				'main.tex': `${root}\\input{preamble}\\part{one}\\chapterfile{one}\\chapterfile{two}`,
				'preamble.tex': '\\newcommand\\chapterfile[1]{\\input{chapters/#1}}',
				'chapters/one.tex': '\\cite{a}',
				'chapters/two.tex': '\\cite{b}\\chapterfile{deep}',
				'chapters/deep.tex': '\\cite{c}',
			},
			{ keys: 'a b c' },
		],
		[
			'take what comes before them, and give what they define to what follows',
			{
				'main.tex': `${root}\\newif\\ifdraft\\input{set}\\input{one}\\renewcommand\\see[1]{}\\input{two}`,
				'set.tex': '\\drafttrue\\newcommand\\see[1]{\\cite{#1}}',
				'one.tex': '\\ifdraft\\see{a}\\else\\cite{none}\\fi',
				'two.tex': '\\see{none}',
			},
			{ keys: 'a' },
		],
		[
			'may set a switch by what nobody knows: then both cases are read',
			{
				'main.tex': `${root}\\newif\\ifdraft\\DeclareOption{draft}{\\drafttrue}\\ifdraft\\cite{a}\\else\\cite{b}\\fi`,
			},
			{ keys: 'a b' },
		],
		[
			'may have switches of a package, which its options set: then both cases are read',
			{
				'main.tex': `${root}\\usepackage[draft]{own}\\ifdraft\\cite{a}\\else\\cite{b}\\fi`,
				'own.sty': '\\newif\\ifdraft\\define@key{own}{draft}[true]{\\csname draft#1\\endcsname}',
			},
			{ keys: 'a b' },
		],
		[
			'name bibliographies for all, for sections and for units',
			{
				'main.tex': `${root}\\addglobalbib{g.bib}\\addsectionbib{s.bib}\\begin{refsection}[r.bib]\\cite{a}\\end{refsection}\\putbib[p]`,
				'g.bib': '',
				's.bib': '',
				'r.bib': '',
				'p.bib': '',
			},
			{ keys: 'a', bib: 'g.bib s.bib r.bib p.bib' },
		],
	];
	for (const [name, files, { keys, files: wanted, bib }] of cases) {
		it(name, async () => {
			const project = await projectOf(files);
			assert.deepEqual(project.open, []);
			if (keys !== undefined) assert.equal(citesOf(project).keys.join(' '), keys);
			if (wanted) assert.equal(paths(project.documents.keys()).join(' '), wanted);
			if (bib) assert.equal(paths(project.bibliographies).join(' '), bib);
		});
	}

	it('that are missing by a command leave the project open', async () => {
		const project = await projectOf({ 'main.tex': `${root}\\newcommand\\ch[1]{\\input{ch/#1}}\\ch{one}` });
		assert.deepEqual(project.open, ['ch/one, which main.tex includes, was not found']);
	});

	it('may include each other by commands', async () => {
		const files = {
			'main.tex': `${root}\\newcommand\\again{\\input{one}}\\again`,
			'one.tex': '\\again\\input{main}\\cite{a}',
		};
		assert.deepEqual(citesOf(await projectOf(files)).keys, ['a']);
	});

	it('have the keys of what BibTeX made where the bibliography is not there', async () => {
		const project = await projectOf({
			'main.tex': `${root}\\cite{a}\\bibliography{gone}`,
			'main.bbl': '\\begin{thebibliography}{1}\\bibitem{a} A\\end{thebibliography}',
		});
		assert.deepEqual([...project.localKeys], ['a']);
	});
});
