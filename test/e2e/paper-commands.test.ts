import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './support/use-workbench.ts';

describe('commands on the paper at the cursor', () => {
	const window = useWorkbench('thesis', 'main.tex');
	const start = async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(6, 60);
		return workbench;
	};

	it('copy a reference in the style that is chosen, each shown as it reads', async () => {
		const workbench = await start();
		await workbench.run('Related Work: Copy Formatted Reference');
		const rows = await workbench.paperRows('APA 7');
		assert.match(rows.join('\n'), /APA 7\s+Vaswani, A\..*\(2017\)\. Attention Is All You Need\./);
		assert.match(rows.join('\n'), /MLA 9\s+Vaswani, Ashish, et al\. “Attention Is All You Need\.”/);
		await workbench.searchPapers('IEEE', 'IEEE');
		await workbench.page.keyboard.press('Enter');
		await workbench.status('Copied the reference in the style IEEE');
	});

	it('list similar papers, and cite the one that is chosen beside it', async () => {
		const workbench = await start();
		await workbench.run('Related Work: Show Similar Papers');
		const [first] = await workbench.paperRows('he2016residual');
		assert.ok(first?.trim().startsWith('he2016residual'), first);
		await workbench.citeRows();
		await workbench.save('main.tex');
		const line = readFileSync(path.join(window().folder, 'main.tex'), 'utf8').split('\n')[5];
		assert.match(line ?? '', /\\cite\{vaswani2017attention, he2016residual\}/);
	});

	it('show every place that cites it', async () => {
		const workbench = await start();
		await workbench.run('Related Work: Find All Citations of the Paper at the Cursor');
		const places = workbench.page.locator('.reference-zone-widget .monaco-list-row');
		await places.first().waitFor();
		assert.match((await places.allInnerTexts()).join('\n'), /main\.tex|refs\.bib/);
	});
});
