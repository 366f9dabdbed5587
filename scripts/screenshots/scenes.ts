import { hero } from './hero.ts';
import { openCard } from './open-card.ts';
import type { Scene } from './scene.ts';

const introduction = 'chapters/introduction.tex';
const wrongKey = '\\citep{devlin-';

/** In the order of the README. */
export const scenes: readonly Scene[] = [
	hero,
	{
		name: 'completion',
		file: introduction,
		after: '\\section{Introduction}',
		height: 400,
		async play({ workbench }, film) {
			await workbench.type('\n\n\\citep{');
			for (const [typed, found] of [
				['need attention', 'vaswani2017attention'],
				['kuttler 2020', 'lewis2020retrieval'],
				['longfromer', '2004.05150v2'],
			] as const) {
				await workbench.type(typed);
				await workbench.suggestsFirst(found);
				if (found === 'lewis2020retrieval') film.pose();
				await film.hold(2200);
				for (let i = 0; i < typed.length; i++) await workbench.page.keyboard.press('Backspace');
			}
		},
	},
	{
		name: 'hover',
		file: introduction,
		after: '\\section{Introduction}',
		height: 400,
		play: ({ workbench }) => workbench.hover('vaswani2017attention'),
	},
	{
		name: 'problems',
		file: introduction,
		after: '\\section{Introduction}',
		height: 580,
		play: ({ workbench }) => workbench.problems('empty-citation'),
	},
	{
		name: 'fix',
		file: introduction,
		after: wrongKey,
		height: 400,
		play: ({ workbench }) => workbench.quickFixes(),
	},
	{
		name: 'cite',
		file: introduction,
		after: 'from the first\nday',
		async play({ workbench }, film) {
			await film.hold(700);
			await workbench.citePaper();
			await workbench.paperRows('petroni2019language');
			await film.hold(1500);
			await film.type('retrieval');
			await film.hold(700);
			await workbench.markRow('lewis2020retrieval');
			await film.hold(400);
			await workbench.markRow('guu2020realm');
			film.pose();
			await film.hold(1200);
			await workbench.page.keyboard.press('Enter');
			await workbench.page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
			await film.hold(1800);
		},
	},
	{
		name: 'rename',
		file: introduction,
		after: '~\\citep{lewis2020',
		height: 600,
		async play({ workbench }, film) {
			const { page } = workbench;
			await workbench.run('View: Split Editor Down');
			await workbench.open('references.bib');
			await workbench.goTo(70, 1);
			await page.mouse.move(600, 20);
			await page.keyboard.press('Control+Digit1');
			await page.keyboard.press('F2');
			await page.locator('.rename-box input').waitFor();
			await film.hold(900);
			await film.type('lewis2020rag');
			film.pose();
			await film.hold(900);
			await page.keyboard.press('Enter');
			await page.locator('.rename-box input').waitFor({ state: 'hidden' });
			await page.locator('.codelens-decoration', { hasText: 'cited' }).first().waitFor();
			await film.hold(2500);
		},
	},
	{
		name: 'views',
		file: introduction,
		after: 'look up passages',
		width: 1090,
		height: 700,
		async play({ workbench }) {
			await workbench.run('View: Show Related Work');
			await workbench.widenSideBar(100);
			await workbench.viewRows('Fits Here', 'Lewis');
			await workbench.viewRows('Citations', 'devlin');
			await workbench.rest();
		},
	},
	{
		name: 'picture',
		file: 'paper.tex',
		after: 'a few\npassages',
		width: 1000,
		height: 780,
		dark: true,
		async play({ workbench }) {
			await workbench.run('Related Work: Show the Picture in an Editor');
			const page = await workbench.webview('.map[aria-label*="of them cited"]');
			await page.locator('.arcs').waitFor();
			await workbench.run('View: Toggle Maximize Editor Group');
			await page.locator('.map').focus();
			await workbench.page.keyboard.press('PageDown');
			await page.locator('.chosen strong').waitFor();
			await workbench.rest();
		},
	},
	{
		name: 'report',
		file: 'paper.tex',
		after: 'a few\npassages',
		width: 1000,
		height: 745,
		async play({ workbench }) {
			await workbench.run('Related Work: Report on Citations');
			await workbench.webview('button[data-problem]');
			await workbench.run('View: Toggle Maximize Editor Group');
			await workbench.rest();
		},
	},
	{
		name: 'markdown',
		file: 'notes.md',
		after: 'overlooked',
		width: 920,
		height: 600,
		async play({ workbench }) {
			await workbench.type(' [@');
			await workbench.suggestions('liu2024lost');
			await openCard(workbench);
		},
	},
	{
		name: 'paste',
		file: introduction,
		after: 'longer context',
		async play({ workbench }, film) {
			const { page } = workbench;
			await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
			await page.evaluate(() => navigator.clipboard.writeText('https://doi.org/10.1145/3530811'));
			await film.type('~');
			await film.hold(600);
			await page.keyboard.press('Control+KeyV');
			await page.locator('.post-edit-widget').waitFor();
			await film.hold(1100);
			await page.keyboard.press('Control+Period');
			const row = page.locator('.monaco-list-row', { hasText: 'Paste as citation' });
			await row.waitFor();
			await film.hold(900);
			await page.keyboard.press('ArrowDown');
			film.pose();
			await film.hold(1100);
			await page.keyboard.press('Enter');
			await row.waitFor({ state: 'hidden' });
			await film.hold(2200);
		},
	},
];
