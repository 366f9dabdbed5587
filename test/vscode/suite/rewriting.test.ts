import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, service } from '../support/editor.ts';
import { until } from '../support/until.ts';

const preamble = '\\documentclass{article}\n\\usepackage{natbib}\n\\bibliography{refs}\n\\begin{document}\n';

const run = (command: string) => vscode.commands.executeCommand(`relatedWork.${command}`);
const textWhen = (document: vscode.TextDocument, wanted: string) =>
	until(vscode.workspace.onDidChangeTextDocument, () => document.getText() === preamble + wanted || undefined);

describe('Writing citations otherwise', () => {
	before(service);
	afterEach(closeAll);

	it('sorts the keys of the document, or of the selection', async () => {
		const text = `${preamble}Nets \\cite{vaswani2017attention, he2016residual}; \\cite{vaswani2017attention,he2016residual}.\n`;
		const { document, editor } = await open('thesis/sort.tex', text);
		const first = at(document, '\\cite');
		editor.selection = new vscode.Selection(first, first.translate(0, 5));
		await run('sortKeys');
		const [one, other] = ['he2016residual, vaswani2017attention', 'he2016residual,vaswani2017attention'];
		await textWhen(document, `Nets \\cite{${one}}; \\cite{vaswani2017attention,he2016residual}.\n`);
		editor.selection = new vscode.Selection(first, first);
		await run('sortKeys');
		await textWhen(document, `Nets \\cite{${one}}; \\cite{${other}}.\n`);
		await run('sortKeysByYear');
	});

	it('merges neighbouring citations', async () => {
		const { document } = await open(
			'thesis/neighbours.tex',
			`${preamble}Nets~\\cite{he2016residual} \\cite{vaswani2017attention}.\n`,
		);
		await run('mergeCitations');
		await textWhen(document, 'Nets~\\cite{he2016residual, vaswani2017attention}.\n');
	});

	it('offers both and the other command as refactorings of a citation', async () => {
		const { uri, document } = await open(
			'thesis/refactor.tex',
			`${preamble}As \\citep[see][p. 3]{he2016residual} and \\citep{vaswani2017attention,he2016residual} \\citep{he2016residual}.\n`,
		);
		const actionsAt = async (place: vscode.Position, kind: string) =>
			(
				await vscode.commands.executeCommand<vscode.CodeAction[]>(
					'vscode.executeCodeActionProvider',
					uri,
					new vscode.Range(place, place),
					kind,
				)
			).map(({ title }) => title);
		assert.deepEqual(await actionsAt(at(document, 'see'), 'refactor'), [
			'Cite as \\citet[see][p. 3]{he2016residual}',
			'Change the cite command…',
		]);
		assert.deepEqual(await actionsAt(at(document, '{vaswani', 3), 'refactor.rewrite'), [
			'Cite as \\citet{vaswani2017attention,he2016residual}',
			'Merge with the citation beside it: \\citep{vaswani2017attention,he2016residual}',
			'Sort the keys of this citation',
			'Change the cite command…',
		]);
		assert.deepEqual(await actionsAt(at(document, 'see'), 'quickfix'), []);
	});
});
