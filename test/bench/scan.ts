// How quick the LaTeX scanner is, beside parsers and a plain regular expression over the same text: `npm run bench`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as unified } from '@unified-latex/unified-latex-util-parse';
import { latexParser as utensils } from 'latex-utensils';
import { scanLatex } from '../../src/core/languages/latex/scan.ts';
import { decode } from '../../src/core/text/bytes.ts';
import { requireSharedData, sharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';

const CITE = /\\[a-zA-Z]*cite[a-zA-Z]*\*?(\[[^\]]*\])*\{([^}]*)\}/g;
/** So much text the parsers are given, which take a second for each megabyte. */
const SAMPLE = 1e6;

const ours = (text: string) => scanLatex(text, { citeCommands: [] });

/** The least that is of any use: each key and where it stands. */
function plain(text: string): readonly { readonly key: string; readonly start: number }[] {
	const keys: { key: string; start: number }[] = [];
	for (const match of text.matchAll(CITE)) {
		let at = match.index + match[0].length - 1 - match[2]!.length;
		for (const part of match[2]!.split(',')) {
			const key = part.trim();
			keys.push({ key, start: at + part.indexOf(key) });
			at += part.length + 1;
		}
	}
	return keys;
}

/**
 * The least time of the processor, collectors of garbage included, of all runs that fit into two seconds, and how many
 * texts made it throw.
 */
function time(scan: (text: string) => unknown, texts: readonly string[]): { seconds: number; failed: number } {
	let seconds = Number.POSITIVE_INFINITY;
	let failed = 0;
	// What others left behind is theirs to clear away.
	globalThis.gc?.();
	const stop = performance.now() + 2000;
	do {
		failed = 0;
		const start = process.cpuUsage();
		for (const text of texts) {
			try {
				scan(text);
			} catch {
				failed++;
			}
		}
		const { user, system } = process.cpuUsage(start);
		seconds = Math.min(seconds, (user + system) / 1e6);
	} while (performance.now() < stop);
	return { seconds, failed };
}

function documents(): readonly string[] {
	const entries = readdirSync(join(sharedData, 'extract'), { recursive: true, withFileTypes: true });
	const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.tex'));
	return names.map(({ parentPath, name }) => decode(readFileSync(join(parentPath, name))).text);
}

/**
 * One text of all, without the commands that end one, and without those that make a preamble of what came before; flat in
 * memory, as the text of a file is.
 */
function concatenate(texts: readonly string[], length: number): string {
	const once = texts.join('\n').replace(/\\(?:begin|end)\{document\}|\\endinput/g, '');
	const long = once.repeat(Math.ceil(length / once.length)).slice(0, length);
	return Buffer.from(long, 'utf16le').toString('utf16le');
}

const length = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
const rate = (texts: readonly string[], seconds: number) => length(texts) / 1e6 / seconds;
const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

function compare(texts: readonly string[]): string {
	let room = SAMPLE;
	const step = Math.max(1, Math.floor(length(texts) / SAMPLE));
	const sample = texts.filter((text, index) => index % step === 0 && (room -= text.length) > 0);
	const all = [concatenate(texts, length(texts))];
	const sampled = rate(sample, time(ours, sample).seconds);
	const whole = rate(all, time(ours, all).seconds);
	const parsers: readonly (readonly [name: string, parse: (text: string) => unknown])[] = [
		['latex-utensils', (text) => utensils.parse(text)],
		['unified-latex', unified],
	];
	const rows = parsers.map(([name, parse]) => {
		const { seconds, failed } = time(parse, sample);
		const speed = rate(sample, seconds);
		return [
			name,
			round(length(sample) / 1e6),
			`${sample.length}`,
			`${failed}`,
			round(speed),
			round(sampled),
			`×${round(sampled / speed)}`,
		];
	});
	const scanned = rate(all, time(plain, all).seconds);
	rows.push([
		'regular expression',
		round(length(all) / 1e6),
		'1',
		'0',
		round(scanned),
		round(whole),
		`×${round(whole / scanned)}`,
	]);
	return table(['beside', 'M characters', 'texts', 'failed', 'its MB/s', 'our MB/s', 'ratio'], rows);
}

function linearity(texts: readonly string[]): string {
	const rows = [1, 10, 100].map((size) => {
		const text = [concatenate(texts, size * 1e6)];
		const own = time(ours, text).seconds;
		const theirs = time(plain, text).seconds;
		return [`${size}`, (1000 * own).toFixed(0), round(rate(text, own)), round(rate(text, theirs)), round(own / theirs)];
	});
	return table(['M characters', 'ms', 'MB/s', 'regular expression, MB/s', 'times its time'], rows);
}

function main(): void {
	requireSharedData();
	const texts = documents();
	console.log(`${compare(texts)}\n\n${linearity(texts)}\n`);
}

main();
