import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench.ts';

// The views in the side bar, by their titles.

const pane = (page: Page, view: string) =>
	page.locator('.part.sidebar .pane', { has: page.locator(`h3:text-is("${view}")`) });

export function rowsIn(page: Page, view: string): Locator {
	return pane(page, view).locator('.monaco-list-row');
}

/** The first row of a view that contains `text`, once it is there. */
export async function rowOf({ page }: Workbench, view: string, text: string | RegExp): Promise<Locator> {
	const row = rowsIn(page, view).filter({ hasText: text }).first();
	await row.waitFor();
	return row;
}

/** Waits until a view has as many rows in sight. */
export async function rowCount({ page }: Workbench, view: string, count: number): Promise<void> {
	const rows = rowsIn(page, view);
	await (count === 0 ? rows.first().waitFor({ state: 'detached' }) : rows.nth(count - 1).waitFor());
	await rows.nth(count).waitFor({ state: 'detached' });
}

/** Waits until a view says something beside or above its rows, or in place of them. */
export async function viewSays({ page }: Workbench, view: string, text: string | RegExp): Promise<void> {
	await pane(page, view).filter({ hasText: text }).waitFor();
}

/** Presses a button in the title of a view, or one that stands in place of its rows. */
export async function pressIn({ page }: Workbench, view: string, button: string): Promise<void> {
	const inView = pane(page, view);
	await inView.locator('.pane-header').hover();
	await inView
		.locator(`.pane-header .action-label[aria-label^="${button}"], .monaco-button:has-text("${button}")`)
		.first()
		.click();
}

/** Presses a button that a row shows under the mouse. */
export async function pressOn(row: Locator, button: string): Promise<void> {
	await row.hover();
	await row.locator(`.action-label[aria-label^="${button}"]`).click();
}

/** Opens the menu of a row; gives what can be chosen in it. */
export async function menuOf({ page }: Workbench, row: Locator): Promise<readonly string[]> {
	await row.click({ button: 'right' });
	const items = page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
	await items.first().waitFor();
	return items.allInnerTexts();
}

/** Chooses from the menu that is open. */
export async function chooseInMenu({ page }: Workbench, item: string): Promise<void> {
	const label = page.locator('.monaco-menu .action-label', { hasText: item }).first();
	// A menu takes no click in its first moments: the one that opened it may still be going on.
	for (let tries = 1; ; tries++) {
		await label.click();
		try {
			return await label.waitFor({ state: 'detached', timeout: 3000 });
		} catch (error) {
			if (tries === 5) throw error;
		}
	}
}
