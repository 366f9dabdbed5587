import type { Workbench } from './workbench.ts';

/** What is on the clipboard. */
export function copied({ page }: Workbench): Promise<string> {
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts a text on the clipboard, as another program does. */
export async function copy({ page }: Workbench, text: string): Promise<void> {
	await page.evaluate((content) => navigator.clipboard.writeText(content), text);
}
