import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { importers, readSource, readSourceInPieces } from '../../../src/core/importers/index.ts';
import { samples } from '../../support/sources.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (file: string, bytes: Uint8Array | string) =>
	readSource({ file: `file:///${file}`, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes });
const titlesOf = (papers: readonly { readonly title: string }[]) => papers.map(({ title }) => title);
const latin1 = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

describe('formats of reference managers and archives', () => {
	for (const { format, extension, text, titles } of samples) {
		describe(`${format} (${extension})`, () => {
			it('is read whatever the file is called', () => {
				for (const name of [`refs${extension}`, 'refs', 'refs.bib', 'refs.json', 'refs.txt', 'refs.csv']) {
					const result = read(name, text);
					assert.equal(result.format, format, name);
					assert.deepEqual(titlesOf(result.papers), titles, name);
					assert.deepEqual(result.problems, [], name);
				}
			});

			it('is read packed, and by one of its names only', () => {
				const result = read(`refs${extension}.gz`, gzipSync(text));
				assert.deepEqual(result.papers, read(`refs${extension}.gz`, text).papers);
				assert.deepEqual([result.format, result.problems], [format, []]);
				const takers = importers.filter((importer) => !importer.guess && importer.recognises(text));
				assert.deepEqual(
					takers.map(({ id }) => id),
					[format],
				);
			});

			it('is read with a byte order mark, blank lines in front, CRLF and CR, in Latin-1 and in UTF-16', () => {
				const units = Uint16Array.from([...`\ufeff${text}`].map((letter) => letter.charCodeAt(0)));
				const plain = text.replace(/[–]/g, '-');
				const variants: readonly (Uint8Array | string)[] = [
					`\ufeff\r\n\n${text}`,
					text.replaceAll('\n', '\r\n'),
					text.replaceAll('\n', '\r'),
					latin1(plain),
					new Uint8Array(units.buffer),
				];
				for (const variant of variants) {
					const { papers, problems } = read('refs', variant);
					assert.deepEqual(titlesOf(papers), titles);
					assert.ok(problems.every(({ severity }) => severity === 'information'));
				}
			});

			it('says where each paper stands', () => {
				const lines = text.split('\n');
				const { papers } = read('refs', text);
				let last = -1;
				for (const { id, provenance } of papers) {
					const { range, keyRange } = provenance[0]!;
					const start = range.start.line * 10_000 + range.start.character;
					assert.ok(start > last, 'papers stand one behind the other');
					last = range.end.line * 10_000 + range.end.character - 1;
					assert.ok(last > start);
					if (!keyRange) continue;
					const key = lines[keyRange.start.line]!.slice(keyRange.start.character, keyRange.end.character);
					assert.ok(id.endsWith(key), `${key} is the key of ${id}`);
				}
			});

			it('comes in small parts, which are the same as the whole', () => {
				const many = repeated(format, text, 400);
				for (const bytes of [utf8(many), gzipSync(many)]) {
					const parts = [...readSourceInPieces({ file: 'file:///refs', bytes })];
					const most = Math.max(...parts.map(({ papers }) => papers.length));
					assert.ok(parts.length > 4 && most <= 600, `${parts.length} parts, ${most} papers in one`);
					const papers = parts.flatMap((part) => part.papers);
					assert.equal(papers.length, 1200);
					assert.deepEqual(
						parts.flatMap((part) => part.problems),
						[],
					);
					const importer = importers.find(({ id }) => id === format)!;
					assert.deepEqual(papers, importer.read({ file: 'file:///refs', text: many, firstLine: 0 }).papers);
				}
			});

			it('never throws, and keeps the records that are not damaged', () => {
				const second = text.indexOf('Counting') - 30;
				const damage = fc.record({
					at: fc.nat(second - 1),
					length: fc.nat(8),
					text: fc.string({ unit: 'binary', maxLength: 8 }),
				});
				// What opens a comment or a quotation, or begins another record, changes what stands around it.
				const harmless = (written: string) => !/["<>!\p{Cc}-]/u.test(written);
				const from = text.indexOf(titles[0]!.slice(0, 6)) + 1;
				fc.assert(
					fc.property(damage, ({ at, length, text: noise }) => {
						const start = Math.max(at, 0);
						const broken = text.slice(0, start) + noise + text.slice(start + length);
						assert.ok(Array.isArray(read('refs', broken).papers));
						if (start < from || start + length > from + 3 || !harmless(noise)) return;
						assert.equal(titlesOf(read('refs', broken).papers).at(-1), titles.at(-1));
					}),
					{ numRuns: 300 },
				);
			});

			it('is read as far as it goes when it is cut off', () => {
				const whole = read('refs', text).papers.length;
				const end = text.indexOf('Counting');
				const { papers } = read('refs', text.slice(0, end));
				assert.ok(papers.length >= whole - 1);
			});
		});
	}
});

/** A file of many times the records of a sample. */
function repeated(format: string, text: string, times: number): string {
	if (format === 'csv') {
		const header = text.indexOf('\n') + 1;
		return text.slice(0, header) + text.slice(header).repeat(times);
	}
	const open: Readonly<Record<string, [string, string]>> = {
		'endnote-xml': ['<record>', '</records>'],
		'arxiv-atom': ['<entry>', '</feed>'],
		dblp: ['<article mdate', '</dblp>'],
		'acl-xml': ['<volume', '</collection>'],
	};
	const [first, last] = open[format] ?? ['', ''];
	if (!first) return `${text}\n`.repeat(times);
	const start = text.indexOf(first);
	const end = text.lastIndexOf(last!);
	return text.slice(0, start) + text.slice(start, end).repeat(times) + text.slice(end);
}
