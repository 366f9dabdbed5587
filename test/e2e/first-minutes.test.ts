import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { picture } from './support/pictures.ts';
import { choice, choose, leave, titled } from './support/quick-input.ts';
import { sample, useWorkbench } from './support/use-workbench.ts';
import { pressIn, rowOf, viewSays } from './support/views.ts';
import type { Workbench } from './support/workbench.ts';

const papersItem = ({ page }: Workbench): Locator => page.locator('.statusbar-item[id$="relatedWork.papers"]');

async function openWalkthrough(workbench: Workbench): Promise<(step: string) => Promise<Locator>> {
	await workbench.run('Welcome: Open Walkthrough');
	await choose(workbench, 'Get Started with Related Work');
	return async (step) => {
		const row = workbench.page.locator(`.getting-started-step[data-step-id$="#${step}"]`);
		await row.locator('h3').click();
		await workbench.page.locator(`.getting-started-step.expanded[data-step-id$="#${step}"]`).waitFor();
		return row;
	};
}

describe('a window without a folder', () => {
	const window = useWorkbench('thesis', undefined, { opens: 'nothing' });

	it('says in each view what to do, and opens the sample with the tour of it', async () => {
		const { workbench } = window();
		await workbench.openViews();
		await viewSays(workbench, 'Citations', 'Open a LaTeX, Markdown, Typst or Org document');
		await viewSays(workbench, 'Fits Here', 'Open a document');
		await viewSays(workbench, 'Papers', 'No papers were read yet');
		await picture(workbench, 'no-folder');
		await pressIn(workbench, 'Papers', 'Add Papers');
		await choice(workbench, 'Files…');
		await leave(workbench);
		await pressIn(workbench, 'Citations', 'Open the Sample');
		await choice(workbench, 'In a folder that I choose…');
		await picture(workbench, 'sample-where');
		await choose(workbench, 'In a temporary folder');
		await workbench.shows('paper.tex');
		await workbench.page.locator('.tab.active', { hasText: 'README.md' }).waitFor();
		await workbench.status('47 papers');
		await workbench.page.locator('.editor-instance .squiggly-error').first().waitFor();
		await picture(workbench, 'sample');
	});
});

describe('the walkthrough', () => {
	const window = useWorkbench(sample, 'paper.tex');

	it('leads through the first steps, beside a document as well', async () => {
		const { workbench } = window();
		const { page } = workbench;
		await workbench.squiggle();
		await workbench.goTo(33, 40);
		const open = await openWalkthrough(workbench);
		const press = async (step: string, button: string) => {
			await (await open(step)).getByRole('button', { name: button }).click();
		};
		await picture(workbench, 'walkthrough');
		await press('document', 'Open the Sample');
		await choice(workbench, 'In a temporary folder');
		await leave(workbench);
		await press('papers', 'Add Papers');
		await choice(workbench, 'Files…');
		await leave(workbench);
		await press('repair', 'Show the Problems');
		await page.locator('.markers-panel, .markers-panel-container').first().waitFor();
		await press('fits', 'Show What Fits Here');
		await rowOf(workbench, 'Fits Here', '20');
		await page.locator('.getting-started-step[data-step-id$="#fits"] .codicon-getting-started-step-checked').waitFor();
		await picture(workbench, 'walkthrough-fits');
		await press('cite', 'Cite a Paper');
		await workbench.shows('paper.tex');
		await titled(workbench, 'Cite a paper · \\citep{key}');
		await choice(workbench, 'petroni2019language');
		await picture(workbench, 'cite');
	});
});

describe('a document without any papers', () => {
	const window = useWorkbench('bare', 'draft.tex');

	it('is told apart from one whose papers are all wrong, and says how to come by some', async () => {
		const { workbench } = window();
		await workbench.openViews();
		await workbench.goTo(5, 12);
		await rowOf(workbench, 'Citations', 'no key');
		await viewSays(workbench, 'Fits Here', 'No paper fits “Nothing is cited here”.');
		await picture(workbench, 'no-papers');
		const problems = await workbench.problems('names no paper');
		assert.ok(!problems.some((row) => row.includes('unknown-key')), problems.join('\n'));
		await workbench.open('draft.tex');
		await workbench.run('Related Work: Cite a Paper');
		const said = await workbench.notification('There are no papers to cite yet');
		await picture(workbench, 'no-papers-to-cite');
		await said.getByRole('button', { name: 'Add Papers…' }).click();
		await choice(workbench, 'Files…');
		await leave(workbench);
		await papersItem(workbench).click();
		await titled(workbench, 'Related Work: 0 papers · 0 sources');
	});
});

describe('two folders in a window', () => {
	const window = useWorkbench('folders', 'thesis/main.tex', { opens: 'both.code-workspace' });

	it('have papers and problems of their own, and are asked which one gets a configuration', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.openViews();
		await rowOf(workbench, 'Citations', 'falcon2008cards');
		await workbench.open('notes.md');
		await rowOf(workbench, 'Citations', /^Engines/);
		await rowOf(workbench, 'Papers', 'Lovelace');
		await picture(workbench, 'two-folders');
		await papersItem(workbench).click();
		await choice(workbench, 'notes/papers.jsonl');
		await choice(workbench, 'thesis/refs.bib');
		await picture(workbench, 'two-folders-sources');
		await leave(workbench);
		await workbench.run('Related Work: Create relatedwork.json');
		await choice(workbench, 'notes');
		await choose(workbench, 'thesis');
		await workbench.shows('relatedwork.json');
	});
});

describe('a corpus that takes long to read', () => {
	const window = useWorkbench('shelf', 'main.tex');

	it('shows how far it is, and can be stopped and started again', async () => {
		const { workbench, folder } = window();
		await workbench.status('1 paper');
		const line = (_: unknown, i: number) =>
			`{"key": "k${i}", "title": "The ${i}th Way to Weave With ${i % 977} Looms"}\n`;
		writeFileSync(path.join(folder, 'many.jsonl'), Array.from({ length: 600_000 }, line).join(''));
		writeFileSync(path.join(folder, 'relatedwork.json'), '{ "corpus": ["many.jsonl"] }\n');
		const reading = await workbench.notification('Related Work: reading papers');
		await reading.filter({ hasText: /many\.jsonl: [\d,]+ papers/ }).waitFor();
		await picture(workbench, 'reading');
		await reading.getByRole('button', { name: 'Cancel' }).click();
		await reading.waitFor({ state: 'detached' });
		const item = papersItem(workbench);
		await item.locator('[aria-label*="reading was stopped before 1 file was read"]').waitFor();
		await picture(workbench, 'reading-stopped');
		await item.click();
		await item.locator('[aria-label*="reading 1 file"]').waitFor();
	});
});
