import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/front-door.ts';
import type { Running } from '../../../src/vscode/start.ts';
import { copySample } from '../../../src/vscode/views/open-sample.ts';
import { parseYears } from '../../../src/vscode/views/paper-filters.ts';
import { at, closeAll, open, service } from '../support/editor.ts';
import { until } from '../support/until.ts';

/** A row as it is shown: label and description. */
async function shown<T>(provider: vscode.TreeDataProvider<T>, row: T): Promise<string> {
	const { label, description } = await provider.getTreeItem(row);
	return [typeof label === 'string' ? label : label?.label, description].filter(Boolean).join(' | ');
}

/** All rows, depth first; deeper ones are indented. */
async function rows<T>(provider: vscode.TreeDataProvider<T>, parent?: T, indent = ''): Promise<string[]> {
	const found: string[] = [];
	for (const row of (await provider.getChildren(parent)) ?? []) {
		found.push(indent + (await shown(provider, row)), ...(await rows(provider, row, `${indent}  `)));
	}
	return found;
}

/** Fires when there may be other rows. */
function changesOf<T>(provider: vscode.TreeDataProvider<T>): vscode.Event<unknown> {
	return (listener) => {
		const parts = [
			provider.onDidChangeTreeData?.(listener),
			vscode.window.onDidChangeActiveTextEditor(listener),
			vscode.window.onDidChangeTextEditorSelection(listener),
		];
		return { dispose: () => parts.forEach((part) => void part?.dispose()) };
	};
}

/** The rows, as soon as they are what `wanted` waits for. */
function rowsWhen<T>(provider: vscode.TreeDataProvider<T>, wanted: (found: string[]) => boolean): Promise<string[]> {
	return until(changesOf(provider), async () => {
		const found = await rows(provider);
		return wanted(found) ? found : undefined;
	});
}

