import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Does axe-core find nothing that keeps somebody from using a page? */
export async function assertAccessible(page: Page | Frame, what: string): Promise<void> {
	// As text, since the page lets no script be loaded.
	await page.evaluate(axe.source);
	const violations = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
		const found = await axe.run(document);
		return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
	});
	assert.deepEqual(violations, [], what);
}
