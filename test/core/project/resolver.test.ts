import assert from 'node:assert/strict';
import { citesOf } from '../../../src/core/project/cites.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { paths, projectOf, projectsOver } from './support.ts';

const root = '\\documentclass{book}\n';

describe('the project of a document', () => {
	it('has the root, all that it includes in reading order, and the bibliographies', async () => {
		const project = await projectOf({
			'main.tex': `${root}\\cite{z}\\include{ch/one}\\input{ch/two.tex}\\bibliography{refs, more/b}\\nocite{n}`,
			'ch/one.tex': '\\cite{b,a}\\input{ch/deep}',
			'ch/two.tex': '\\cite{a}',
			'ch/deep.tex': '\\cite{}',
			'refs.bib': '',
			'more/b.bib': '',
		});
		assert.deepEqual(paths([project.root]), ['main.tex']);
		assert.deepEqual(paths(project.documents.keys()), ['main.tex', 'ch/one.tex', 'ch/deep.tex', 'ch/two.tex']);
		assert.deepEqual(paths(project.bibliographies), ['refs.bib', 'more/b.bib']);
		assert.equal(project.declares, true);
		assert.deepEqual(project.open, []);
		const cites = citesOf(project);
		assert.deepEqual(cites.keys, ['a', 'b', 'n', 'z']);
		assert.deepEqual(paths(cites.citations.map(({ file }) => file)), [
			'main.tex',
			'main.tex',
			'ch/one.tex',
			'ch/deep.tex',
			'ch/two.tex',
		]);
	});

	it('is the same from each of its files', async () => {
		const files = {
			'thesis/main.tex': `${root}\\input{ch/one}\\bibliography{refs}`,
			'thesis/ch/one.tex': '\\input{ch/deep/two}',
			'thesis/ch/deep/two.tex': 'Text',
			'thesis/refs.bib': '',
			'thesis/other.tex': `${root}Nothing`,
		};
		for (const path of ['thesis/main.tex', 'thesis/ch/one.tex', 'thesis/ch/deep/two.tex']) {
			const project = await projectOf(files, path);
			assert.deepEqual(paths([project.root, ...project.bibliographies]), ['thesis/main.tex', 'thesis/refs.bib'], path);
		}
	});

	it('has a root whose name is in capitals, as old ones are', async () => {
		const project = await projectOf({
			'CH.TEX': 'x',
			'MAIN.TEX': `${root}\\input{ch}\\bibliography{refs}`,
			'REFS.BIB': '',
		});
		assert.deepEqual(paths([project.root, ...project.bibliographies]), ['MAIN.TEX', 'REFS.BIB']);
	});

	it('looks for the root in folders beside it, too', async () => {
		const project = await projectOf({ 'parts/a.tex': 'x', 'build/main.tex': `${root}\\input{../parts/a}` });
		assert.deepEqual(paths([project.root]), ['build/main.tex']);
	});

	it('takes the root that a magic comment or the class of a subfile names', async () => {
		const main = `${root}\\bibliography{refs}`;
		const hinted = await projectOf({
			'ch/a.tex': '% !TeX root = ../main\n\\cite{x}',
			'main.tex': main,
			'refs.bib': '',
		});
		assert.deepEqual(paths([hinted.root, ...hinted.documents.keys()]), ['main.tex', 'main.tex', 'ch/a.tex']);
		const subfile = await projectOf({
			'ch/a.tex': '\\documentclass[../main.tex]{subfiles}',
			'main.tex': `${main}\\subfile{ch/a}`,
			'refs.bib': '',
		});
		assert.deepEqual(paths([subfile.root, ...subfile.bibliographies]), ['main.tex', 'refs.bib']);
		const lost = await projectOf({ 'a.tex': '% !TeX root = none.tex\n' });
		assert.match(lost.open.join(), /none\.tex that a\.tex names was not found/);
	});

	it('prefers, of several roots, the one that is whole', async () => {
		const project = await projectOf({
			'a.tex': 'x',
			'draft.tex': `${root}\\input{a}\\input{gone}\\bibliography{refs}`,
			'thesis.tex': `${root}\\input{a}\\bibliography{refs}`,
			'refs.bib': '',
		});
		assert.deepEqual(paths([project.root]), ['thesis.tex']);
	});

	it('is the document alone, and open, where no root is found', async () => {
		const project = await projectOf({ 'ch/a.tex': '\\cite{x}', 'main.tex': root });
		assert.deepEqual(paths([project.root, ...project.documents.keys()]), ['ch/a.tex', 'ch/a.tex']);
		assert.deepEqual(project.open, ['no document was found that includes a.tex']);
		assert.equal(project.declares, false);
	});

	it('survives documents that include each other, and ones that are not there', async () => {
		const project = await projectOf({
			'main.tex': `${root}\\input{a}\\input{gone}\\InputIfFileExists{maybe}{}{}`,
			'a.tex': '\\input{main}\\input{a}',
		});
		assert.deepEqual(paths(project.documents.keys()), ['main.tex', 'a.tex']);
		assert.deepEqual(
			project.missingIncludes.map(({ reference }) => reference.path),
			['gone'],
		);
		assert.deepEqual(project.open, ['gone, which main.tex includes, was not found']);
		assert.deepEqual((await projectOf({ 'x.tex': '' }, 'gone.tex')).documents.size, 0);
	});

	it('survives names of files that no URI can hold', async () => {
		for (const half of ['\ud800', '\udc00']) {
			const project = await projectOf({ 'main.tex': `${root}\\input{a${half}b}\\bibliography{/c${half}}` });
			assert.deepEqual([project.missingIncludes.length, project.missingBibliographies.length], [1, 1]);
		}
	});

	it('finds files where LaTeX does: by import, macro, in other capitals, beside the including file', async () => {
		const project = await projectOf({
			'main.tex': `${root}\\newcommand{\\parts}{some parts}\\import{one/}{a}\\input{\\parts/b}\\input{Sections/C}\\input{\\jobname-d}\\bibliography{\\lib}`,
			'one/a.tex': '\\input{a2}\\newcommand\\lib{all}',
			'one/a2.tex': '',
			'some parts/b.tex': '\\input{b2}',
			'some parts/b2.tex': '',
			'Sections/c.tex': '',
			'main-d.tex': '',
			'all.bib': '',
		});
		assert.deepEqual(paths(project.documents.keys()), [
			'main.tex',
			'one/a.tex',
			'one/a2.tex',
			'some parts/b.tex',
			'some parts/b2.tex',
			'Sections/c.tex',
			'main-d.tex',
		]);
		assert.deepEqual(paths(project.bibliographies), ['all.bib']);
		assert.deepEqual(project.open, []);
	});

	it('reads bibliographies that a class or package of its own declares', async () => {
		const project = await projectOf({
			'main.tex': '\\documentclass{mine}\\usepackage{graphicx,own}',
			'mine.cls': '\\addbibresource{a.bib}\\newcommand{\\x}{\\cite{code}}',
			'own.sty': '\\bibliography{b}\\addbibresource{\\gone}',
			'a.bib': '',
			'b.bib': '',
		});
		assert.deepEqual(paths(project.bibliographies), ['a.bib', 'b.bib']);
		assert.deepEqual(citesOf(project).keys, []);
		assert.deepEqual(project.open, []);
	});

	it('says which bibliographies are missing, and what may have been meant', async () => {
		const project = await projectOf({
			'main.tex': `${root}\\bibliography{refrences,IEEEabrv}\\addbibresource{bib/lib.bib}\\addbibresource{http://x.org/a.bib}\\addbibresource{\\nobody.bib}`,
			'references.bib': '',
			'bib/library.bib': '',
			'bib/notes.txt': '',
		});
		assert.deepEqual(
			project.missingBibliographies.map(({ reference, candidates }) => [reference.path, candidates[0]]),
			[
				['refrences', 'references'],
				['bib/lib.bib', 'bib/library.bib'],
			],
		);
		assert.equal(project.declares, true);
		assert.equal(project.open.length, 4);
	});

	it('counts keys that the documents define, and files that they write', async () => {
		const local = await projectOf({
			'main.tex': `${root}\\begin{thebibliography}{9}\\bibitem{a}A\\bibitem[x]{b}B\\end{thebibliography}`,
		});
		assert.deepEqual([...local.localKeys], ['a', 'b']);
		assert.equal(local.declares, true);
		assert.deepEqual(local.open, []);
		const written = await projectOf({
			'main.tex': `\\begin{filecontents}{r.bib}@misc{a,}\\end{filecontents}${root}\\bibliography{r}`,
		});
		assert.deepEqual([[...written.localKeys], written.open], [['a'], []]);
		const compiled = await projectOf({ 'main.tex': `${root}\\bibliography{gone}`, 'main.bbl': '\\bibitem{a}' });
		assert.deepEqual([[...compiled.localKeys], compiled.open.length], [['a'], 1]);
	});

	it('is one Markdown file with what its YAML declares', async () => {
		const project = await projectOf({
			'a/b.md': '---\nbibliography: [refs.bib, ../x.json, none.bib]\n---\n[@k]',
			'a/refs.bib': '',
			'x.json': '',
		});
		assert.deepEqual(paths([project.root, ...project.bibliographies]), ['a/b.md', 'a/refs.bib', 'x.json']);
		assert.deepEqual(
			project.missingBibliographies.map(({ candidates }) => candidates),
			[['refs.bib']],
		);
		assert.deepEqual((await projectOf({ 'a.md': 'Text' })).open, []);
	});

	it('takes the bibliography of a Quarto project where the document declares none', async () => {
		const files = {
			'book/ch/one.qmd': '[@a]',
			'book/_quarto.yml': 'project:\n  type: book\nbibliography: refs.bib\n',
			'book/refs.bib': '',
		};
		const project = await projectOf(files);
		assert.deepEqual(paths(project.bibliographies), ['book/refs.bib']);
		assert.equal(project.declares, true);
		const own = await projectOf({
			...files,
			'book/ch/one.qmd': '---\nbibliography: own.bib\n---\n',
			'book/ch/own.bib': '',
		});
		assert.deepEqual(paths(own.bibliographies), ['book/ch/own.bib']);
	});

	it('takes the cite commands of the configuration', async () => {
		const projects = projectsOver(memoryWorkspace({ 'a.md': '\\hinweis{k}' }), { citeCommands: ['hinweis'] });
		assert.deepEqual(citesOf(await projects.projectOf(uriOf('a.md'), never)).keys, ['k']);
	});
});

