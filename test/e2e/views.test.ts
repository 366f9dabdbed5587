import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { copied } from './support/clipboard.ts';
import { picture } from './support/pictures.ts';
import { accept, answer, choice, choose, leave, write } from './support/quick-input.ts';
import { sample, useWorkbench } from './support/use-workbench.ts';
import { chooseInMenu, menuOf, pressIn, pressOn, rowCount, rowOf, viewSays } from './support/views.ts';

describe('the views beside a thesis', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('show what is cited, and what is wrong with it', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.openViews();
		const rows = await workbench.viewRows('Citations', 'Unknown citation key');
		assert.match(rows[0] ?? '', /^Related Work, 2 citations, 1 problem/);
		assert.match(rows[1] ?? '', /^vaswani2017attention, Vaswani et al\. 2017, Attention Is All You Need/);
	});

	it('cite a paper that is dragged into the text', async () => {
		const { workbench, folder } = window();
		await workbench.squiggle();
		await workbench.openViews();
		await workbench.viewRows('Papers', 'Srivastava');
		await workbench.dragRow('Papers', 'Srivastava', 'overfitting');
		await workbench.viewRows('Citations', 'srivastava2014dropout');
		await workbench.save('main.tex');
		const text = readFileSync(path.join(folder, 'main.tex'), 'utf8');
		assert.match(text, /random prevents \\cite\{srivastava2014dropout\} ?overfitting\./);
	});

	it('follow the cursor with what fits', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.openViews();
		await workbench.goTo(8, 20);
		const [first, why] = await workbench.viewRows('Fits Here', 'Srivastava');
		assert.match(first ?? '', /^Dropout: A Simple Way/);
		assert.match(why ?? '', /\S/);
	});

	it('cite from the keyboard', async () => {
		const { workbench, folder } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.openViews();
		await workbench.viewRows('Papers', 'Srivastava');
		await workbench.run('Related Work: Focus on Papers View');
		await workbench.page.keyboard.press('Home');
		await workbench.page.keyboard.press('ArrowDown');
		await workbench.page.keyboard.press('Control+Enter');
		await workbench.viewRows('Citations', 'he2016residual');
		await workbench.save('main.tex');
		const text = readFileSync(path.join(folder, 'main.tex'), 'utf8');
		assert.match(text, /prevents overfitting~\\cite\{he2016residual\}\./);
	});
});

describe('the views beside a paper of several files', () => {
	const window = useWorkbench(sample, 'paper.tex', { height: 1400 });
	const start = async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.openViews();
		return workbench;
	};

	it('lead from a citation to its place, to its entry and to its other places', async () => {
		const workbench = await start();
		const { page } = workbench;
		const row = await rowOf(workbench, 'Citations', 'raffel2020exploring');
		const items = await menuOf(workbench, row);
		const some = ['Go to Entry', 'Find All Citations of This Paper', 'Copy Citation Key', 'Copy as BibTeX'];
		assert.deepEqual(
			some.filter((item) => !items.includes(item)),
			[],
		);
		await picture(workbench, 'citations-menu');
		await chooseInMenu(workbench, 'Go to Entry');
		await workbench.shows('references.bib');
		await (await rowOf(workbench, 'Citations', /no key/)).click();
		await workbench.shows('paper.tex');
		await page.locator('.statusbar-item', { hasText: 'Ln 40, Col 16' }).waitFor();
		await (await rowOf(workbench, 'Citations', 'robertson2009probabilistic')).click();
		await workbench.shows('related.tex');
	});

	it('search and filter the papers, and show one', async () => {
		const workbench = await start();
		const { page } = workbench;
		await viewSays(workbench, 'Papers', '47 papers');
		await pressIn(workbench, 'Papers', 'Search Papers');
		await write(workbench, 'need attention');
		await viewSays(workbench, 'Papers', '“need attention”');
		await picture(workbench, 'papers-search');
		await accept(workbench);
		const [first] = await workbench.viewRows('Papers', 'Vaswani');
		assert.match(first ?? '', /^Attention Is All You Need, Vaswani et al\. 2017, cited in this project/);
		const filter = async (kind: string, value: () => Promise<void>, said: string) => {
			await pressIn(workbench, 'Papers', 'Filter Papers');
			await choose(workbench, kind);
			await value();
			await viewSays(workbench, 'Papers', said);
		};
		await pressIn(workbench, 'Papers', 'Show All Papers');
		await viewSays(workbench, 'Papers', '47 papers');
		await filter('Source…', () => choose(workbench, 'reading-list.jsonl'), 'reading-list.jsonl');
		await rowCount(workbench, 'Papers', 10);
		await filter('Not cited yet', async () => {}, 'not cited');
		await filter('Year…', () => answer(workbench, '2023–'), '2023–, reading-list.jsonl, not cited');
		for (const label of await workbench.viewRows('Papers', '2023')) assert.match(label, /20(2[3-9]), not in the bib/);
		await picture(workbench, 'papers-filtered');
		await pressIn(workbench, 'Papers', 'Filter Papers');
		await choice(workbench, 'Not cited yeton; choose again to take it away');
		await picture(workbench, 'papers-filter');
		await leave(workbench);
		await filter('Year…', async () => {}, 'reading-list.jsonl, not cited');
		await filter('Year…', () => answer(workbench, '1950'), '1950');
		await viewSays(workbench, 'Papers', 'No paper is like this.');
		await picture(workbench, 'papers-none');
		await pressIn(workbench, 'Papers', 'Show All Papers');
		await filter('Venue…', () => choose(workbench, 'Journal of Machine Learning Research'), 'Journal of Machine');
		const raffel = await rowOf(workbench, 'Papers', 'Raffel');
		const items = await menuOf(workbench, raffel);
		assert.deepEqual(items.slice(0, 2), ['Cite at the Cursor', 'Go to Entry']);
		await chooseInMenu(workbench, 'Copy as BibTeX');
		await raffel.click();
		await workbench.webview(
			'h1:has-text("Exploring the Limits"), h2:has-text("Exploring the Limits"), h3:has-text("Exploring the Limits"), strong:has-text("Exploring the Limits")',
		);
		assert.match(await copied(workbench), /^@article\{raffel2020exploring,/);
		await picture(workbench, 'paper-card');
		await page.locator('.tab', { hasText: 'Exploring the Limits' }).waitFor();
	});

	it('say what fits with the reason, tick what is cited, and cite the rest', async () => {
		const workbench = await start();
		await workbench.goTo(41, 10);
		await viewSays(workbench, 'Fits Here', 'We think that the two belong together');
		await workbench.goTo(39, 40);
		await viewSays(workbench, 'Fits Here', 'models do not use all of it equally well');
		const row = await rowOf(workbench, 'Fits Here', 'Liu et al. 2024');
		const [label, why] = await workbench.viewRows('Fits Here', 'Liu et al. 2024');
		assert.match(label ?? '', /^Lost in the Middle.*, Liu et al\. 2024, not cited yet/);
		assert.match(why ?? '', /\S/);
		await picture(workbench, 'fits');
		await pressOn(row, 'Cite at the Cursor');
		await workbench.page.locator('.view-line', { hasText: '\\citep{liu2024lost}' }).waitFor();
		await (await rowOf(workbench, 'Fits Here', 'Liu et al. 2024')).locator('.codicon-check').waitFor();
		await picture(workbench, 'fits-cited');
	});
});
