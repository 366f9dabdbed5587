import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { copySample } from '../../../src/vscode/views/open-sample.ts';
import { closeAll, complete, keyOf, open, problemsWhen, service, uriOf } from '../support/editor.ts';

describe('The sample in a browser', () => {
	let root: vscode.Uri;
	before(async () => {
		await service();
		const extension = vscode.extensions.getExtension('related-work.related-work');
		assert.ok(extension);
		root = await copySample(extension.extensionUri, uriOf('thesis'));
	});
	after(async () => {
		await closeAll();
		await vscode.workspace.fs.delete(root, { recursive: true });
	});

	it('is copied, read, checked and repaired', async () => {
		const core = await service();
		const { uri, document } = await open(`thesis/${root.path.split('/').at(-1)}/paper.tex`);
		const problems = await problemsWhen(uri, ({ length }) => length > 2);
		const ids = problems.map(({ code }) => (typeof code === 'object' ? code.value : code));
		assert.ok(ids.includes('empty-citation') && ids.includes('repeated-key'), ids.join(', '));
		const empty = problems[ids.indexOf('empty-citation')]!;
		const command = 'vscode.executeCodeActionProvider';
		const [fill] = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, empty.range);
		assert.match(JSON.stringify(fill?.edit?.get(uri)), /liu2024lost/);
		const inSlot = document.positionAt(document.offsetAt(empty.range.end) - 1);
		const rows = await complete(uri, inSlot);
		assert.equal(keyOf(rows[0]!), 'liu2024lost');
		const sources = (await core.status()).sources.filter(({ file }) => file.startsWith(root.toString()));
		const papers = sources.map(({ file, papers }) => `${file.split('/').at(-1)} ${papers > 0}`).sort();
		assert.deepEqual(papers, ['extra.bib true', 'reading-list.jsonl true', 'references.bib true', 'trending.txt true']);
	});
});
