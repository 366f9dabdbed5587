import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { inProject } from '../../scripts/lib/project.mjs';
import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import type { Picture } from '../../src/core/features/picture.ts';
import { pageStyle, reportPage } from '../../src/core/report/page.ts';
import type { ReportData } from '../../src/core/report/types.ts';
import type { ShownMap, ToPicture } from '../../src/webviews/messages.ts';
import { hostileTitles } from '../support/hostile.ts';
import { paper } from '../support/papers.ts';
import { openPicture, tell } from '../support/picture-page.ts';
import { assertAccessible } from './support/accessible.ts';
import './support/use-workbench.ts';

const titles = Object.values(hostileTitles);
const zero = { line: 0, character: 0 };
const range = { start: zero, end: zero };

/** Titles as no source should bring them, and as the core would not send them. */
const picture: Picture = {
	root: 'file:///main.tex',
	papers: titles.map((title, i) => ({ key: title, title, authors: title, year: 2000 + i, times: 1 })),
	sections: titles.map((title, i) => ({ title, depth: i, file: 'file:///a', range, papers: [i], citations: 1 })),
	together: titles.slice(1).map((_, i) => ({ papers: [0, i + 1], paragraphs: 1 })),
};
const map: ShownMap = {
	papers: titles.map((title, i) => {
		const at = i / titles.length;
		return { key: title, source: 0, title, authors: title, year: 2000, x: at, y: at, topic: 0 };
	}),
	topics: [{ words: titles, papers: titles.length, x: 0.5, y: 0.5 }],
	layout: '1',
	total: titles.length,
};
const report: ReportData = {
	title: titles[0]!,
	root: titles[1]!,
	made: 'today',
	files: 1,
	open: titles,
	problems: titles.map((title) => ({
		file: title,
		line: 1,
		at: { uri: 'file:///a', range },
		rule: 'unknown-key',
		severity: 'error',
		message: title,
		text: [title, title, title],
	})),
	sections: titles.map((title) => ({
		title,
		depth: 1,
		citations: 1,
		keys: 1,
		problems: 0,
		missing: [paper(title, title)],
	})),
	papers: titles.map((title) => ({ paper: paper(title, title, { year: 2000 }), times: 1, sections: [title] })),
};

describe('pages of hostile titles', () => {
	let browser: Browser;
	let page: Page;
	/** What a page must never do. */
	let broken: string[];
	const watch = (watched: Page) => {
		watched.on('dialog', (dialog) => {
			broken.push(`dialog ${dialog.message()}`);
			void dialog.dismiss();
		});
		watched.on('pageerror', (error) => broken.push(error.message));
		watched.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
	};
	before(async () => {
		browser = await launchChromium();
	});
	after(() => browser?.close());
	beforeEach(async () => {
		broken = [];
		page = await browser.newPage({ reducedMotion: 'reduce' });
		watch(page);
	});
	afterEach(() => page.close());

	/** The page has nothing that titles brought, and fits its window. */
	async function assertSound(narrowest: number): Promise<void> {
		assert.equal(
			await page.locator('img, iframe, object, script:not([nonce]), [onerror], a[href^="command"]').count(),
			0,
		);
		for (const width of [narrowest, 600, 1400]) {
			await page.setViewportSize({ width, height: 700 });
			const wide = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			assert.ok(wide <= 0, `${wide} pixels stick out of a window of ${width}`);
		}
		assert.deepEqual(broken, []);
	}

	it('show them as text in the picture', async () => {
		await page.close();
		const files = { script: inProject('dist/webviews/picture.js'), style: inProject('dist/webviews/picture.css') };
		page = await openPicture(browser, files, { reducedMotion: 'reduce' }, watch);
		const messages: readonly ToPicture[] = [
			{ type: 'map', stamp: '1', map },
			{ type: 'picture', picture, places: titles.map((_, i) => i), stamp: '1' },
		];
		await tell(page, messages);
		assert.deepEqual(broken, []);
		await page.locator(`.map[aria-label*="${titles.length} of them cited"]`).waitFor();
		for (const summary of await page.locator('summary').all()) await summary.click();
		await page.locator('.map').focus();
		for (const _ of titles) {
			await page.keyboard.press('PageDown');
			await page.locator('.chosen strong').waitFor();
		}
		// As narrow as a side bar.
		await assertSound(250);
		for (const forcedColors of ['none', 'active'] as const) {
			await page.emulateMedia({ forcedColors });
			await assertAccessible(page, `forced colours: ${forcedColors}`);
		}
		assert.ok(await page.getByText('<img src=x onerror=alert(1)>').count());
	});

	for (const [name, media] of Object.entries({
		light: { colorScheme: 'light' },
		dark: { colorScheme: 'dark' },
		'high contrast': { forcedColors: 'active' },
	} as const)) {
		it(`show them as text in a report, which everyone can use, ${name}`, async () => {
			await page.emulateMedia(media);
			await page.setContent(reportPage(report, createHash('sha256').update(pageStyle()).digest('base64')));
			await page.locator('summary').first().click();
			await assertSound(320);
			await assertAccessible(page, name);
		});
	}
});
