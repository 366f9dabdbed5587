import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

// Lists, questions and the dialogs for files, which all come down from the top of the window.

const widget = ({ page }: Workbench) => page.locator('.quick-input-widget:visible');
const input = (workbench: Workbench) => widget(workbench).locator('.quick-input-box input');

/** A row of the list that is open, once it is there. */
export async function choice(workbench: Workbench, text: string | RegExp): Promise<Locator> {
	const row = widget(workbench).locator('.monaco-list-row', { hasText: text }).first();
	await row.waitFor();
	return row;
}

export async function choose(workbench: Workbench, text: string | RegExp): Promise<void> {
	await (await choice(workbench, text)).click();
}

/** What stands in the field, once a list, a question or a dialog is open. */
export async function typed(workbench: Workbench): Promise<string> {
	return input(workbench).inputValue();
}

/** Waits until a text stands in the field: dialogs write theirs bit by bit. */
export async function offers({ page }: Workbench, text: string): Promise<void> {
	const isThere = (wanted: string) =>
		[...document.querySelectorAll<HTMLInputElement>('.quick-input-box input')].some(({ value }) => value === wanted);
	await page.waitForFunction(isThere, text);
}

/** Waits until the title has something. */
export async function titled(workbench: Workbench, text: string | RegExp): Promise<void> {
	await widget(workbench).locator('.quick-input-title', { hasText: text }).waitFor();
}

/** Writes into the field in place of what is there, and leaves it open. */
export async function write(workbench: Workbench, text: string): Promise<void> {
	await input(workbench).fill(text);
}

/** Writes into the field and accepts it. */
export async function answer(workbench: Workbench, text: string): Promise<void> {
	await write(workbench, text);
	await accept(workbench);
}

/** Accepts what is there; done when nothing is open. */
export async function accept(workbench: Workbench): Promise<void> {
	await workbench.page.keyboard.press('Enter');
	await widget(workbench).waitFor({ state: 'hidden' });
}

export async function leave(workbench: Workbench): Promise<void> {
	await workbench.page.keyboard.press('Escape');
	await widget(workbench).waitFor({ state: 'hidden' });
}

/** Presses a button in the title, or on a row. */
export async function press(workbench: Workbench, button: string, row?: Locator): Promise<void> {
	await row?.hover();
	await (row ?? widget(workbench)).locator(`.action-label[aria-label^="${button}"]`).first().click();
}
