import { mkdirSync } from 'node:fs';
import { inProject } from '../../../scripts/lib/project.mjs';
import { type Session, startSession, type View, type Window } from './session.ts';

/** The paper in progress that the extension brings along, as a fixture. */
export const sample = '../../samples/related-work';

let session: Session | undefined;

// One server and one browser serve all suites: these are mocha's root hooks, since this file is loaded outside of any.
before(async function () {
	this.timeout(180_000);
	if (process.platform !== 'linux') {
		console.log('Skipped: these tests show VS Code’s server build, which is installed on Linux only.');
		this.skip();
	}
	session = await startSession();
});

after(async () => {
	await session?.close();
});

/**
 * Gives each test of a suite a window of its own, on a fresh copy of a fixture and with `file` open, or no file. A failed
 * test leaves a picture in tmp/e2e.
 */
export function useWorkbench(fixture: string, file?: string, view: View = {}): () => Window {
	let window: Window | undefined;
	beforeEach(async () => {
		window = await session?.open(inProject('test/fixtures', fixture), file, view);
	});
	afterEach(async function () {
		if (this.currentTest?.state === 'failed') {
			const picture = inProject('tmp/e2e', `${this.currentTest.fullTitle().replaceAll(/\W+/g, '-')}.png`);
			mkdirSync(inProject('tmp/e2e'), { recursive: true });
			await window?.workbench.screenshot(picture);
			console.log(`What was on the screen: ${picture}`);
		}
		await window?.close();
		window = undefined;
	});
	return () => {
		if (!window) throw new Error('There is a window only while a test runs.');
		return window;
	};
}
