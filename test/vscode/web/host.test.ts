import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { type Logger, silent } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { breathe } from '../../../src/host/browser/breathe.ts';
import { createWebWorkerCorpus } from '../../../src/host/browser/corpus.ts';
import type { ThreadCorpus } from '../../../src/host/thread-corpus.ts';
import { createEditorWorkspace } from '../../../src/vscode/workspace.ts';
import { askedWhileTyping } from '../../support/rpc-channel.ts';
import { service } from '../support/editor.ts';

const installed = () => {
	const extension = vscode.extensions.getExtension('related-work.related-work');
	assert.ok(extension, 'The extension is not installed.');
	return extension;
};

describe('A browser', () => {
	before(service);

	it('runs the extension without Node', () => {
		assert.equal(typeof process, 'undefined');
		assert.equal(installed().extensionUri.scheme, 'http');
	});

	it('has no disk that a worker could read by itself', () => {
		const workspace = createEditorWorkspace(silent);
		assert.equal(workspace.isOnDisk?.('file:///thesis/refs.bib'), false);
		workspace.dispose();
	});

	it('says which papers it cannot reach', () => {
		const workspace = createEditorWorkspace(silent);
		const why = (pattern: string) => workspace.outOfReach?.('vscode-vfs://github/me/thesis', pattern);
		const reason = 'is outside of the open folder, which is all that can be read in a browser';
		assert.equal(why('~/library.bib'), 'is in a home folder, which cannot be read in a browser');
		assert.equal(why('/home/me/papers/*.bib'), reason);
		assert.equal(why('../other/refs.bib'), reason);
		assert.equal(why('papers/*.bib'), undefined);
		workspace.dispose();
	});
});

describe('The web worker that holds the papers', () => {
	const open: ThreadCorpus[] = [];
	afterEach(() => {
		for (const corpus of open.splice(0)) corpus.dispose();
	});

	function start(script = 'dist/web/corpus-worker.js', log: Logger = silent): ThreadCorpus {
		const address = vscode.Uri.joinPath(installed().extensionUri, script).toString(true);
		const corpus = createWebWorkerCorpus({ script: address, log });
		open.push(corpus);
		return corpus;
	}

	/** A source of so many papers. */
	const sourceOf = (count: number) => {
		const papers = Array.from({ length: count }, (_, i) => `@misc{key${i}, title = {Research Number ${i}}}\n`);
		return { file: 'memory:/many.bib', bytes: new TextEncoder().encode(papers.join('')) };
	};
	const question = (query: string) => ({ query, scope: 'everything', limit: 3 }) as const;

	it('leaves the page free while it reads', async () => {
		const corpus = start();
		let turns = 0;
		let done = false;
		const loading = corpus.load(sourceOf(30_000), never).finally(() => {
			done = true;
		});
		while (!done) {
			await new Promise((resolve) => setTimeout(resolve));
			turns++;
		}
		assert.equal((await loading)?.papers, 30_000);
		assert.ok(turns > 10, `The page had ${turns} turns.`);
		const hits = await corpus.complete(question('research 17'), never);
		assert.equal(hits[0]?.key, 'key17');
	});

	it('lets a cancellation overtake the questions that wait', async () => {
		const { port1, port2 } = new MessageChannel();
		const ends = [port1, port2].map((port) =>
			createMessageConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)),
		);
		const asked = await askedWhileTyping(ends[0]!, ends[1]!, breathe);
		// Where nothing waits, the first one is answered as it comes.
		assert.deepEqual(asked.slice(1), ['va (cancelled)', 'vas (cancelled)', 'vasw']);
		port1.close();
	});

	it('unpacks what is packed', async () => {
		const { readable, writable } = new CompressionStream('gzip');
		const writer = writable.getWriter();
		void writer.write(sourceOf(5).bytes).then(() => writer.close());
		const bytes = new Uint8Array(await new Response(readable).arrayBuffer());
		const report = await start().load({ file: 'memory:/few.bib.gz', bytes }, never);
		assert.equal(report?.papers, 5);
	});

	it('says what it cannot read', async () => {
		await assert.rejects(start().load({ file: 'file:///refs.bib' }, never), {
			name: 'FileError',
			message: 'cannot be read here',
		});
	});

	it('speaks the language that it is told', async () => {
		const script = vscode.Uri.joinPath(installed().extensionUri, 'dist/web/corpus-worker.js').toString(true);
		const translations = { 'cannot be read here': 'kann hier nicht gelesen werden' };
		const corpus = createWebWorkerCorpus({ script, log: silent, translations });
		open.push(corpus);
		const message = 'kann hier nicht gelesen werden';
		await assert.rejects(corpus.load({ file: 'file:///refs.bib' }, never), { name: 'FileError', message });
	});

	it('is started again once when it cannot run, and tells of it both times', async () => {
		const said: string[] = [];
		const note = (message: string) => void said.push(message);
		const corpus = start('dist/web/nothing.js', { info: note, warn: note, error: note });
		const restarted: boolean[] = [];
		await new Promise<void>((resolve) => {
			corpus.onDidCrash((how) => {
				restarted.push(how.restarted);
				if (!how.restarted) resolve();
			});
			corpus.count('everything').catch(() => {});
		});
		assert.deepEqual(restarted, [true, false]);
		assert.equal(said.filter((message) => message.startsWith('The corpus thread died')).length, 2);
	});
});
