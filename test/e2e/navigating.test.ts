import assert from 'node:assert/strict';
import { inText } from './support/in-text.ts';
import { picture } from './support/pictures.ts';
import { useWorkbench } from './support/use-workbench.ts';

const memory = 'chapters/memory.tex';

describe('finding one’s way from a chapter', () => {
	const window = useWorkbench('chapters', memory);

	it('leads from a key to its entry, and to all that cites it, and back', async () => {
		const { workbench } = window();
		const text = inText(window());
		const { page } = workbench;
		await workbench.squiggle();
		await text.cursorAfter(memory, '{dai2019');
		// A key is highlighted whole, which the editor would not do by itself.
		const highlights = page.locator('.editor-instance .wordHighlightText');
		await highlights.nth(1).waitFor();
		const widths = await highlights.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
		const letter = await page
			.locator('.editor-instance .view-line > span > span')
			.first()
			.evaluate((part) => part.getBoundingClientRect().width / (part.textContent?.length ?? 0));
		const { length } = 'dai2019transformer-xl';
		assert.deepEqual(
			widths.map((width) => Math.round(width / letter)),
			[length, length],
		);

		await workbench.run('Peek Definition');
		assert.match(await text.peeked('refs.bib'), /@inproceedings\{dai2019transformer-xl,/);
		await picture(workbench, 'peek-definition');
		await text.press('Escape');

		await text.press('Shift+F12');
		assert.match(await text.peeked('notes.md'), /memory\.tex.*notes\.md.*refs\.bib/s);
		await picture(workbench, 'references');
		await text.press('Escape');

		await text.press('F12');
		await workbench.shows('refs.bib');
		await workbench.status('Ln 56, Col 16');
		await text.press('Shift+F12');
		assert.match(await text.peeked('memory.tex'), /memory\.tex.*notes\.md/s);
		await text.press('Escape');

		await text.lens('cited 3 times').click();
		assert.match(await text.peeked('memory.tex'), /Locations \(3\)/);
		await picture(workbench, 'code-lens');
	});

	it('gives a paper another key in every chapter, in the notes and in the bibliography', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter(memory, '{kitaev');
		await text.rename('kitaev20');
		await workbench.page.locator('.tab.active.dirty').waitFor();
		await workbench.run('File: Save All Files');
		await workbench.page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
		for (const [file, times] of [
			['chapters/attention.tex', 2],
			[memory, 1],
			['notes.md', 2],
			['refs.bib', 1],
		] as const) {
			assert.equal(text.onDisk(file).split(/\bkitaev20\b/).length - 1, times, file);
			assert.ok(!text.onDisk(file).includes('kitaev2020reformer'), file);
		}
	});
});

describe('finding one’s way in a thesis', () => {
	const window = useWorkbench('chapters', 'main.tex');

	it('leads by links and symbols, and names whom keys do not', async () => {
		const { workbench } = window();
		const text = inText(window());
		const { page } = workbench;
		await page.locator('.detected-link', { hasText: 'refs.bib' }).waitFor();
		await text.cursorAfter('main.tex', '\\addbibresource{re');
		await workbench.run('Open Link');
		await workbench.shows('refs.bib');
		for (const linked of ['1706.03762', 'papers/reformer.pdf', '2001.04451'])
			await page.locator('.detected-link', { hasText: linked }).waitFor();
		await text.symbol('Control+Shift+KeyO', '@big bird', 'zaheer2020bigbird');
		await workbench.status('Ln 22,');
		await picture(workbench, 'bibliography');
		await text.symbol('Control+KeyT', '#segment', 'Transformer-XL');
		await workbench.status('Ln 56,');

		await workbench.open('attention.tex');
		assert.match(await text.shownLine('Vaswani et al.'), /\{1706\.03762\s?Vaswani et al\. 2017\}/);
		await picture(workbench, 'inlay-hints');
		await workbench.open('settings.json');
		await text.cursorAfter('.vscode/settings.json', '"opaque');
		await text.press('Control+Backspace');
		await workbench.type('off');
		await workbench.save('settings.json');
		await workbench.open('attention.tex');
		await text.showsNoLine('Vaswani et al.');
		assert.match(await text.shownLine('1706.03762'), /\{1706\.03762\}/);
	});
});
