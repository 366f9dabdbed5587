// Takes the pictures of the README (media/*.png) in the real workbench, with the packed extension and the sample paper.
//   npm run screenshots [-- NAME…]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { endOf } from '../test/e2e/support/in-text.ts';
import { startSession } from '../test/e2e/support/session.ts';
import type { Workbench } from '../test/e2e/support/workbench.ts';
import { inProject } from './lib/project.mjs';
import { main } from './lib/run.mjs';

const sample = inProject('samples/related-work');
const paper = 'paper.tex';
const text = readFileSync(path.join(sample, paper), 'utf8');
const emptyCitation = 'Contexts~\\cite{';

/** Where the cursor is put, and what is done there before the picture is taken. */
interface Picture {
	readonly name: string;
	readonly after: string;
	/** In CSS pixels; 620 by default. */
	readonly height?: number;
	arrange(workbench: Workbench): Promise<unknown>;
}

const pictures: readonly Picture[] = [
	{
		name: 'completion',
		after: emptyCitation,
		async arrange(workbench) {
			await workbench.suggest();
			await workbench.suggestionDetails();
		},
	},
	{ name: 'hover', after: '\\label{sec:introduction}', arrange: ({ hover }) => hover('vaswani2017attention') },
	{ name: 'problems', after: '\\label{sec:introduction}', arrange: ({ problems }) => problems('empty-citation') },
	{ name: 'fix', after: emptyCitation, arrange: ({ quickFixes }) => quickFixes() },
	{
		name: 'views',
		after: 'a few\npassages',
		height: 860,
		async arrange(workbench) {
			await workbench.openViews();
			await workbench.viewRows('Fits Here', 'Lewis');
			await workbench.viewRows('Citations', 'no key');
			await workbench.rest();
		},
	},
	{
		name: 'picture',
		after: 'a few\npassages',
		height: 860,
		async arrange(workbench) {
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
];

async function takeAll(): Promise<void> {
	const names = process.argv.slice(2);
	const wanted = pictures.filter(({ name }) => names.length === 0 || names.includes(name));
	const session = await startSession({ 'editor.fontSize': 12, 'breadcrumbs.enabled': false });
	try {
		for (const { name, after, height = 620, arrange } of wanted) {
			const { workbench, close } = await session.open(sample, paper, { scale: 2, width: 1000, height });
			await workbench.hideSideBar();
			await workbench.goTo(...endOf(text, after));
			await workbench.squiggle();
			await arrange(workbench);
			await workbench.screenshot(inProject('media', `${name}.png`));
			await close();
			console.log(`media/${name}.png`);
		}
	} finally {
		await session.close();
	}
}

void main(takeAll);
