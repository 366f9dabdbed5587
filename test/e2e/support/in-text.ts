import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Window } from './session.ts';

/** Line and column, both from 1, of the end of the first occurrence of `part`. */
export function endOf(text: string, part: string): readonly [line: number, column: number] {
	const at = text.indexOf(part);
	if (at < 0) throw new Error(`There is no "${part}".`);
	const lines = text.slice(0, at + part.length).split('\n');
	return [lines.length, lines.at(-1)!.length + 1];
}

/** What a person does and sees in the text of a window. */
export function inText({ workbench, folder }: Window) {
	const { page } = workbench;
	const editor = page.locator('.editor-group-container.active .editor-instance');
	const onDisk = (file: string) => readFileSync(path.join(folder, file), 'utf8');

	return Object.freeze({
		/** What a file has on disk. */
		onDisk,

		/** A line of a file on disk, counted from 1. */
		lineOnDisk: (file: string, line: number) => onDisk(file).split('\n')[line - 1] ?? '',

		/** Puts the cursor of the active editor behind the first occurrence of `part` in the file on disk. */
		cursorAfter: (file: string, part: string) => workbench.goTo(...endOf(onDisk(file), part)),

		/** Presses the keys of a shortcut, one after the other. */
		async press(...keys: readonly string[]): Promise<void> {
			for (const key of keys) await page.keyboard.press(key);
		},

		/** Asks for the card of what is at the cursor; gives it once it says `text`. */
		async card(text: string): Promise<Locator> {
			await page.keyboard.press('Control+KeyK');
			await page.keyboard.press('Control+KeyI');
			const card = page.locator('.monaco-hover:not(.hidden)', { hasText: text });
			await card.waitFor();
			return card;
		},

		/** Waits until these letters are marked in a row of the completion list. */
		async marksTyped(letters: string): Promise<void> {
			const marked = page.locator('.suggest-widget.visible .monaco-list-row .label-name .highlight');
			await marked.filter({ hasText: letters }).first().waitFor();
		},

		/** A line of the active editor as it is shown, with what the editor puts between the letters. */
		async shownLine(text: string): Promise<string> {
			const line = editor.locator('.view-line', { hasText: text }).first();
			await line.waitFor();
			return ((await line.textContent()) ?? '').replaceAll('\u00a0', ' ');
		},

		/** Waits until no line of the active editor shows this. */
		async showsNoLine(text: string): Promise<void> {
			await editor.locator('.view-line', { hasText: text }).first().waitFor({ state: 'detached' });
		},

		/** Waits until nothing is underlined as an error or a warning. */
		async noProblems(): Promise<void> {
			await editor.locator('.squiggly-error, .squiggly-warning').first().waitFor({ state: 'detached' });
		},

		/** What is shown above a line of a file, as `cited once`. */
		lens: (text: string): Locator => editor.locator('.codelens-decoration a', { hasText: text }),

		/** All that the peek view shows, once it has `text`. */
		async peeked(text: string): Promise<string> {
			const peek = page.locator('.reference-zone-widget');
			await peek.filter({ hasText: text }).waitFor();
			return ((await peek.textContent()) ?? '').replaceAll('\u00a0', ' ');
		},

		/** Goes to a symbol by its name, in the list that a shortcut opens. */
		async symbol(shortcut: string, typed: string, row: string): Promise<void> {
			await page.keyboard.press(shortcut);
			await page.locator('.quick-input-widget:visible .quick-input-box input').fill(typed);
			await page.locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: row }).waitFor();
			await page.keyboard.press('Enter');
			await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
		},

		/** Gives what is at the cursor another name (F2). */
		async rename(name: string): Promise<void> {
			await page.keyboard.press('F2');
			const input = page.locator('.rename-box input');
			await input.waitFor();
			await input.fill(name);
			await page.keyboard.press('Enter');
			await input.waitFor({ state: 'hidden' });
		},
	});
}
