import type { Frame, Locator, Page } from 'playwright-core';
import { rowsIn } from './views.ts';

/** A row of the completion list, as it is shown. */
export interface SuggestRow {
	readonly label: string;
	/** What follows the label at once. */
	readonly after: string;
	/** What stands right of the label. */
	readonly details: string;
	readonly focused: boolean;
}

const wait = 15_000;
const startWait = 60_000;

/**
 * What a person does in the workbench. Every function waits for what it needs and for what it brings about, by selectors
 * that hold from VS Code 1.100 to 1.139.
 */
export type Workbench = ReturnType<typeof createWorkbench>;

export function createWorkbench(page: Page) {
	page.setDefaultTimeout(wait);
	const keyboard = page.keyboard;
	const editor = page.locator('.editor-group-container.active .editor-instance');
	const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
	const quickInput = page.locator('.quick-input-widget:visible');
	const tab = (name: string) => page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`);

	/** Types into the quick input that a shortcut opens and gives the row that it offers for it. */
	async function quickRow(shortcut: string, text: string, row: string | RegExp): Promise<Locator> {
		await keyboard.press(shortcut);
		await quickInput.locator('.quick-input-box input').fill(text);
		const found = quickInput.locator('.monaco-list-row', { hasText: row }).first();
		await found.waitFor();
		return found;
	}

	/** Presses a key until something shows, as a person does when the editor was busy with something else. */
	async function pressUntil(key: string, shown: Locator): Promise<void> {
		for (let tries = 1; ; tries++) {
			await keyboard.press(key);
			try {
				return await shown.waitFor({ timeout: wait / 5 });
			} catch (error) {
				if (tries === 5) throw error;
			}
		}
	}

	/** Runs a command by its title in the command palette. */
	async function run(title: string): Promise<void> {
		await (await quickRow('F1', `>${title}`, title)).click();
	}

	return Object.freeze({
		page,
		run,

		/** Waits until the workbench is there, whatever it shows. */
		async isThere(): Promise<void> {
			await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: startWait });
		},

		/** Is a folder open? Asked of the explorer, which is in sight when a window opens. */
		async hasFolder(): Promise<boolean> {
			const row = page.locator('.explorer-folders-view .monaco-list-row').first();
			await row.or(page.locator('.part.sidebar h3', { hasText: /no folder opened/i })).waitFor();
			return row.isVisible();
		},

		/** Waits until a file stands in the active editor. */
		async shows(name: string): Promise<void> {
			await tab(name).waitFor({ timeout: startWait });
			await editor.locator('.view-lines .view-line').first().waitFor();
		},

		/** Leaves the width to the editor. */
		async hideSideBar(): Promise<void> {
			await keyboard.press('Control+KeyB');
			await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
		},

		/** Opens a file of the workspace by its name. */
		async open(name: string): Promise<void> {
			await (await quickRow('Control+KeyP', name, name)).click();
			await tab(name).waitFor();
		},

		/** Puts the cursor at a line and column, both counted from 1. */
		async goTo(line: number, column: number): Promise<void> {
			await quickRow('Control+KeyG', `:${line}:${column}`, new RegExp(`\\b${line}\\b.*\\b${column}\\b`));
			await keyboard.press('Enter');
			await quickInput.waitFor({ state: 'hidden' });
			// A list that opens before the focus is back would close again when it comes.
			await editor.locator('.monaco-editor.focused').waitFor();
			const position = page.locator('.statusbar-item[id="status.editor.selection"]');
			await position.filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor({ state: 'attached' });
		},

		/** Types as a person does, key by key. */
		async type(text: string): Promise<void> {
			await keyboard.type(text, { delay: 20 });
		},

		/** The rows of the completion list, once one of them contains `label`. */
		async suggestions(label: string): Promise<readonly SuggestRow[]> {
			await suggestions.filter({ hasText: label }).first().waitFor();
			return suggestions.evaluateAll((rows) =>
				rows.map((row) => ({
					label: row.querySelector('.label-name')?.textContent ?? '',
					after: row.querySelector('.signature-label')?.textContent ?? '',
					details: row.querySelector('.details-label')?.textContent ?? '',
					focused: row.classList.contains('focused'),
				})),
			);
		},

		/** Asks for the completion list, and waits until the editor says that there is nothing in it. */
		async suggestsNothing(): Promise<void> {
			await pressUntil(
				'Control+Space',
				page.locator('.suggest-widget.visible .message', { hasText: 'No suggestions' }),
			);
		},

		/** Waits until the status bar says something. */
		async status(text: string): Promise<void> {
			await page.locator('.statusbar-item', { hasText: text }).first().waitFor();
		},

		/** A message in the corner that contains `text`. */
		async notification(text: string): Promise<Locator> {
			const found = page.locator('.notifications-toasts .notification-list-item', { hasText: text });
			await found.waitFor();
			return found;
		},

		/** The card beside the completion list. */
		async suggestionDetails(): Promise<string> {
			const card = page.locator('.suggest-details-container .suggest-details');
			// A list that is just being asked for anew takes the key for "open the list", not for "open the card".
			await pressUntil('Control+Space', card.locator('.docs'));
			return (await card.textContent()) ?? '';
		},

		/** Opens the completion list at the cursor. */
		async suggest(): Promise<void> {
			await keyboard.press('Control+Space');
			await suggestions.first().waitFor();
		},

		/** Waits until the row with this label stands first in the completion list. */
		async suggestsFirst(label: string): Promise<void> {
			await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
		},

		/** Accepts the row of the completion list that stands first, once it is the one with this label. */
		async acceptSuggestion(label: string): Promise<void> {
			await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
			await keyboard.press('Tab');
			await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
		},

		/** Opens the list of papers to cite. */
		async citePaper(): Promise<void> {
			await keyboard.press('Control+KeyK');
			await keyboard.press('Control+KeyE');
			await quickInput.waitFor();
		},

		/** The rows of the list of papers, once one of them contains `text`. */
		async paperRows(text: string): Promise<readonly string[]> {
			const rows = quickInput.locator('.monaco-list-row');
			await rows.filter({ hasText: text }).first().waitFor();
			return rows.allInnerTexts();
		},

		/** Types into the list of papers, and waits until the row that contains `text` is the active one. */
		async searchPapers(query: string, text: string): Promise<void> {
			await quickInput.locator('.quick-input-box input').fill(query);
			await quickInput.locator('.monaco-list-row.focused', { hasText: text }).waitFor();
		},

		/** Marks a row of the list of papers. */
		async markRow(text: string): Promise<void> {
			const row = quickInput.locator('.monaco-list-row', { hasText: text });
			await row.locator('.quick-input-list-label, .quick-input-list-entry').first().click();
			await quickInput
				.locator('.monaco-list-row [aria-checked="true"], .monaco-list-row input:checked')
				.first()
				.waitFor();
		},

		/** Cites what is marked in the list of papers, else its active row; done when the text is changed. */
		async citeRows(): Promise<void> {
			await quickInput.locator('.monaco-list-row').first().waitFor();
			await keyboard.press('Enter');
			await quickInput.waitFor({ state: 'hidden' });
			await page.locator('.tab.active.dirty').waitFor();
		},

		/** Rests with the mouse on a word of the text; gives what the hover shows. */
		async hover(word: string): Promise<string> {
			await editor.locator('.view-line span', { hasText: word }).last().hover();
			const content = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: /\S/ }).first();
			await content.waitFor();
			return (await content.textContent()) ?? '';
		},

		/** Waits until the text is underlined somewhere, as an error by default. */
		async squiggle(severity: 'error' | 'warning' | 'info' | 'hint' = 'error'): Promise<void> {
			await editor.locator(`.squiggly-${severity}`).first().waitFor();
		},

		/** Waits until nothing is underlined as an error. */
		async noSquiggle(): Promise<void> {
			await editor.locator('.squiggly-error').first().waitFor({ state: 'detached' });
		},

		/** Rows of the Problems view, once one of them contains `text`. */
		async problems(text: string): Promise<readonly string[]> {
			await run('View: Focus Problems');
			const rows = page.locator('.markers-panel .monaco-list-row, .markers-panel-container .monaco-list-row');
			await rows.filter({ hasText: text }).first().waitFor();
			return rows.allInnerTexts();
		},

		/** Opens the list of repairs at the cursor; gives their titles. */
		async quickFixes(): Promise<readonly string[]> {
			await editor.locator('[class*="lightbulb"], .lightBulbWidget').first().waitFor();
			const rows = page.locator('.action-widget:not(.action-list-submenu-panel) .monaco-list-row.action');
			await pressUntil('Control+Period', rows.first());
			return rows.allInnerTexts();
		},

		/** Chooses the first repair of the opened list whose title contains `title`. */
		async chooseQuickFix(title: string): Promise<void> {
			const list = page.locator('.action-widget:not(.action-list-submenu-panel)').first();
			const rows = list.locator('.monaco-list-row.action');
			const target = (await rows.allInnerTexts()).findIndex((text) => text.includes(title));
			if (target < 0) throw new Error(`No repair is called "${title}".`);
			// Keys, because the list lies under another element in some versions and a click does not reach it.
			for (let i = 0; i < target; i++) await keyboard.press('ArrowDown');
			await list.locator('.monaco-list-row.action.focused', { hasText: title }).waitFor();
			await keyboard.press('Enter');
			await list.waitFor({ state: 'hidden' });
		},

		/** Shows the views of the extension. */
		async openViews(): Promise<void> {
			await page.locator('.activitybar .action-label[aria-label^="Related Work"]').click();
			await page.locator('.part.sidebar .pane-header').nth(3).waitFor();
		},

		/** Pulls at the edge of the side bar; by how many CSS pixels. */
		async widenSideBar(by: number): Promise<void> {
			const { x, y, width, height } = (await page.locator('.part.sidebar').boundingBox())!;
			await page.mouse.move(x + width, y + height / 2);
			await page.mouse.down();
			await page.mouse.move(x + width + by, y + height / 2, { steps: 5 });
			await page.mouse.up();
		},

		/** What the views of the side bar are called, from top to bottom. */
		viewNames(): Promise<readonly string[]> {
			return page.locator('.part.sidebar .pane-header h3').allTextContents();
		},

		/** Takes the mouse off whatever shows a tooltip. */
		async rest(): Promise<void> {
			await page.mouse.move(700, 300);
			await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
		},

		/** What a screen reader says of the rows of a view that are in sight, once one of them contains `text`. */
		async viewRows(view: string, text: string): Promise<readonly string[]> {
			const rows = rowsIn(page, view);
			await rows.filter({ hasText: text }).first().waitFor();
			return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
		},

		/** Drags the first row of a view that contains `text` into the text, in front of the first letter of a word. */
		async dragRow(view: string, text: string, word: string): Promise<void> {
			await rowsIn(page, view).filter({ hasText: text }).first().hover();
			await page.mouse.down();
			const target = editor.locator('.view-line span', { hasText: word }).last();
			const box = (await target.boundingBox())!;
			const before = ((await target.textContent()) ?? '').indexOf(word);
			const letter = box.width / ((await target.textContent()) ?? ' ').length;
			await page.mouse.move(box.x + before * letter + 1, box.y + box.height / 2, { steps: 15 });
			await page.mouse.up();
		},

		/** The page in a webview, once it has something that a selector finds. */
		webview(selector: string): Promise<Frame> {
			return new Promise((resolve, reject) => {
				// Pages load into frames that come and go: whichever has it first is the one.
				const look = (frame: Frame) =>
					frame.waitForSelector(selector).then(
						() => settle(frame),
						() => {},
					);
				const timer = setTimeout(() => settle(undefined), startWait);
				const settle = (frame: Frame | undefined) => {
					clearTimeout(timer);
					page.off('framenavigated', look);
					if (frame) resolve(frame);
					else reject(new Error(`No webview has ${selector}.`));
				};
				page.on('framenavigated', look);
				for (const frame of page.frames()) void look(frame);
			});
		},

		/** Chooses a colour theme by its name; done when the workbench has it. */
		async theme(name: string, kind: 'vs' | 'vs-dark' | 'hc-black' | 'hc-light'): Promise<void> {
			await run('Preferences: Color Theme');
			const list = quickInput.locator('.quick-input-box input');
			await list.fill(name);
			await quickInput.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
			await keyboard.press('Enter');
			await quickInput.waitFor({ state: 'hidden' });
			await page.locator(`.monaco-workbench.${kind}`).waitFor();
		},

		/** Saves the file in the active editor. */
		async save(name: string): Promise<void> {
			await keyboard.press('Control+KeyS');
			await page.locator(`.tab.active:not(.dirty)[data-resource-name="${name}"]`).waitFor();
		},

		/** Writes a picture of the window. */
		async screenshot(file: string): Promise<void> {
			await page.screenshot({ path: file, animations: 'disabled' });
		},
	});
}
