// Takes the pictures of the README (media/*.png) in the real workbench, with the packed extension and the sample paper.
//   npm run screenshots [-- NAME…]
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inText } from '../test/e2e/support/in-text.ts';
import { type Session, startSession } from '../test/e2e/support/session.ts';
import { inProject } from './lib/project.mjs';
import { main } from './lib/run.mjs';
import { startFilm } from './screenshots/film.ts';
import { encodePng } from './screenshots/png.ts';
import type { Scene } from './screenshots/scene.ts';
import { scenes } from './screenshots/scenes.ts';

/** Nothing but the text and what the extension shows in it; lines are wrapped rather than cut. */
const settings = {
	'breadcrumbs.enabled': false,
	'editor.fontSize': 13,
	'editor.guides.indentation': false,
	'editor.hideCursorInOverviewRuler': true,
	'editor.hover.above': false,
	'editor.lineHeight': 21,
	'editor.overviewRulerBorder': false,
	'editor.padding.top': 10,
	'editor.renderLineHighlight': 'none',
	'editor.scrollbar.horizontal': 'hidden',
	'editor.scrollbar.vertical': 'hidden',
	'editor.stickyScroll.enabled': false,
	'editor.suggestFontSize': 12,
	'editor.suggestLineHeight': 23,
	'editor.wordWrap': 'on',
	'window.menuBarVisibility': 'hidden',
	'workbench.activityBar.location': 'hidden',
	'workbench.editor.editorActionsLocation': 'hidden',
	'workbench.statusBar.visible': false,
};

async function takeAll(): Promise<void> {
	const names = process.argv.slice(2);
	const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
	process.env.FONTCONFIG_FILE = inProject('scripts/screenshots/fonts.conf');
	const temporary = mkdtempSync(path.join(os.tmpdir(), 'related-work-pictures-'));
	const light = stage(path.join(temporary, 'light', 'paper'), {});
	const dark = stage(path.join(temporary, 'dark', 'paper'), { 'workbench.colorTheme': 'Default Dark Modern' });
	const session = await startSession(settings);
	const failed: string[] = [];
	try {
		for (const scene of wanted) {
			const started = performance.now();
			const picture = await take(session, scene.dark ? dark : light, scene);
			if (!picture) {
				failed.push(scene.name);
				continue;
			}
			const file = `media/${scene.name}.png`;
			writeFileSync(inProject(file), picture);
			const seconds = Math.round((performance.now() - started) / 1000);
			console.log(`${file}: ${Math.round(picture.length / 1024)} KB, taken in ${seconds} s`);
		}
	} finally {
		await session.close();
		rmSync(temporary, { recursive: true });
	}
	if (failed.length > 0) throw new Error(`Failed: ${failed.join(', ')}.`);
}

/** Makes the folder that is shown: the sample with the documents of the pictures, under these settings. */
function stage(folder: string, settings: Readonly<Record<string, unknown>>): string {
	for (const part of ['samples/related-work', 'scripts/screenshots/stage'])
		cpSync(inProject(part), folder, { recursive: true });
	mkdirSync(path.join(folder, '.vscode'));
	writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
	return folder;
}

/** Undefined where something did not come about; a picture of what was there instead is in tmp/screenshots. */
async function take(session: Session, folder: string, scene: Scene): Promise<Uint8Array | undefined> {
	const { file, after, width = 800, height = 460 } = scene;
	const window = await session.open(folder, file, { scale: 2, width, height });
	const { workbench } = window;
	const film = startFilm(workbench.page);
	try {
		await workbench.hideSideBar();
		await inText(window).cursorAfter(file, after);
		await workbench.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
		await scene.play(window, film);
		if (film.frames.length === 0) await film.hold(0);
	} catch (error) {
		const seen = inProject('tmp/screenshots', `${scene.name}.png`);
		mkdirSync(path.dirname(seen), { recursive: true });
		await workbench.screenshot(seen);
		console.error(error, `What was on the screen: ${seen}`);
		return undefined;
	} finally {
		await window.close();
	}
	return encodePng(film.frames, film.poster);
}

void main(takeAll);
