import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './support/use-workbench.ts';

describe('citing in a thesis', () => {
	const window = useWorkbench('thesis', 'main.tex');
	const lineOnDisk = (line: number) =>
		readFileSync(path.join(window().folder, 'main.tex'), 'utf8').split('\n')[line - 1];

	it('offers the bibliography inside \\cite and completes the key', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.type(' \\cite{');
		const rows = await workbench.suggestions('srivastava2014dropout');
		assert.deepEqual(rows.map((row) => row.label).sort(), [
			'he2016residual',
			'srivastava2014dropout',
			'vaswani2017attention',
		]);
		await workbench.type('dropout');
		await workbench.acceptSuggestion('srivastava2014dropout');
		await workbench.save('main.tex');
		assert.equal(lineOnDisk(8), 'Dropping units at random prevents overfitting \\cite{srivastava2014dropout}.');
	});

	it('finds a paper by words of a title, in any order and with spaces between', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.type(' \\cite{he2016residual, need attention');
		await workbench.acceptSuggestion('vaswani2017attention');
		await workbench.save('main.tex');
		const sentence = 'Dropping units at random prevents overfitting';
		assert.equal(lineOnDisk(8), `${sentence} \\cite{he2016residual, vaswani2017attention}.`);
	});

	it('shows the abstract of the selected paper beside the list', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.goTo(8, 46);
		await workbench.type(' \\cite{srivastava');
		await workbench.suggestions('srivastava2014dropout');
		assert.match(await workbench.suggestionDetails(), /left out at random/);
	});

	it('shows the paper behind a key', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		const card = await workbench.hover('vaswani2017attention');
		assert.match(card, /Attention Is All You Need/);
		assert.match(card, /attention layers alone/);
	});

	it('marks an unknown key and repairs it', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		const problems = await workbench.problems('he2015residual');
		assert.ok(
			problems.some((row) => row.includes('Related Work') && row.includes('unknown-key')),
			problems.join('\n'),
		);
		await workbench.open('main.tex');
		await workbench.goTo(7, 62);
		const fixes = await workbench.quickFixes();
		assert.ok(fixes[0]?.includes('he2016residual'), fixes.join('\n'));
		await workbench.chooseQuickFix('he2016residual');
		await workbench.noSquiggle();
		await workbench.save('main.tex');
		assert.equal(lineOnDisk(7), 'Very deep networks train once shortcuts are added \\cite{he2016residual}.');
	});
});
