// Takes the pictures of the README (media/*.png) in the real workbench, with the packed extension and the sample paper.
//   npm run screenshots
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startSession } from '../test/e2e/support/session.ts';
import type { Workbench } from '../test/e2e/support/workbench.ts';
import { inProject } from './lib/project.mjs';

const sample = inProject('samples/related-work');
const paper = 'paper.tex';
const text = readFileSync(path.join(sample, paper), 'utf8');
const emptyCitation = 'Contexts~\\cite{';

/** Each starts in a fresh window, with the paper open and checked, and ends when the window shows what is to be seen. */
const pictures: Record<string, (workbench: Workbench) => Promise<unknown>> = {
	async completion(workbench) {
		await workbench.goTo(...endOf(emptyCitation));
		await workbench.suggest();
		await workbench.suggestionDetails();
	},
	async hover(workbench) {
		await workbench.hover('vaswani2017attention');
	},
	async problems(workbench) {
		await workbench.goTo(...endOf('\\label{sec:introduction}'));
		await workbench.problems('empty-citation');
	},
	async fix(workbench) {
		await workbench.goTo(...endOf(emptyCitation));
		await workbench.quickFixes();
	},
};

/** Line and column, from 1, of the end of the first occurrence in the paper. */
function endOf(part: string): [number, number] {
	const at = text.indexOf(part);
	if (at < 0) throw new Error(`${paper} no longer has "${part}".`);
	const lines = text.slice(0, at + part.length).split('\n');
	return [lines.length, lines.at(-1)!.length + 1];
}

async function takeAll(): Promise<void> {
	const session = await startSession();
	try {
		for (const [name, arrange] of Object.entries(pictures)) {
			const window = await session.open(sample, paper, { scale: 2, width: 1200, height: 720 });
			await window.workbench.squiggle();
			await arrange(window.workbench);
			await window.workbench.screenshot(inProject('media', `${name}.png`));
			await window.close();
			console.log(`media/${name}.png`);
		}
	} finally {
		await session.close();
	}
}

void takeAll();