describe('a document of several roots', () => {
	const files = {
		'ch/one.tex': '\\cite{x}',
		'paper.tex': `${root}\\input{ch/one}\\bibliography{refs}`,
		'talk/talk.tex': `${root}\\input{../ch/one}\\bibliography{talk}`,
		'other.tex': `${root}Nothing`,
		'refs.bib': '',
		'talk/talk.bib': '',
	};

	it('belongs to the nearest, and is also in the others', async () => {
		const projects = projectsOver(memoryWorkspace(files));
		assert.deepEqual(paths([(await projects.projectOf(uriOf('ch/one.tex'), never)).root]), ['paper.tex']);
		const others = await projects.alsoIn(uriOf('ch/one.tex'), never);
		assert.deepEqual(paths(others.map((project) => project.root)), ['talk/talk.tex']);
		assert.deepEqual(await projects.alsoIn(uriOf('other.tex'), never), []);
	});

	it('belongs to no other once a root has adopted it', async () => {
		const projects = projectsOver(memoryWorkspace(files));
		await projects.adopt(uriOf('talk/talk.tex'), never);
		assert.deepEqual(paths([(await projects.projectOf(uriOf('ch/one.tex'), never)).root]), ['talk/talk.tex']);
		assert.deepEqual(await projects.alsoIn(uriOf('ch/one.tex'), never), []);
	});

	it('is in those of the moment', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const roots = async () => paths((await projects.alsoIn(uriOf('ch/one.tex'), never)).map((project) => project.root));
		assert.deepEqual(await roots(), ['talk/talk.tex']);
		workspace.set('talk/talk.tex', root);
		assert.deepEqual(await roots(), []);
		workspace.set('other.tex', `${root}\\input{ch/one}`);
		assert.deepEqual(await roots(), ['other.tex']);
	});

	it('reads nothing but the document itself when that changes', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		await projects.alsoIn(uriOf('ch/one.tex'), never);
		workspace.opened.length = 0;
		workspace.stated.length = 0;
		workspace.set('ch/one.tex', '\\cite{x, y}');
		assert.equal((await projects.alsoIn(uriOf('ch/one.tex'), never)).length, 1);
		assert.deepEqual(paths([...workspace.opened, ...workspace.stated]), ['ch/one.tex', 'ch/one.tex']);
	});

	it('finds roots in the other open folders', async () => {
		const workspace = memoryWorkspace({
			'a/ch.tex': '',
			'a/main.tex': `${root}\\input{ch}`,
			'b/main.tex': `${root}\\input{../a/ch}`,
		});
		const projects = projectsOver({ ...workspace, folders: [uriOf('a'), uriOf('b')] });
		assert.deepEqual(paths([(await projects.projectOf(uriOf('a/ch.tex'), never)).root]), ['a/main.tex']);
		const others = await projects.alsoIn(uriOf('a/ch.tex'), never);
		assert.deepEqual(paths(others.map((project) => project.root)), ['b/main.tex']);
	});
});

