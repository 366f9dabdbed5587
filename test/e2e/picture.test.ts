import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { assertAccessible } from './support/accessible.ts';
import { useWorkbench } from './support/use-workbench.ts';

const themes = [
	['Dark Modern', 'vs-dark', 'vscode-dark'],
	['Dark High Contrast', 'hc-black', 'vscode-high-contrast'],
	['Light High Contrast', 'hc-light', 'vscode-high-contrast-light'],
	// Last, as the tests after these are in the same session.
	['Light Modern', 'vs', 'vscode-light'],
] as const;

/** Where on a page the map has a spot of the colour of cited papers; undefined where there is none. */
const findLit = () => {
	const canvas = document.querySelector<HTMLCanvasElement>('canvas.front')!;
	const probe = document.createElement('canvas').getContext('2d')!;
	probe.fillStyle = getComputedStyle(document.body).getPropertyValue('--lit').trim();
	probe.fillRect(0, 0, 1, 1);
	const lit = probe.getImageData(0, 0, 1, 1).data;
	const { width, height } = canvas;
	const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
	for (let i = 0; i < data.length; i += 4) {
		if ([0, 1, 2].some((k) => data[i + k] !== lit[k]) || data[i + 3] !== 255) continue;
		const box = canvas.getBoundingClientRect();
		const ratio = box.width / width;
		return { x: box.left + ((i / 4) % width) * ratio, y: box.top + Math.floor(i / 4 / width) * ratio + 2 };
	}
	return undefined;
};

describe('the picture beside a thesis', () => {
	const window = useWorkbench('thesis', 'main.tex');

	async function open(): Promise<Frame> {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Show the Picture in an Editor');
		return workbench.webview('.map[aria-label*=", 1 of them cited"]');
	}

	it('lights what is cited; a click on it opens its entry', async () => {
		const { workbench } = window();
		const page = await open();
		await page.waitForFunction(findLit);
		const { x, y } = (await page.evaluate(findLit))!;
		const frame = await page.locator('.map').boundingBox();
		const inside = await page.evaluate(() => document.querySelector('.map')!.getBoundingClientRect().toJSON());
		await workbench.page.mouse.move(frame!.x + x - inside.x, frame!.y + y - inside.y);
		await page.locator('.tip', { hasText: 'Attention Is All You Need' }).waitFor();
		await workbench.page.mouse.down();
		await workbench.page.mouse.up();
		await workbench.shows('refs.bib');
	});

	it('is gone through with the keyboard', async () => {
		const { workbench } = window();
		const page = await open();
		await page.locator('.map').focus();
		await workbench.page.keyboard.press('PageDown');
		await page.locator('.chosen', { hasText: 'Attention Is All You Need' }).waitFor();
		await workbench.page.keyboard.press('ArrowLeft');
		await workbench.page.keyboard.press('ArrowRight');
		await page.locator('.chosen strong').waitFor();
		await workbench.page.keyboard.press('PageDown');
		await workbench.page.keyboard.press('Enter');
		await workbench.shows('refs.bib');
	});

	it('follows the text', async () => {
		const { workbench } = window();
		const page = await open();
		await workbench.page.locator('.tab[data-resource-name="main.tex"]').click();
		await workbench.goTo(8, 46);
		await workbench.type(' \\cite{srivastava2014dropout}');
		await page.locator('.map[aria-label*=", 2 of them cited"]').waitFor();
		assert.match((await page.locator('[role="status"]').textContent()) ?? '', /^2 papers cited/);
	});

	it('stands among the views as well', async () => {
		const { workbench } = window();
		await workbench.openViews();
		await workbench.run('Related Work: Focus on Picture View');
		const page = await workbench.webview('.map[aria-label*=", 1 of them cited"]');
		assert.equal(await page.locator('body').getAttribute('data-place'), 'view');
	});

	it('can be used by everyone, in every theme', async () => {
		const { workbench } = window();
		const page = await open();
		for (const summary of await page.locator('summary').all()) await summary.click();
		await page.locator('.map').focus();
		await workbench.page.keyboard.press('PageDown');
		for (const [name, kind, body] of themes) {
			await workbench.theme(name, kind);
			await page.locator(`body.${body}`).waitFor();
			await assertAccessible(page, name);
		}
	});
});

describe('the report on a thesis', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('leads from a problem to its place in the text', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Report on Citations');
		const page = await workbench.webview('button[data-problem]');
		await page.locator('button[data-problem]').first().click();
		await workbench.shows('main.tex');
		await workbench.page.locator('.statusbar-item', { hasText: /selected\)/ }).waitFor();
	});

	it('can be used by everyone, in every theme', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Report on Citations');
		const page = await workbench.webview('button[data-problem]');
		await page.locator('summary').first().click();
		for (const [name, kind, body] of themes) {
			await workbench.theme(name, kind);
			await page.locator(`body.${body}`).waitFor();
			await assertAccessible(page, name);
		}
	});
});
