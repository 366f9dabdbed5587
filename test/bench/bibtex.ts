// How quick the BibTeX reader is, beside other parsers of BibTeX over the same text: `npm run bench -- bibtex`.
import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import { parse as retorquere } from '@retorquere/bibtex-parser';
import { bibtexParser as utensils } from 'latex-utensils';
import { createOutliner } from '../../src/core/bibtex/outline.ts';
import { readBlocks } from '../../src/core/bibtex/parser.ts';
import { createStarts } from '../../src/core/bibtex/starts.ts';
import { readSource, readSourceInPieces } from '../../src/core/importers/read-source.ts';
import { readPapers, requireSharedData } from '../support/shared-data.ts';
import { bibtexOf } from '../support/shared-papers.ts';
import { table } from '../support/table.ts';

type Makes = 'keys' | 'fields' | 'papers';

/** Reads a text, and tells how many entries it found. */
type Read = (text: string) => number;

const file = 'file:///papers.bib';
const encoder = new TextEncoder();
const rounds = 7;
/** So much text the slow ones are given. */
const small = 300_000;

/** Keys and ranges alone. */
const outlines: Read = (text) => {
	const outlineAt = createOutliner(text, createStarts(text));
	let found = 0;
	for (let at = text.indexOf('@'); at >= 0; ) {
		const outline = outlineAt(at);
		if (outline) found++;
		at = text.indexOf('@', outline ? outline.close : at + 1);
	}
	return found;
};

/** Every field with its place, as the other parsers' trees have them. */
const fields: Read = (text) => {
	let found = 0;
	for (const block of readBlocks(text)) if (block.kind === 'entry') found++;
	return found;
};

/** From the bytes of the file to papers: decoded, names and dates taken apart, ids recognised; all kept. */
const papers: Read = (text) => readSource({ file, bytes: encoder.encode(text) }).papers.length;

/** The same, but each piece is dropped when it was handed on, as the corpus does. */
const stream: Read = (text) => {
	let found = 0;
	for (const piece of readSourceInPieces({ file, bytes: encoder.encode(text) })) found += piece.papers.length;
	return found;
};

/** The other parsers, and whether what they make is a tree of fields or papers. */
const others: readonly (readonly [name: string, makes: Makes, read: Read, sample: number])[] = [
	['latex-utensils', 'fields', (text) => utensils.parse(text).content.length, 2_000_000],
	['citation-js, fields', 'fields', (text) => plugins.input.data(text, '@bibtex/text').length, 2_000_000],
	[
		'citation-js, CSL',
		'papers',
		(text) => plugins.input.chain(text, { forceType: '@bibtex/text', generateGraph: false }).length,
		2_000_000,
	],
	['@retorquere/bibtex-parser', 'papers', (text) => retorquere(text).entries.length, small],
];

/** The beginning of a text, cut between entries; flat in memory, as the text of a file is. */
function sample(text: string, length: number): string {
	const part = length >= text.length ? text : text.slice(0, text.lastIndexOf('\n@', length) + 1);
	return Buffer.from(part, 'utf16le').toString('utf16le');
}

/** Millions of characters a second of processor time, all threads of the process counted: the best of some rounds. */
function rate(read: Read, text: string): number {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round++) {
		globalThis.gc?.();
		const start = process.cpuUsage();
		read(text);
		const { user, system } = process.cpuUsage(start);
		best = Math.min(best, user + system);
	}
	return text.length / best;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

function compare(text: string): string {
	const ours: readonly (readonly [string, Makes, number])[] = [
		['keys and ranges', 'keys', rate(outlines, text)],
		['all fields with their places', 'fields', rate(fields, text)],
		['papers, one piece after the other', 'papers', rate(stream, text)],
		['papers, all kept', 'papers', rate(papers, text)],
	];
	const theirs = others.map(([name, makes, read, length]) => {
		const part = sample(text, length);
		let speed = Number.NaN;
		try {
			speed = rate(read, part);
		} catch (error) {
			console.log(`${name} gives up: ${error instanceof Error ? error.message.split('\n', 1)[0] : error}`);
		}
		return [name, makes, speed] as const;
	});
	const head = ['', 'MB/s', ...theirs.map(([name]) => `× ${name}`)];
	// Who makes less is not compared: papers are more work than fields.
	const ratio = (makes: Makes, own: number, other: Makes, speed: number) =>
		makes === 'papers' && other === 'fields' ? '' : round(own / speed);
	return table(head, [
		...ours.map(([name, makes, own]) => [
			name,
			round(own),
			...theirs.map(([, other, speed]) => ratio(makes, own, other, speed)),
		]),
		...theirs.map(([name, makes, speed]) => [`${name} (${makes})`, round(speed), ...theirs.map(() => '')]),
	]);
}

/** Steps of a load that does other work in between, and what the process holds at most. */
function steps(text: string): string {
	const bytes = encoder.encode(text);
	let longest = 0;
	let long = 0;
	let count = 0;
	let memory = 0;
	let found = 0;
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let last = performance.now();
	for (const piece of readSourceInPieces({ file, bytes })) {
		const took = performance.now() - last;
		longest = Math.max(longest, took);
		if (took > 15) long++;
		count++;
		found += piece.papers.length;
		if (count % 500 === 0) memory = Math.max(memory, process.memoryUsage().rss - before);
		last = performance.now();
	}
	const size = (bytes.length / 2 ** 20).toFixed(0);
	return `${found} papers of ${size} MB: ${count} steps, ${long} over 15 ms, the longest ${longest.toFixed(0)} ms; ${(memory / 2 ** 20).toFixed(0)} MB more than before.`;
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	for (const [size, lines] of await readPapers(asked.length > 0 ? asked : [10_000, 100_000])) {
		const text = sample(lines.map(bibtexOf).join(''), Number.POSITIVE_INFINITY);
		console.log(
			`${size} entries, ${(text.length / 1e6).toFixed(0)} million characters\n\n${compare(text)}\n\n${steps(text)}\n`,
		);
	}
}

void main();
