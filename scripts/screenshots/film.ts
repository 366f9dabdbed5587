import type { Page } from 'playwright-core';
import type { Frame } from './png.ts';

/** Takes pictures of a page one after another. The times are those of the film, not of the machine that takes it. */
export interface Film {
	readonly frames: readonly Frame[];
	/** Index of the frame that stands for the film where nothing moves. */
	readonly poster: number;
	/** Shows the page as it is for so many milliseconds. */
	hold(duration: number): Promise<void>;
	/** Makes what is held next the poster. */
	pose(): void;
	/** Types key by key, each of them seen. */
	type(text: string): Promise<void>;
	/** Presses a key so many times, each of them seen. */
	press(key: string, times?: number): Promise<void>;
	/** Says below the picture what is done, and by which key. */
	caption(text: string, key?: string): Promise<void>;
}

/** Milliseconds between two keys; a person is quicker within a word than between two. */
const keyTime = (key: string) => (key === ' ' ? 70 : 38 + (key.charCodeAt(0) % 4) * 6);
const pressTime = 90;

export function startFilm(page: Page): Film {
	const frames: Frame[] = [];
	let poster = 0;
	let posing = false;

	/** The page once it keeps still: what is drawn late would come at another time on another machine. */
	async function still(): Promise<Buffer> {
		let png = await page.screenshot({ animations: 'disabled' });
		for (let tries = 0; tries < 10; tries++) {
			const next = await page.screenshot({ animations: 'disabled' });
			if (next.equals(png)) return next;
			png = next;
		}
		return png;
	}

	/** A key shows at once; only what follows from it takes time. */
	async function drawn(): Promise<Buffer> {
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		return page.screenshot({ animations: 'disabled' });
	}

	function add(png: Buffer, duration: number): void {
		const last = frames.at(-1);
		if (last && Buffer.from(last.png).equals(png))
			frames[frames.length - 1] = { png, duration: last.duration + duration };
		else frames.push({ png, duration });
		if (posing) poster = frames.length - 1;
		posing = false;
	}

	const hold = async (duration: number) => add(await still(), duration);

	return {
		frames,
		get poster() {
			return poster;
		},
		hold,
		pose() {
			posing = true;
		},
		async type(text) {
			for (const key of text) {
				await page.keyboard.type(key);
				add(await drawn(), keyTime(key));
			}
		},
		async press(key, times = 1) {
			for (let i = 0; i < times; i++) {
				await page.keyboard.press(key);
				add(await drawn(), pressTime);
			}
		},
		caption: (text, key = '') => page.evaluate(writeCaption, { text, key }),
	};
}

/** Runs in the page, so that it can use nothing from outside. */
function writeCaption({ text, key }: { text: string; key: string }): void {
	const id = 'film-caption';
	const bar = document.getElementById(id) ?? document.body.appendChild(document.createElement('div'));
	bar.id = id;
	bar.style.cssText =
		'position:fixed;inset:auto 0 0 0;height:46px;z-index:100000;display:flex;align-items:center;justify-content:center;' +
		'gap:12px;background:#243b63;color:#fff;font:17px sans-serif';
	const words = document.createElement('span');
	words.textContent = text;
	bar.replaceChildren(words);
	if (!key) return;
	const cap = document.createElement('kbd');
	cap.textContent = key;
	cap.style.cssText =
		'padding:2px 10px;border-radius:6px;background:#fff;color:#243b63;font:600 16px sans-serif;box-shadow:0 2px 0 #9db0d3';
	bar.append(cap);
}
