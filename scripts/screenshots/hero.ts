import type { Page } from 'playwright-core';
import { inText } from '../../test/e2e/support/in-text.ts';
import { openCard } from './open-card.ts';
import type { Scene } from './scene.ts';

/** The opening of the README: cite what fits, fill a hole, repair a citation of the wrong paper. */
export const hero: Scene = {
	name: 'hero',
	file: 'chapters/related.tex',
	after: '{tay2022efficient}.',
	width: 960,
	height: 590,
	async play(window, film) {
		const { workbench } = window;
		const { page } = workbench;
		await film.caption('Write a sentence, and the papers that fit it come first.');
		await film.hold(600);
		await film.press('Enter', 2);
		await film.type('Exact attention becomes fast when the whole matrix is never written to slow memory\n\\citep{');
		await workbench.suggestsFirst('dao2022flashattention');
		await openCard(workbench);
		film.pose();
		await film.hold(2600);
		await film.caption('Accept one.', 'Tab');
		await film.hold(300);
		await workbench.acceptSuggestion('dao2022flashattention');
		await film.press('End');
		await film.type('.');
		await film.hold(1000);

		await film.caption('An empty citation: the sentence says which paper is meant.', 'Ctrl+.');
		await film.press('ArrowDown', 3);
		await putCursor(page, 7);
		await film.hold(500);
		await workbench.quickFixes();
		await film.hold(1700);
		await page.keyboard.press('Enter');
		await film.hold(1200);

		await film.caption('This sentence names ColBERT and cites another paper.');
		await film.press('ArrowDown', 2);
		await putCursor(page, 17);
		await inText(window).card('ColBERT');
		await film.hold(2100);
		await page.keyboard.press('Escape');
		await film.caption('Cite the one that is named.', 'Ctrl+.');
		await workbench.quickFixes();
		await film.hold(1700);
		await page.keyboard.press('Enter');
		await film.hold(600);
		await film.caption('Every citation is the paper that the sentence means.');
		await film.hold(2600);
	},
};

/** Counted from 0, in the line in which the cursor is. */
async function putCursor(page: Page, column: number): Promise<void> {
	await page.keyboard.press('Home');
	for (let i = 0; i < column; i++) await page.keyboard.press('ArrowRight');
}
