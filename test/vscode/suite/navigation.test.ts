import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, service, uriOf, write } from '../support/editor.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{numbers.bib}\n\\begin{document}\n';
const bib = `@misc{1706.03762, title = {Attention}, author = {Vaswani, Ashish}, year = 2017, doi = {10.1000/182}}
@misc{unused, title = {Never Mentioned}, author = {Nobody, Ann}, year = 1999}
`;

describe('Finding one’s way', () => {
	before(service);
	beforeEach(() => write('thesis/numbers.bib', bib));
	afterEach(closeAll);

	const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

	it('leads from a document to its bibliography, and from a DOI to the web', async () => {
		const { uri } = await open('thesis/links.tex', `${preamble}As said.\n`);
		const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
		assert.ok(links.some(({ target }) => target?.path.endsWith('/thesis/numbers.bib')));
		const bibliography = await open('thesis/numbers.bib');
		const inBib = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', bibliography.uri);
		assert.deepEqual(
			inBib.map(({ target }) => target?.toString()),
			['https://doi.org/10.1000/182'],
		);
	});

	it('highlights all citations of a key', async () => {
		const { uri, position } = await open('thesis/marks.tex', `${preamble}\\cite{unu|sed}, \\cite{unused}.\n`);
		const marks = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', uri, position);
		assert.equal(marks.length, 2);
	});

	it('lists the entries of a bibliography, and finds papers by their titles', async () => {
		const { uri } = await open('thesis/symbols.tex', `${preamble}\\cite{unused}.\n`);
		const file = uriOf('thesis/numbers.bib');
		const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', file);
		assert.deepEqual(
			symbols.map(({ name }) => name),
			['1706.03762: Attention', 'unused: Never Mentioned'],
		);
		await (await service()).check(uri.toString(), new vscode.CancellationTokenSource().token);
		const papers = await run<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'never mentioned');
		assert.ok(papers.some(({ name }) => name === 'unused: Never Mentioned'));
	});

	it('says whom a key means that does not', async () => {
		const { uri, document } = await open('thesis/hints.tex', `${preamble}\\cite{1706.03762, unused}.\n`);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole);
		assert.deepEqual(
			hints.map(({ label }) => label),
			['Vaswani 2017'],
		);
		assert.deepEqual(hints[0]?.position, at(document, ', unused'));
	});

	it('counts the citations of entries, in every document', async () => {
		await write('thesis/counted.md', '---\nbibliography: numbers.bib\n---\nSee [@1706.03762].\n');
		await open('thesis/counts.tex', `${preamble}\\cite{1706.03762}.\n`);
		const file = uriOf('thesis/numbers.bib');
		await open('thesis/numbers.bib');
		const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file, 10);
		const titles = lenses.map(({ command }) => command?.title);
		assert.equal(titles.length, 2);
		assert.match(titles[0] ?? '', /^cited \d+ times$/);
		assert.equal(lenses[0]?.command?.command, 'relatedWork.showCitations');
		const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', file, new vscode.Position(0, 8));
		const shown = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
		assert.match(shown.join('\n'), /counted\\?\.md:4/);
	});

	it('shows no counts where the setting says so', async () => {
		const { uri } = await open('thesis/uncounted.tex', `${preamble}\\cite{unused}.\n`);
		const settings = vscode.workspace.getConfiguration('relatedWork', uri);
		await settings.update('codeLens', false, vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uriOf('thesis/numbers.bib'), 10);
			assert.deepEqual(lenses, []);
		} finally {
			await settings.update('codeLens', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});
});
