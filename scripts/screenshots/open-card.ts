import type { Workbench } from '../../test/e2e/support/workbench.ts';

/** Opens the card beside the completion list, as high as what it says. */
export async function openCard(workbench: Workbench): Promise<void> {
	await workbench.suggestionDetails();
	// It gets its height when a paper is chosen, which the first one was before there was a card.
	for (const key of ['ArrowDown', 'ArrowUp']) await workbench.page.keyboard.press(key);
}
