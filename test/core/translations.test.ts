import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { readJson } from '../../scripts/lib/project.mjs';
import type { CompletionData } from '../../src/core/features/completion.ts';
import { inDigits, speak } from '../../src/core/translations.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { fixture } from '../support/fixture.ts';
import { serviceOver } from '../support/service.ts';

const bib = `%! refs.bib
@inproceedings{vaswani2017attention, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}
@misc{untitled, author = {Ng, Mei}}
`;

const open = (body: string) => {
	const files = fixture(
		`%! main.tex\n\\documentclass{article}\\bibliography{refs}\\begin{document}\n${body}\n\\end{document}\n${bib}`,
	);
	return { ...files, service: serviceOver(files.workspace) };
};

describe('the core in German', () => {
	before(() => speak(readJson('l10n/bundle.l10n.de.json')));
	after(() => speak(undefined));

	it('reports problems', async () => {
		const { service, uri } = open('As shown \\cite{vaswani2107attention}.');
		const [problem] = await service.check(uri, never);
		assert.equal(problem?.message, 'Unbekannter Zitierschlüssel „vaswani2107attention“: Er steht nicht in refs.bib.');
		const [fixes = []] = await service.fixesOf([problem], never);
		assert.deepEqual(
			fixes.map(({ title }) => title),
			['In vaswani2017attention ändern: „Attention Is All You Need“ (Vaswani 2017)', 'Dieses Zitat entfernen'],
		);
	});

	it('reports what a source has that cannot be read', async () => {
		const { service, uri, workspace } = open('As shown \\cite{a}.');
		workspace.set('refs.bib', '@misc{a, title = {One}}\n@misc{b, title = {Two}\n@misc{c, title = {Three}}\n');
		await service.check(uri, never);
		const messages = (await service.checkSources()).map(({ message }) => message);
		assert.deepEqual(messages, [
			'Eintrag „b“ (Zeile 2) ist nicht geschlossen, bevor in Zeile 3 der nächste beginnt. Die fehlende „}“ ergänzen.',
		]);
	});

	it('explains what is under the cursor', async () => {
		const { service, uri, position } = open('As shown \\cite{unti|tled}, and again \\cite{untitled}.');
		const found = await service.hover(uri, position, never);
		const { value } = found!.contents as MarkupContent;
		assert.match(value, /\*\*Ohne Titel\*\*/);
		assert.match(value, /`untitled` in refs\.bib · auch zitiert in \[main\.tex:2\]/);
	});

	it('says why a paper is offered', async () => {
		const { service, uri, position } = open('As shown \\cite{need attention|}.');
		const [row] = (await service.complete(uri, position, never)) ?? [];
		assert.equal((row?.data as CompletionData | undefined)?.why, 'enthält alle diese Wörter');
	});

	it('parts thousands as one does', () => assert.equal(inDigits(12_345), '12.345'));
});

describe('the core in no other language', () => {
	it('speaks English', async () => {
		const { service, uri } = open('As shown \\cite{nobody}.');
		const [problem] = await service.check(uri, never);
		assert.equal(problem?.message, 'Unknown citation key “nobody”: it is not in refs.bib.');
	});
});
