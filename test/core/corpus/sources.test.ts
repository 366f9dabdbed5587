import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { createSources, type Sources } from '../../../src/core/corpus/sources.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { silent } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { storedIn } from '../../support/memory-store.ts';
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

/** Sources on a disk where other programs write; time passes only when it is told to. */
function onDisk(files: Record<string, string>) {
	const memory = memoryWorkspace(files);
	const workspace = { ...memory, isOnDisk: () => true };
	const open = async (uri: string) => storedIn(await memory.read(uri));
	const disk = { files: { read: memory.read, open, signature: async () => undefined }, program: 'this one' };
	const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent, disk });
	let waiting: (() => void)[] = [];
	let arrived = () => {};
	const wait = () =>
		new Promise<void>((resolve) => {
			waiting.push(resolve);
			arrived();
		});
	const sources = createSources({ workspace, corpus, log: silent, wait });
	return {
		workspace,
		corpus,
		sources,
		/** Lets time pass once for whoever waits, or will first. */
		async pass() {
			if (waiting.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
			const all = waiting;
			waiting = [];
			for (const resolve of all) resolve();
		},
		/** Lets time pass until nothing is loading. */
		async quiet() {
			const done = settled(sources);
			let over = false;
			void done.then(() => {
				over = true;
				arrived();
			});
			while (!over) {
				if (waiting.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
				const all = waiting;
				waiting = [];
				for (const resolve of all) resolve();
			}
		},
	};
}

describe('sources that programs write to', () => {
	const file = uriOf('a.bib');

	it('keep their papers while they are emptied and written in pieces', async () => {
		const { workspace, corpus, sources, pass, quiet } = onDisk({ 'a.bib': one });
		await sources.ensure([file], never);
		workspace.set('a.bib', '');
		for (const text of ['@misc{', '@misc{two, title', two]) {
			await pass();
			await sources.ensure([file], never);
			assert.deepEqual(await keys(corpus), ['one']);
			workspace.set('a.bib', text);
		}
		const before = workspace.counts.read;
		await quiet();
		assert.deepEqual(await keys(corpus), ['two']);
		assert.equal(workspace.counts.read, before + 1, 'it is read once, when all is there');
	});

	it('keep their papers while another file takes their place', async () => {
		const { workspace, corpus, sources, pass, quiet } = onDisk({ 'a.bib': one, 'b.bib': two });
		await sources.ensure([file, uriOf('b.bib')], never);
		workspace.set('a.bib', undefined);
		await pass();
		assert.deepEqual((await keys(corpus)).sort(), ['one', 'two']);
		assert.equal(sources.whyUnread(file), undefined);
		workspace.set('a.bib', `${one}@misc{three, title = {Three}}`);
		await quiet();
		assert.deepEqual((await keys(corpus)).sort(), ['one', 'three', 'two']);
		assert.equal(workspace.counts.read, 3, 'only the changed one is read again');
	});

	it('lose their papers when they stay away, or stay empty', async () => {
		for (const content of [undefined, '']) {
			const { workspace, corpus, sources, quiet } = onDisk({ 'a.bib': one });
			await sources.ensure([file], never);
			workspace.set('a.bib', content);
			await quiet();
			assert.deepEqual(await keys(corpus), []);
			assert.equal(sources.reports.get(file)?.problems.length, 1);
			assert.equal(sources.whyUnread(file), content === undefined ? 'does not exist' : undefined);
		}
	});

	it('are read even if they never come to rest', async () => {
		const { workspace, corpus, sources, pass } = onDisk({ 'a.bib': one });
		await sources.ensure([file], never);
		let read = false;
		const reading = new Promise<void>((resolve) => {
			corpus.onDidChange(() => {
				read = true;
				resolve();
			});
		});
		for (let i = 0; i < 30 && !read; i++) {
			workspace.set('a.bib', `${two}@misc{k${i}, title = {K}}`);
			await Promise.race([pass(), reading]);
		}
		assert.ok(read);
		assert.ok((await keys(corpus)).includes('two'));
	});
});

describe('reading that is stopped', () => {
	/** A corpus that reads until it is cancelled; what it was asked comes first. */
	function stuck() {
		const { workspace, corpus } = over({ 'a.bib': one, 'b.bib': two });
		let patient = false;
		let asked = () => {};
		const slow: Corpus = {
			...corpus,
			async load(source, token) {
				if (patient) return corpus.load(source, token);
				asked();
				await new Promise((resolve) => token.onCancellationRequested(resolve));
				return undefined;
			},
		};
		return {
			corpus,
			sources: createSources({ workspace, corpus: slow, log: silent }),
			asked: () => new Promise<void>((resolve) => (asked = resolve)),
			go: () => {
				patient = true;
			},
		};
	}

	it('leaves nobody waiting, says what was not read, and goes on when it is asked to', async () => {
		const { corpus, sources, asked, go } = stuck();
		const started = asked();
		const both = [uriOf('a.bib'), uriOf('b.bib')];
		const waiting = sources.ensure(both, never);
		await started;
		sources.stop();
		await waiting;
		assert.deepEqual([...sources.stopped], both, 'the next one is not begun');
		assert.match(sources.whyUnread(uriOf('a.bib'))!, /stopped/);
		await sources.ensure(both, never);
		go();
		await sources.reload(false);
		assert.deepEqual(await keys(corpus), ['one', 'two']);
		assert.equal(sources.stopped.size, 0);
		assert.equal(sources.whyUnread(uriOf('a.bib')), undefined);
	});
});