describe('a project over time', () => {
	const files = {
		'main.tex': `${root}\\input{a}\\input{b}\\bibliography{refs}`,
		'a.tex': 'A',
		'b.tex': 'B',
		'refs.bib': '',
		'other.tex': 'Other',
	};

	it('is the same value, and asks nothing, while nothing changed', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const first = await projects.projectOf(uriOf('a.tex'), never);
		const { stat, open, list } = { ...workspace.counts };
		assert.equal(await projects.projectOf(uriOf('a.tex'), never), first);
		workspace.set('unrelated.txt', 'x');
		assert.equal(await projects.projectOf(uriOf('a.tex'), never), first);
		assert.deepEqual([workspace.counts.stat, workspace.counts.open, workspace.counts.list], [stat, open, list]);
	});

	it('lists a folder once for all that is missing there, and again when a file came or went', async () => {
		const missing = {
			...files,
			'main.tex': `${root}\\input{x1}\\input{x2}\\input{x3}\\bibliography{refs}`,
			'ch/c.tex': 'C',
		};
		const workspace = memoryWorkspace(missing);
		const projects = projectsOver(workspace);
		const candidates = async () =>
			(await projects.projectOf(uriOf('main.tex'), never)).missingIncludes.map((one) => one.candidates);
		await candidates();
		assert.equal(workspace.counts.list, 2);
		workspace.set('ch/c.tex', 'c');
		workspace.set('x22.tex', 'X');
		workspace.set('main.tex', `${missing['main.tex']} `);
		assert.ok((await candidates()).every((names) => names.includes('x22')));
		workspace.set('x22.tex', undefined);
		workspace.set('main.tex', missing['main.tex']);
		assert.ok(!(await candidates()).flat().includes('x22'));
	});

	it('reads only the file that was edited', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const before = await projects.projectOf(uriOf('main.tex'), never);
		workspace.opened.length = 0;
		workspace.stated.length = 0;
		workspace.set('a.tex', '\\cite{new}');
		const after = await projects.projectOf(uriOf('main.tex'), never);
		assert.deepEqual(paths(workspace.opened), ['a.tex']);
		assert.deepEqual(paths(workspace.stated), ['a.tex']);
		assert.deepEqual(citesOf(after).keys, ['new']);
		assert.equal(after.documents.get(uriOf('b.tex')), before.documents.get(uriOf('b.tex')));
	});

	it('does not change with the text of its bibliography', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const before = await projects.projectOf(uriOf('main.tex'), never);
		workspace.set('refs.bib', '@misc{a,}');
		assert.equal(await projects.projectOf(uriOf('main.tex'), never), before);
	});

	it('notices files that come, go and join', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const openOf = async () => (await projects.projectOf(uriOf('main.tex'), never)).open;
		assert.deepEqual(await openOf(), []);
		workspace.set('refs.bib', undefined);
		assert.deepEqual(await openOf(), ['the bibliography refs was not found']);
		workspace.set('refs.bib', '');
		assert.deepEqual(await openOf(), []);
		assert.deepEqual(paths([(await projects.projectOf(uriOf('other.tex'), never)).root]), ['other.tex']);
		workspace.set('b.tex', '\\input{other}');
		assert.deepEqual(paths([(await projects.projectOf(uriOf('other.tex'), never)).root]), ['main.tex']);
		workspace.set('b.tex', 'B');
		assert.deepEqual(paths([(await projects.projectOf(uriOf('other.tex'), never)).root]), ['other.tex']);
	});

	it('scans a document once for all who ask at the same time', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		await Promise.all([1, 2, 3].map(() => projects.projectOf(uriOf('main.tex'), never)));
		assert.deepEqual(paths(workspace.opened).sort(), ['a.tex', 'b.tex', 'main.tex']);
	});

	it('watches what lies outside of the folders, and lets go of it', async () => {
		const outside = 'file:///elsewhere/refs.bib';
		const workspace = memoryWorkspace({ 'main.tex': `${root}\\bibliography{/elsewhere/refs}`, [outside]: '' });
		const projects = projectsOver(workspace);
		const { bibliographies } = await projects.projectOf(uriOf('main.tex'), never);
		assert.deepEqual(bibliographies, [outside]);
		assert.deepEqual(workspace.watched, [outside]);
		projects.dispose();
		assert.deepEqual(workspace.watched, []);
	});

	it('stops when cancelled, and keeps nothing half read', async () => {
		const projects = projectsOver(memoryWorkspace(files));
		const cancelled = { ...never, isCancellationRequested: true };
		await projects.projectOf(uriOf('main.tex'), cancelled);
		assert.equal((await projects.projectOf(uriOf('main.tex'), never)).documents.size, 3);
	});
});
