import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from '../../scripts/lib/project.mjs';
import { packStandIn } from './support/packed-extension.ts';
import { type Session, startSession, type Window } from './support/session.ts';

/** As much of it as can be seen from outside. */
const latexWorkshop = {
	publisher: 'James-Yu',
	name: 'latex-workshop',
	contributes: {
		configuration: {
			properties: { 'latex-workshop.hover.citation.enabled': { type: 'boolean', default: true } },
		},
	},
};

describe('beside LaTeX Workshop', () => {
	let session: Session;
	let folder: string;
	before(async function () {
		this.timeout(180_000);
		folder = mkdtempSync(path.join(os.tmpdir(), 'related-work-stand-in-'));
		session = await startSession({}, { others: [packStandIn(folder, latexWorkshop)] });
	});
	after(async () => {
		await session?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	const windows: Window[] = [];
	const open = async () => {
		const window = await session.open(inProject('test/fixtures/thesis'), 'main.tex');
		windows.push(window);
		return window.workbench;
	};
	afterEach(async () => {
		for (const window of windows.splice(0)) await window.close();
	});

	it('asks once who completes citations, and keeps to the answer', async function () {
		this.timeout(120_000);
		const first = await open();
		const question = await first.notification('LaTeX Workshop completes citations');
		await question.getByRole('button', { name: 'LaTeX Workshop', exact: true }).click();
		await question.waitFor({ state: 'detached' });

		const second = await open();
		await second.squiggle();
		await second.goTo(8, 46);
		await second.type(' \\cite{vas');
		await second.suggestsNothing();
		assert.equal(await second.page.locator('.notification-list-item').count(), 0);
	});
});
