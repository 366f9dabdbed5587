import { closeSync, openSync, writeSync } from 'node:fs';
import { paperLines } from './shared-data.ts';
import type { SharedPaper } from './shared-papers.ts';

/** Lines are written so many at a time. */
const batch = 1000;

/**
 * Writes the first papers of the corpus as JSON Lines. Where there are fewer real ones, the others are made of their
 * halves, the same ones every time: good to measure time and memory by, not quality. Their words are fewer than those of
 * as many real papers.
 */
export async function writePapers(file: string, size: number): Promise<void> {
	const target = openSync(file, 'w');
	const rows: SharedPaper[] = [];
	let waiting: string[] = [];
	let written = 0;
	const write = (line: string) => {
		written++;
		if (waiting.push(line) < batch) return;
		writeSync(target, `${waiting.join('\n')}\n`);
		waiting = [];
	};
	for await (const line of paperLines()) {
		if (written === size) break;
		write(line);
		rows.push(JSON.parse(line) as SharedPaper);
	}
	const random = randomNumbers(7);
	while (written < size) write(JSON.stringify(madePaper(rows, random, written)));
	writeSync(target, waiting.join('\n'));
	closeSync(target);
}

/** A paper that begins as one and ends as another; each author has the names of two. */
function madePaper(rows: readonly SharedPaper[], random: () => number, number: number): SharedPaper {
	const any = () => rows[Math.floor(random() * rows.length)]!;
	const [a, b] = [any(), any()];
	const halves = (one: string, other: string) => {
		const [words, others] = [one.split(' '), other.split(' ')];
		return [...words.slice(0, Math.ceil(words.length / 2)), ...others.slice(Math.ceil(others.length / 2))].join(' ');
	};
	const authors = a.authors.map((author) => {
		const other = any().authors[0] ?? author;
		return `${author.split(' ')[0]} ${other.split(' ').at(-1)}`;
	});
	const title = halves(a.title, b.title);
	const family = (authors[0] ?? 'anonymous').split(' ').at(-1)!.toLowerCase();
	const key = `${family}${b.year}${title.split(' ')[0]!.toLowerCase()}${number.toString(36)}`;
	return {
		key,
		title,
		authors,
		year: b.year,
		venue: a.venue ?? '',
		abstract: halves(a.abstract ?? '', b.abstract ?? ''),
	};
}

/** Numbers from 0 up to 1, the same ones for the same seed (xorshift of 32 bits; Marsaglia 2003). */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}
