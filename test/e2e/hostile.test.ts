import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { assertPlainLine, hostileTitles } from '../support/hostile.ts';
import { useWorkbench } from './support/use-workbench.ts';

/** What a `.bib` file can hold of the titles: braces would end them. */
const entries = Object.entries(hostileTitles).map(([key, title]) => {
	const text = title.replaceAll(/[{}\\]/g, '');
	return `@article{${key}, title = {${text}}, author = {{${text}}}, year = 2020}`;
});

describe('papers whose texts attack the workbench', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('are rows of one line wherever they are listed, and run nothing', async () => {
		const { workbench, folder } = window();
		const { page } = workbench;
		const broken: string[] = [];
		page.on('dialog', (dialog) => {
			broken.push(dialog.message());
			void dialog.dismiss();
		});
		writeFileSync(path.join(folder, 'refs.bib'), entries.join('\n'));
		await workbench.openViews();
		for (const row of await workbench.viewRows('Papers', 'Attack')) assertPlainLine(row, 800);
		const rows = page.locator('.part.sidebar .monaco-list-row', { hasText: 'Attack' });
		for (const row of await rows.all()) assert.equal((await row.boundingBox())?.height, 22);
		const marks = '.monaco-list-row :is(.codicon-trash, .codicon-sync, img[src="x"], script)';
		assert.equal(await page.locator(marks).count(), 0);
		await rows.filter({ hasText: 'gnp.exe' }).first().hover();
		const tooltip = page.locator('.monaco-hover:not(.hidden)', { hasText: 'gnp.exe' }).first();
		await tooltip.waitFor();
		assert.doesNotMatch((await tooltip.textContent()) ?? '', /[\u202a-\u202e\u2066-\u2069]/);
		assert.equal(await tooltip.locator('img, a[href^="command:workbench"]').count(), 0);
		await workbench.rest();

		await workbench.goTo(1, 1);
		await workbench.citePaper();
		await page.keyboard.type('attack', { delay: 20 });
		for (const row of await workbench.paperRows('Attack')) {
			for (const line of row.split('\n')) assertPlainLine(line, 800);
		}
		assert.equal(await page.locator(`.quick-input-widget ${marks}`).count(), 0);
		await page.keyboard.press('Escape');
		assert.deepEqual(broken, []);
	});
});
