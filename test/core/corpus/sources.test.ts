import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { createSources, type Sources } from '../../../src/core/corpus/sources.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { silent } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { folder, memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';

const one = '@misc{one, title = {One}}\n';
const two = '@misc{two, title = {Two}}\n';

function over(files: Record<string, string>) {
	const workspace = memoryWorkspace(files);
	const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
	return { workspace, corpus, sources: createSources({ workspace, corpus, log: silent }) };
}

const keys = async (corpus: Corpus) => (await corpus.all('everything', never)).map(({ id }) => id);

/** Resolves when nothing is loading any more, after something was. */
function settled(sources: Sources): Promise<void> {
	return new Promise((resolve) => {
		const subscription = sources.onDidChange(() => {
			if (sources.loading.size > 0) return;
			subscription.dispose();
			resolve();
		});
	});
}

describe('sources', () => {
	it('reads each file once, however often it is asked for', async () => {
		const { workspace, corpus, sources } = over({ 'a.bib': one });
		await Promise.all([sources.ensure([uriOf('a.bib')], never), sources.ensure([uriOf('a.bib')], never)]);
		await sources.ensure([uriOf('a.bib')], never);
		assert.equal(workspace.counts.read, 1);
		assert.deepEqual(await keys(corpus), ['one']);
	});

	it('reads a changed file again, and only that', async () => {
		const { workspace, corpus, sources } = over({ 'a.bib': one, 'b.bib': two });
		await sources.ensure([uriOf('a.bib'), uriOf('b.bib')], never);
		const done = settled(sources);
		workspace.set('a.bib', `${one}@misc{three, title = {Three}}`);
		await done;
		assert.equal(workspace.counts.read, 3);
		assert.deepEqual((await keys(corpus)).sort(), ['one', 'three', 'two']);
	});

	it('ends with the last text when a file changes while it is being read', async () => {
		const { workspace, corpus, sources } = over({ 'a.bib': one });
		const done = settled(sources);
		const loading = sources.ensure([uriOf('a.bib')], never);
		workspace.set('a.bib', two);
		workspace.set('a.bib', '@misc{last, title = {Last}}');
		await Promise.all([loading, done]);
		assert.deepEqual(await keys(corpus), ['last']);
	});

	it('tells once, by name, of a file that cannot be read, and reads the others', async () => {
		const { corpus, sources } = over({ 'a.bib': one });
		await sources.ensure([uriOf('gone.bib'), uriOf('a.bib')], never);
		const problems = sources.reports.get(uriOf('gone.bib'))?.problems;
		assert.deepEqual(
			problems?.map(({ message }) => message),
			['gone.bib does not exist.'],
		);
		assert.deepEqual(await keys(corpus), ['one']);
	});

	it('lets go of the papers of a file that went away, and takes them again when it is back', async () => {
		const { workspace, corpus, sources } = over({ 'a.bib': one });
		await sources.ensure([uriOf('a.bib')], never);
		let done = settled(sources);
		workspace.set('a.bib', undefined);
		await done;
		assert.deepEqual(await keys(corpus), []);
		done = settled(sources);
		workspace.set('a.bib', one);
		await done;
		assert.deepEqual(await keys(corpus), ['one']);
	});

	it('answers with what a file gave before, while it is read again', async () => {
		const { workspace, corpus } = over({ 'a.bib': one });
		let slow = Promise.resolve();
		const sources = createSources({
			workspace: { ...workspace, read: async (uri) => slow.then(() => workspace.read(uri)) },
			corpus,
			log: silent,
		});
		await sources.ensure([uriOf('a.bib')], never);
		let finish = () => {};
		slow = new Promise((resolve) => {
			finish = resolve;
		});
		const done = settled(sources);
		workspace.set('a.bib', two);
		await sources.ensure([uriOf('a.bib')], never);
		assert.deepEqual(await keys(corpus), ['one']);
		finish();
		await done;
		assert.deepEqual(await keys(corpus), ['two']);
	});

	it('reads everything again, also what was being read, and lets nobody ask before', async () => {
		const { workspace, corpus, sources } = over({ 'a.bib': one, 'b.bib': two });
		await sources.ensure([uriOf('a.bib')], never);
		const loading = sources.ensure([uriOf('b.bib')], never);
		const reloading = sources.reload(true);
		for (const file of ['a.bib', 'b.bib']) await corpus.remove(uriOf(file));
		await sources.ensure([uriOf('a.bib')], never);
		assert.ok((await keys(corpus)).includes('one'));
		await Promise.all([loading, reloading]);
		assert.deepEqual((await keys(corpus)).sort(), ['one', 'two']);
		assert.equal(workspace.counts.read, 4);
	});

	it('finds files that arrive later under a glob', async () => {
		const { workspace, sources } = over({ 'papers/a.bib': one });
		const pattern = [{ base: folder, pattern: 'papers/*.bib' }];
		assert.deepEqual(await sources.expand(pattern), [uriOf('papers/a.bib')]);
		let told = false;
		sources.onDidChange(() => {
			told = true;
		});
		workspace.set('papers/b.bib', two);
		assert.ok(told);
		assert.deepEqual(await sources.expand(pattern), [uriOf('papers/a.bib'), uriOf('papers/b.bib')]);
	});

	it('does not keep anybody waiting who has given up', async () => {
		const { workspace, sources } = over({ 'a.bib': one });
		const never_ends = { ...workspace, read: () => new Promise<Uint8Array>(() => {}) };
		const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
		const stuck = createSources({ workspace: never_ends, corpus, log: silent });
		let cancel = () => {};
		const token = {
			isCancellationRequested: false,
			onCancellationRequested: (listener: (value: unknown) => void) => {
				cancel = () => listener(undefined);
				return { dispose() {} };
			},
		};
		const waiting = stuck.ensure([uriOf('a.bib')], token);
		cancel();
		await waiting;
		sources.dispose();
	});

	it('survives a corpus that fails', async () => {
		const { workspace, corpus } = over({ 'a.bib': one });
		const failing: Corpus = {
			...corpus,
			load: () => Promise.reject(new Error('the thread died')),
		};
		const sources = createSources({ workspace, corpus: failing, log: silent });
		await sources.ensure([uriOf('a.bib')], never);
		assert.match(sources.reports.get(uriOf('a.bib'))!.problems[0]!.message, /a\.bib could not be read: .*thread died/);
	});
});
