import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CitationService } from '../../../src/core/features/types.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { open, problemsWhen, service, uriOf } from '../support/editor.ts';

describe('A workspace that is not trusted', () => {
	let core: CitationService;
	before(async () => {
		core = await service();
	});

	it('is what is open', () => {
		assert.equal(vscode.workspace.isTrusted, false);
	});

	it('names its papers in its own file, not in settings, and none outside of its folder', async () => {
		const { sources, unmatched } = await core.status();
		assert.deepEqual(
			sources.map(({ file }) => file),
			[uriOf('open/own.bib').toString()],
		);
		assert.deepEqual(
			unmatched.map(({ pattern, why }) => `${pattern} ${why}`),
			['../outside/*.bib is outside of the open folder, and is read only after you trust this workspace'],
		);
	});

	it('reads no bibliography outside of its folder, and runs no program, and says so', async () => {
		const { uri, document } = await open('open/main.tex');
		const found = await problemsWhen(uri, ({ length }) => length > 1);
		const said = found.map(({ range, severity, message }) => `${document.getText(range)}|${severity}|${message}`);
		const { Hint, Information } = vscode.DiagnosticSeverity;
		assert.ok(
			said.some((one) => one.startsWith(`secret2020|${Hint}|`)),
			said.join('\n'),
		);
		assert.ok(
			said.some((one) => one.startsWith(`nowhere|${Information}|`) && one.includes('cannot be searched here')),
			said.join('\n'),
		);
		const { papers } = await core.browse(undefined, { query: 'lies', limit: 5 }, never);
		assert.deepEqual(
			papers.map(({ key }) => key),
			['own2020'],
		);
		const secret = (await core.status()).sources.find(({ file }) => file.endsWith('secret.bib'));
		assert.match(secret?.problems[0]?.message ?? '', /^secret\.bib is outside of the open folder/);
		// The program that stands in for TeX's own would have left a file there.
		const folder = process.env.TEST_PROGRAMS;
		assert.ok(folder && existsSync(path.join(folder, 'kpsewhich')));
		assert.equal(existsSync(path.join(folder, 'ran')), false);
	});
});