describe('The views', () => {
	let views: Running['views'];
	before(async () => {
		await service();
		const { exports } = vscode.extensions.getExtension<Api>('related-work.related-work')!;
		views = (await exports.running).views;
		// Hidden ones do no work until somebody asks.
		await vscode.commands.executeCommand('relatedWork.citations.focus');
	});
	afterEach(closeAll);
	after(() => vscode.commands.executeCommand('workbench.view.explorer'));

	const text = [
		'\\documentclass{article}\\bibliography{refs}\\begin{document}',
		'\\section{One} Attention \\cite{vaswani2017attention}, residuals \\cite{he2015residual}.',
		'\\section{Two} Dropping units at random prevents overfitting|.',
		'\\end{document}\n',
	].join('\n');

	it('list citations by section, with what is wrong', async () => {
		await open('thesis/views-citations.tex', text);
		const found = await rowsWhen(views.citations, (lines) => lines.some((line) => line.includes('problem')));
		assert.deepEqual(found, [
			'One | 2 · 1 problem',
			'  vaswani2017attention | Vaswani et al. 2017',
			'  he2015residual | Unknown citation key “he2015residual”',
		]);
	});

	it('keep the citations up to date while somebody writes', async () => {
		const { document, editor } = await open('thesis/views-edits.tex', text);
		await rowsWhen(views.citations, (lines) => lines.some((line) => line.startsWith('One | 2')));
		await editor.edit((edit) => edit.insert(at(document, 'overfitting.', 11), ' \\cite{srivastava2014dropout}'));
		const found = await rowsWhen(views.citations, (lines) => lines.some((line) => line.startsWith('Two')));
		assert.deepEqual(found.slice(-2), ['Two | 1', '  srivastava2014dropout | Srivastava et al. 2014']);
	});

	it('follow the active editor', async () => {
		await open('thesis/main.tex');
		await rowsWhen(views.citations, (lines) => lines.some((line) => line.startsWith('Related Work')));
		await open('notes/notes.md');
		await rowsWhen(views.citations, (lines) => lines.some((line) => line.startsWith('Regularization')));
	});

	it('say of what can be clicked what it is', async () => {
		await open('thesis/main.tex');
		await rowsWhen(views.citations, (lines) => lines.some((line) => line.startsWith('Related Work | 2 · 1')));
		const [section] = (await views.citations.getChildren()) ?? [];
		const [, broken] = (await views.citations.getChildren(section)) ?? [];
		const { accessibilityInformation, command } = await views.citations.getTreeItem(broken!);
		assert.match(accessibilityInformation?.label ?? '', /^he2015residual, .*not in refs\.bib/);
		assert.equal(command?.command, 'vscode.open');
	});

	it('list all papers, those of the document first', async () => {
		await open('thesis/views-papers.tex', text);
		const found = await rowsWhen(views.papers, (lines) => lines[0]?.includes('Attention') === true);
		assert.equal(found[0], 'Vaswani et al. 2017 | Attention Is All You Need');
		assert.ok(found.some((line) => line.includes('Batch Normalization')));
	});

	it('list what fits where the cursor is, and cite it there', async () => {
		const { document, position, editor } = await open('thesis/views-fits.tex', text);
		editor.selection = new vscode.Selection(position, position);
		const isFirst = (lines: readonly string[]) => lines[0]?.startsWith('Srivastava') === true;
		const found = await rowsWhen(views.fits, isFirst);
		assert.match(found[1] ?? '', /^ {2}\S/);
		const [row] = (await views.fits.getChildren()) ?? [];
		await vscode.commands.executeCommand('relatedWork.views.cite', row);
		assert.match(document.getText(), /overfitting~\\cite\{srivastava2014dropout\}\./);
		const isTicked = async () => {
			const [first] = (await views.fits.getChildren()) ?? [];
			return first?.kind === 'paper' && first.fit.cited === 'here' ? true : undefined;
		};
		await until(changesOf(views.fits), isTicked);
	});

	it('add what only the corpus has to the bibliography when it is cited', async () => {
		const bib = '@article{known, title = {Known}, author = {Writer, Ada}, year = 2020}\n';
		const bibliography = await open('notes/views.bib', bib);
		const head = '---\nbibliography: views.bib\n---\n';
		const { document, position, editor } = await open('notes/views-add.md', `${head}Batches are normalized|.\n`);
		editor.selection = new vscode.Selection(position, position);
		await rowsWhen(views.papers, (lines) => lines[0]?.includes('Known') === true);
		const papers = (await views.papers.getChildren()) ?? [];
		const row = papers.find((one) => one.kind === 'paper' && one.fit.key === 'ioffe2015batch');
		await vscode.commands.executeCommand('relatedWork.views.cite', row);
		assert.match(document.getText(), /normalized \[@ioffe2015batch\]\./);
		assert.match(bibliography.document.getText(), /@\w+\{ioffe2015batch,/);
	});

	it('copy keys and entries', async () => {
		await open('thesis/views-copy.tex', text);
		await rowsWhen(views.papers, (lines) => lines[0]?.includes('Attention') === true);
		const [row] = (await views.papers.getChildren()) ?? [];
		await vscode.commands.executeCommand('relatedWork.views.copyKey', row);
		assert.equal(await vscode.env.clipboard.readText(), 'vaswani2017attention');
		await vscode.commands.executeCommand('relatedWork.views.copyBibtex', row);
		assert.match(await vscode.env.clipboard.readText(), /^@inproceedings\{vaswani2017attention,/);
	});
});

describe('The sample', () => {
	it('is copied as often as it is asked for', async () => {
		const extension = vscode.extensions.getExtension('related-work.related-work')!;
		const folder = vscode.Uri.joinPath(vscode.Uri.file(tmpdir()), `related-work-sample-${process.pid}`);
		try {
			const first = await copySample(extension.extensionUri, folder);
			const second = await copySample(extension.extensionUri, folder);
			assert.notEqual(first.path, second.path);
			const names = async (at: vscode.Uri): Promise<string[]> => {
				const entries = await vscode.workspace.fs.readDirectory(at);
				const inside = async ([name, type]: [string, vscode.FileType]) =>
					type === vscode.FileType.Directory
						? (await names(vscode.Uri.joinPath(at, name))).map((below) => `${name}/${below}`)
						: [name];
				return (await Promise.all(entries.map(inside))).flat().sort();
			};
			const original = vscode.Uri.joinPath(extension.extensionUri, 'samples', 'related-work');
			assert.deepEqual(await names(second), await names(original));
		} finally {
			await vscode.workspace.fs.delete(folder, { recursive: true });
		}
	});
});

describe('Years to filter by', () => {
	for (const [typed, years] of [
		['2017', { from: 2017, to: 2017 }],
		[' 2019–2023 ', { from: 2019, to: 2023 }],
		['2020-', { from: 2020, to: 9999 }],
		['-1999', { from: 1, to: 1999 }],
		['2023-2019', undefined],
		['soon', undefined],
		['-', undefined],
	] as const) {
		it(`are read from “${typed}”`, () => assert.deepEqual(parseYears(typed), years));
	}
});
