import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { foldedName } from '../../../src/core/util/paths.ts';
import { type MemoryWorkspace, memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { serviceOver } from '../../support/service.ts';
import { paths, projectsOver } from './support.ts';

/** The same files on a disk that finds them by names in other capitals, and with accents written otherwise. */
function onOtherDisk(workspace: MemoryWorkspace): MemoryWorkspace {
	async function real(uri: string): Promise<string> {
		if ((await workspace.stat(uri)) !== undefined || uri === 'file:///') return uri;
		const slash = uri.lastIndexOf('/');
		const [folder, name] = [await real(uri.slice(0, slash)), decodeURIComponent(uri.slice(slash + 1))];
		const names = await workspace.list(folder);
		return `${folder}/${encodeURIComponent(names.find((one) => foldedName(one) === foldedName(name)) ?? name)}`;
	}
	return {
		...workspace,
		stat: async (uri) => workspace.stat(await real(uri)),
		list: async (uri) => workspace.list(await real(uri)),
		read: async (uri) => workspace.read(await real(uri)),
		open: async (uri) => workspace.open(await real(uri)),
	};
}

const [composed, decomposed] = ['Bücher.bib'.normalize('NFC'), 'Bücher.bib'.normalize('NFD')];

describe('a file that a document names in another spelling, on a disk that finds it', () => {
	it('has one URI: that of its name on disk', async () => {
		const workspace = onOtherDisk(
			memoryWorkspace({
				'main.tex': `\\documentclass{book}\\input{Chapters/One}\\include{chapters/one}\\bibliography{Refs, BIB/${composed}}`,
				'chapters/one.tex': '\\cite{a}',
				'refs.bib': '@misc{a, title = {A}}',
				[`bib/${decomposed}`]: '',
			}),
		);
		const project = await projectsOver(workspace).projectOf(uriOf('main.tex'), never);
		assert.deepEqual(paths(project.documents.keys()), ['main.tex', 'chapters/one.tex']);
		assert.deepEqual(paths(project.bibliographies), ['refs.bib', `bib/${decomposed}`]);
		assert.deepEqual(project.open, []);
	});

	it('is the same for the corpus, whose entries are there once', async () => {
		const workspace = onOtherDisk(
			memoryWorkspace({
				'main.tex': '\\documentclass{article}\\cite{a}\\bibliography{Refs}',
				'refs.bib': '@misc{a, title = {A}}',
			}),
		);
		const service = serviceOver(workspace, { corpus: ['*.bib'] });
		await service.loadCorpus(never);
		assert.deepEqual(await service.check(uriOf('main.tex'), never), []);
		const { sources } = await service.status();
		assert.deepEqual(paths(sources.map(({ file }) => file)), ['refs.bib']);
	});

	it('is looked for again when it comes and goes under the name that it has on disk', async () => {
		const workspace = onOtherDisk(
			memoryWorkspace({ 'main.tex': '\\documentclass{article}\\cite{a}\\bibliography{Refs}' }),
		);
		const service = serviceOver(workspace);
		const rulesOf = async () => (await service.check(uriOf('main.tex'), never)).map(({ rule }) => rule);
		assert.ok((await rulesOf()).includes('missing-bibliography'));
		workspace.set('refs.bib', '@misc{a, title = {A}}');
		assert.deepEqual(await rulesOf(), []);
		workspace.set('refs.bib', undefined);
		assert.ok((await rulesOf()).includes('missing-bibliography'));
		workspace.set('REFS.bib', '@misc{a, title = {A}}');
		assert.deepEqual(await rulesOf(), []);
	});
});

describe('a letter typed', () => {
	it('has no folder read for the names of files', async () => {
		const main = '\\documentclass{book}\\input{ch/one}\\bibliography{refs}';
		const workspace = memoryWorkspace({ 'main.tex': main, 'ch/one.tex': 'a', 'refs.bib': '' });
		const projects = projectsOver(workspace);
		await projects.projectOf(uriOf('ch/one.tex'), never);
		const { list } = workspace.counts;
		for (const path of ['ch/one.tex', 'main.tex']) {
			workspace.set(path, `${workspace.text(path)}b`);
			await projects.projectOf(uriOf('ch/one.tex'), never);
		}
		assert.equal(workspace.counts.list, list);
	});
});

describe('a file whose name a Mac wrote, on a disk that tells accents apart', () => {
	it('is found all the same', async () => {
		const workspace = memoryWorkspace({
			'main.tex': `\\documentclass{article}\\cite{a}\\bibliography{${composed}}`,
			[decomposed]: '@misc{a, title = {A}}',
		});
		assert.deepEqual(await serviceOver(workspace).check(uriOf('main.tex'), never), []);
	});
});
