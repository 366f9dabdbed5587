import type { Corpus } from '../core/corpus/types.ts';
import { baseName } from '../core/util/paths.ts';
import type { Io } from './io.ts';

/** A line on the terminal that comes with long work and goes with it. */
export interface Progress {
	/** What is being done now; shown after a moment only, so that short work shows nothing. */
	show(text: string): void;
	/** Takes the line away. */
	clear(): void;
}

/** Milliseconds before anything is shown. */
const patience = 400;

/** Milliseconds between two changes of the line. */
const pace = 80;

/** Does nothing where standard error is no terminal. */
export function createProgress(io: Io): Progress {
	if (!io.progress) return { show() {}, clear() {} };
	let next = performance.now() + patience;
	let shown = false;
	return {
		show(text) {
			const now = performance.now();
			if (now < next) return;
			next = now + pace;
			shown = true;
			io.tell(`\r\x1b[K${text.slice(0, (io.width ?? 80) - 1)}`);
		},
		clear() {
			if (shown) io.tell('\r\x1b[K');
			shown = false;
			next = performance.now() + patience;
		},
	};
}

/** `[######······] 3 of 7` */
export function bar(done: number, total: number): string {
	const width = 20;
	const full = Math.round((done / Math.max(1, total)) * width);
	return `[${'#'.repeat(full)}${'·'.repeat(width - full)}] ${done} of ${total}`;
}

/** The same corpus, which says what it reads. */
export function reporting(corpus: Corpus, progress: Progress): Corpus {
	/** How many papers were read so far. */
	const running = new Map<string, number>();
	corpus.onDidProgress(({ file, papers }) => void (running.has(file) && running.set(file, papers)));
	let [begun, done] = [0, 0];
	return {
		...corpus,
		async load(source, token) {
			running.set(source.file, 0);
			begun++;
			const started = performance.now();
			const tick = setInterval(() => {
				const [first] = running;
				if (!first) return;
				const papers = first[1] > 0 ? `, ${first[1].toLocaleString('en')} papers` : '';
				const seconds = Math.round((performance.now() - started) / 1000);
				progress.show(`${bar(done, begun)} sources: reading ${baseName(first[0])}${papers}, ${seconds} s`);
			}, pace);
			try {
				return await corpus.load(source, token);
			} finally {
				clearInterval(tick);
				running.delete(source.file);
				done++;
			}
		},
	};
}
