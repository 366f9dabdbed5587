import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { picture } from './support/pictures.ts';
import { choice, choose, press, titled, typed, write } from './support/quick-input.ts';
import { useWorkbench } from './support/use-workbench.ts';

describe('the command that cites', () => {
	const window = useWorkbench('thesis', 'main.tex');
	const lineOnDisk = (line: number) =>
		readFileSync(path.join(window().folder, 'main.tex'), 'utf8').split('\n')[line - 1];
	const sentence = 'Dropping units at random prevents overfitting';

	it('lists what fits the sentence, and cites the first row', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.citePaper();
		const [first] = await workbench.paperRows('srivastava2014dropout');
		assert.match(first ?? '', /^srivastava2014dropout.*Dropout: A Simple Way/s);
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.equal(lineOnDisk(8), `${sentence}~\\cite{srivastava2014dropout}.`);
	});

	it('keeps what is marked while something else is searched, and cites it all', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.citePaper();
		await workbench.searchPapers('need attention', 'vaswani2017attention');
		await workbench.markRow('vaswani2017attention');
		await workbench.searchPapers('residual', 'he2016residual');
		await workbench.markRow('he2016residual');
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.equal(lineOnDisk(8), `${sentence}~\\cite{vaswani2017attention, he2016residual}.`);
	});

	it('searches for the words that are selected, and cites in the way that is chosen', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 1);
		for (let word = 0; word < 2; word++) await workbench.page.keyboard.press('Control+Shift+ArrowRight');
		await workbench.run('Related Work: Cite Selection');
		await choice(workbench, 'srivastava2014dropout');
		assert.match(await typed(workbench), /^Dropping units ?$/);
		await write(workbench, 'zebrafish');
		await titled(workbench, 'no paper is like this');
		await picture(workbench, 'cite-nothing');
		await write(workbench, 'dropping units');
		await titled(workbench, /^Cite the selection · \\cite\{key\}$/);
		await press(workbench, 'Choose how to cite');
		await choice(workbench, '\\cite{key}');
		await picture(workbench, 'cite-ways');
		await choose(workbench, '\\textcite{key}');
		await titled(workbench, '\\textcite{key}');
		await choice(workbench, 'srivastava2014dropout');
		await picture(workbench, 'cite-selection');
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.match(lineOnDisk(8) ?? '', /^Dropping units~\\textcite\{srivastava2014dropout\} at random/);
	});

	it('adds to the citation under the cursor', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(6, 60);
		await workbench.citePaper();
		await workbench.searchPapers('dropout', 'srivastava2014dropout');
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.match(lineOnDisk(6) ?? '', /\\cite\{vaswani2017attention, srivastava2014dropout\}/);
	});
});
