import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ToPicture } from '../../src/webviews/messages.ts';
import { shellPage } from '../../src/webviews/shell.ts';

const address = 'https://page.test';

/**
 * Opens a page of a webview outside of the editor, with its policy of what it may load; whatever it sends goes nowhere.
 *
 * @param files What it loads: paths of its script and its style sheet.
 * @param watch Sees the page before anything is in it.
 */
export async function openPicture(
	browser: Browser,
	files: { readonly script: string; readonly style: string },
	options: BrowserContextOptions = {},
	watch: (page: Page) => void = () => {},
): Promise<Page> {
	const page = await browser.newPage(options);
	watch(page);
	const [script, style] = [`${address}/script.js`, `${address}/style.css`];
	const shell = { title: 'Picture', script, style, source: address, nonce: 'N0nce', place: 'panel' } as const;
	const served = new Map([
		[`${address}/`, { contentType: 'text/html', body: shellPage(shell) }],
		[script, { contentType: 'text/javascript', body: readFileSync(files.script, 'utf8') }],
		[style, { contentType: 'text/css', body: readFileSync(files.style, 'utf8') }],
	]);
	await page.addInitScript({ content: 'globalThis.acquireVsCodeApi = () => ({ postMessage() {} });' });
	await page.route('**/*', (route) => route.fulfill(served.get(route.request().url()) ?? { status: 204 }));
	await page.goto(`${address}/`);
	return page;
}

/** Tells the page what the editor would, and waits until it has been drawn; gives the milliseconds that took. */
export function tell(page: Page, messages: readonly ToPicture[]): Promise<number> {
	return page.evaluate(async (all) => {
		const began = performance.now();
		for (const data of all) window.dispatchEvent(new MessageEvent('message', { data }));
		// In the second frame, the first one is on the screen.
		for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
		return performance.now() - began;
	}, messages);
}
