import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './support/use-workbench.ts';

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
