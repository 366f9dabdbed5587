import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../scripts/vscode/chromium.mjs';
import { installVSCode } from '../../../scripts/vscode/install.mjs';
import { isPinName } from '../../../scripts/vscode/pins.mjs';
import type { Server } from '../../../scripts/vscode/server.mjs';
import { startServer } from '../../../scripts/vscode/server.mjs';
import { installExtension, packExtension } from './packed-extension.ts';
import { createWorkbench, type Workbench } from './workbench.ts';

/** A window on a copy of a folder, which may be changed. */
export interface Window {
	readonly workbench: Workbench;
	/** Absolute path of the copy. */
	readonly folder: string;
	close(): Promise<void>;
}

/** Size in CSS pixels, and how many pixels of a picture each of them has. */
export interface View {
	readonly width?: number;
	readonly height?: number;
	readonly scale?: number;
	/** What extensions speak, as `de`. The editor's own words stay English, since no language pack is installed. */
	readonly language?: string;
	/** What of the copy is opened: the folder by default, a workspace file in it by its name, or no folder at all. */
	readonly opens?: 'folder' | 'nothing' | `${string}.code-workspace`;
}

/** A VS Code that has the packed extension installed and nothing else, and a browser to show it. */
export interface Session {
	/** Opens a copy of `folder` (absolute path) with `file` (relative to it) in the editor, or with an empty editor. */
	open(folder: string, file?: string, view?: View): Promise<Window>;
	close(): Promise<void>;
}

/**
 * Packs and installs the extension and starts VS Code with the given settings of the user; E2E_VSCODE=floor takes the
 * oldest version, E2E_THEME a colour theme.
 *
 * @param more.others paths of other extensions to install, `.vsix` files
 * @param more.alone without the extension itself
 */
export async function startSession(
	settings: Readonly<Record<string, unknown>> = {},
	{ others = [], alone = false }: { readonly others?: readonly string[]; readonly alone?: boolean } = {},
): Promise<Session> {
	const name = process.env.E2E_VSCODE ?? 'current';
	if (!isPinName(name)) throw new Error(`E2E_VSCODE is "${name}"; it can be "floor" or "current".`);
	const temporary = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'related-work-e2e-')));
	let server: Server | undefined;
	let browser: Browser | undefined;
	const close = async () => {
		await browser?.close();
		await server?.stop();
		rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const install = installVSCode(name);
		const extensions = alone ? others : [packExtension(temporary), ...others];
		for (const vsix of extensions) installExtension(vsix, install, temporary);
		const extensionsDir = path.join(temporary, 'extensions');
		const theme = process.env.E2E_THEME;
		const themed = theme ? { 'workbench.colorTheme': theme, ...settings } : settings;
		server = await startServer({ install, extensionsDir, settings: themed });
		browser = await launchChromium();
	} catch (error) {
		await close();
		throw error;
	}
	return { open: (...args) => openWindow(server, browser, temporary, ...args), close };
}

async function openWindow(
	server: Server,
	browser: Browser,
	temporary: string,
	original: string,
	file: string | undefined,
	{ scale = 1, width = 1280, height = 800, language = 'en', opens = 'folder' }: View = {},
): Promise<Window> {
	const folder = path.join(mkdtempSync(path.join(temporary, 'window-')), path.basename(original));
	cpSync(original, folder, { recursive: true });
	const page = await browser.newPage({
		viewport: { width, height },
		deviceScaleFactor: scale,
		reducedMotion: 'reduce',
		locale: 'en-US',
		permissions: ['clipboard-read', 'clipboard-write'],
	});
	// A language pack would set it for the page, from which the server and its extensions have it.
	await page.addInitScript((name) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: name }), language);
	const opened =
		opens === 'folder' ? { folder } : opens === 'nothing' ? { ew: 'true' } : { workspace: path.join(folder, opens) };
	const payload = file ? JSON.stringify([['openFile', server.remoteUri(path.join(folder, file))]]) : '[]';
	const workbench = createWorkbench(page);
	for (let tries = 1; ; tries++) {
		await page.goto(server.pageUrl({ ...opened, payload }));
		await (file ? workbench.shows(path.basename(file)) : workbench.isThere());
		// Now and then this build reads a workspace file too early, and then shows none of its folders.
		if (!('workspace' in opened) || tries === 5 || (await workbench.hasFolder())) break;
	}
	return { workbench, folder, close: () => page.close() };
}
