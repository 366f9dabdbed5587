import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Workbench } from './workbench.ts';

/** Takes a picture for somebody to look at; only where E2E_PICTURES names a folder for them. */
export async function picture(workbench: Workbench, name: string): Promise<void> {
	const folder = process.env.E2E_PICTURES;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	const theme = (process.env.E2E_THEME ?? 'light').replaceAll(/\W+/g, '-').toLowerCase();
	await workbench.screenshot(path.join(folder, `${name}-${theme}.png`));
}
