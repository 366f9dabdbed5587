import assert from 'node:assert/strict';
import { useWorkbench } from './support/use-workbench.ts';

describe('a workbench in German', () => {
	const window = useWorkbench('thesis', 'main.tex', { language: 'de' });

	it('has views, commands, messages and problems in German', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.openViews();
		assert.deepEqual(await workbench.viewNames(), ['Zitate', 'Passende Paper', 'Paper', 'Bild']);
		const rows = await workbench.viewRows('Zitate', 'Unbekannter Zitierschlüssel');
		assert.match(rows[0] ?? '', /^Related Work, 2 Zitate, 1 Problem/);
		await workbench.run('Related Work: Zitierschlüssel sortieren');
		await workbench.status('Es gibt nichts zu sortieren');
		await workbench.problems('Unbekannter Zitierschlüssel „he2015residual“');
	});

	it('has a picture in German', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Bild in einem Editor anzeigen');
		const page = await workbench.webview('.map[aria-label*="davon 1 zitiert"]');
		assert.equal(await page.locator('html').getAttribute('lang'), 'de');
		assert.deepEqual(await page.locator('h1, h2').allTextContents(), [
			'Was zitiert wird, in Bildern',
			'Nach Thema',
			'Nach Jahr',
			'Nach Abschnitt',
			'Zusammen zitiert',
		]);
	});

	it('has a report in German', async () => {
		const { workbench } = window();
		await workbench.squiggle();
		await workbench.run('Related Work: Bericht über Zitate');
		const page = await workbench.webview('button[data-problem]');
		assert.equal(await page.locator('html').getAttribute('lang'), 'de');
		assert.match((await page.locator('header').textContent()) ?? '', /Zitate in main\.tex, \d+\. \p{L}+ \d{4}/u);
		await page.locator('td', { hasText: 'Fehler: Unbekannter Zitierschlüssel „he2015residual“' }).waitFor();
	});
});
