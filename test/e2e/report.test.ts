import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertAccessible } from './support/accessible.ts';
import { picture } from './support/pictures.ts';
import { accept, offers } from './support/quick-input.ts';
import { useWorkbench } from './support/use-workbench.ts';

describe('a report that is saved', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('is a page of its own, which runs nothing and needs nothing', async () => {
		const { workbench, folder } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Report on Citations');
		const report = await workbench.webview('button[data-problem]');
		await picture(workbench, 'report');
		await report.locator('button[data-action="save"]').click();
		const file = path.join(folder, 'main-citations.html');
		await offers(workbench, file);
		await accept(workbench);
		await workbench.status('Saved main-citations.html.');

		const page = (await workbench.page.context().browser()?.newPage())!;
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await page.goto(pathToFileURL(file).href);
		assert.match((await page.locator('body').textContent()) ?? '', /Unknown citation key “he2015residual”/);
		assert.equal(await page.locator('script, button, link, img').count(), 0);
		const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
		assert.match((await policy.getAttribute('content')) ?? '', /^default-src 'none'; style-src 'sha256-/);
		assert.deepEqual(asked, [pathToFileURL(file).href]);
		await assertAccessible(page, 'the saved page');
		if (process.env.E2E_PICTURES)
			await page.screenshot({ path: path.join(process.env.E2E_PICTURES, 'report-saved.png') });
		await page.close();
	});
});
