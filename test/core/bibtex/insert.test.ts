import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertEntry, removalOf } from '../../../src/core/bibtex/insert.ts';
import { layoutEntry } from '../../../src/core/bibtex/layout.ts';
import { parseBibtex } from '../../../src/core/bibtex/parser.ts';
import { styleOf } from '../../../src/core/bibtex/style.ts';
import type { BibEntry } from '../../../src/core/bibtex/types.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { decode } from '../../../src/core/text/bytes.ts';
import { holderOf } from '../../../src/core/text/holds.ts';
import { differences } from '../../support/round-trip.ts';
import { sharedData } from '../../support/shared-data.ts';

const paper: Paper = {
	id: 'mueller2023',
	type: 'article-journal',
	title: 'Learning to cite with BERT',
	author: [
		{ family: 'Müller', given: 'Jörg' },
		{ family: 'Łoś', given: 'Anna' },
	],
	issued: { 'date-parts': [[2023, 5]] },
	'container-title': 'Journal of Things',
	volume: '3',
	page: '1-10',
	provenance: [],
};

function added(text: string, one = paper, holds?: (character: string) => boolean): string {
	const change = insertEntry(text, one, holds);
	assert.ok(!('refused' in change), JSON.stringify(change));
	return text.slice(0, change.start) + change.newText + text.slice(change.end);
}

/** Samples by what they show: the file, and what stands in it then, in front of the key or behind. */
const styles: readonly (readonly [what: string, file: string, after: string])[] = [
	[
		'tabs, quotes, bare numbers and no comma at the end',
		'@article{a,\n\tauthor = "A",\n\ttitle = "T",\n\tyear = 2001\n}\n',
		'@article{a,\n\tauthor = "A",\n\ttitle = "T",\n\tyear = 2001\n}\n\n@article{mueller2023,\n\tauthor = "Müller, Jörg and Łoś, Anna",\n\ttitle = "Learning to cite with {BERT}",\n\tjournal = "Journal of Things",\n\tvolume = 3,\n\tpages = "1--10",\n\tyear = 2023,\n\tmonth = may\n}\n',
	],
	[
		'columns, capitals and line ends of Windows',
		'@ARTICLE{a,\r\n  TITLE   = {T},\r\n  AUTHOR  = {A},\r\n  JOURNAL = {J},\r\n  YEAR    = {2001},\r\n}\r\n',
		'@ARTICLE{a,\r\n  TITLE   = {T},\r\n  AUTHOR  = {A},\r\n  JOURNAL = {J},\r\n  YEAR    = {2001},\r\n}\r\n\r\n@ARTICLE{mueller2023,\r\n  TITLE   = {Learning to cite with {BERT}},\r\n  AUTHOR  = {Müller, Jörg and Łoś, Anna},\r\n  JOURNAL = {Journal of Things},\r\n  VOLUME  = {3},\r\n  PAGES   = {1--10},\r\n  YEAR    = {2023},\r\n  MONTH   = may,\r\n}\r\n',
	],
	[
		'fields of biblatex, doubled braces and commas in front',
		'@article{a\n , title={{T}}\n , journaltitle={J}\n , date={2001}\n }\n@article{b\n , title={{U}}\n , journaltitle={J}\n , date={2002}\n }',
		'@article{a\n , title={{T}}\n , journaltitle={J}\n , date={2001}\n }\n@article{b\n , title={{U}}\n , journaltitle={J}\n , date={2002}\n }\n@article{mueller2023\n , title={{Learning to cite with BERT}}\n , author={Müller, Jörg and Łoś, Anna}\n , journaltitle={Journal of Things}\n , volume={3}\n , pages={1--10}\n , date={2023-05}\n }',
	],
	[
		'letters as TeX, months in words, and settings at the end',
		'@Article{a,\n  author = {Erd{\\H o}s},\n  month = {June},\n  year = {2001}\n}\n\n@Comment{jabref-meta: x}\n',
		'@Article{a,\n  author = {Erd{\\H o}s},\n  month = {June},\n  year = {2001}\n}\n\n@Article{mueller2023,\n  title = {Learning to cite with {BERT}},\n  author = {M{\\"u}ller, J{\\"o}rg and {\\L}o{\\\'s}, Anna},\n  journal = {Journal of Things},\n  volume = {3},\n  pages = {1--10},\n  month = {May},\n  year = {2023}\n}\n\n@Comment{jabref-meta: x}\n',
	],
	[
		'the plain style, where there is nothing to follow',
		'',
		'@article{mueller2023,\n  title = {Learning to cite with {BERT}},\n  author = {Müller, Jörg and Łoś, Anna},\n  journal = {Journal of Things},\n  volume = {3},\n  pages = {1--10},\n  year = {2023},\n  month = may,\n}\n',
	],
];

describe('BibTeX insertion', () => {
	for (const [what, file, after] of styles) {
		it(`keeps to the style of the file: ${what}`, () => assert.equal(added(file), after));
	}

	it('aligns names to the right, and values in a column', () => {
		const ads =
			'@ARTICLE{a,\n       author = {A},\n        title = "{T}",\n      journal = {J},\n         year = 2001\n}\n';
		assert.match(
			added(ads),
			/\n {7}author = [^\n]+\n {8}title = [^\n]+\n {6}journal = [^\n]+\n[\s\S]*\n {9}year = 2023,\n/,
		);
		const emacs = '@article{a,\n  title =        {T},\n  author =       {A},\n  year =         {2001},\n}\n';
		assert.match(added(emacs), /\n {2}title = {8}\{L[^\n]+\n {2}author = {7}\{M[^\n]+\n {2}journal = {6}\{J/);
	});

	it('finds the place in a file that is in order, with what belongs to its neighbours', () => {
		const entry = (key: string) => `@misc{${key},\n  title = {T}\n}`;
		const sorted = `${['a', 'b', 'm', 'n', 'z'].map(entry).join('\n\n')}\n`;
		const keys = (text: string) => parseBibtex(text).entries.map(({ key }) => key);
		assert.deepEqual(keys(added(sorted)), ['a', 'b', 'm', 'mueller2023', 'n', 'z']);
		assert.deepEqual(keys(added(sorted, { ...paper, id: 'A' })).at(0), 'A');
		const commented = sorted.replace('@misc{n', '% on n\n@misc{n').replace('}\n}\n\n% on', '}\n} % was m\n\n% on');
		assert.match(added(commented), /\} % was m\n\n@article\{mueller2023[\s\S]*\}\n\n% on n\n@misc\{n/);
		const years = [2030, 2024, 2021, 2019, 2001].map((year) => `@misc{k${year}, year = ${year}}`).join('\n');
		assert.deepEqual(keys(added(years))[2], 'mueller2023');
		assert.equal(keys(added(['z', 'b', 'm', 'n', 'a'].map(entry).join('\n'))).at(-1), 'mueller2023');
	});

	it('does not write into an entry that is not closed', () => {
		for (const text of ['@misc{a, title = {A}}\n@misc{b, title = {B', '@misc{a, title = {A}', '@string{x = {a\n']) {
			const change = insertEntry(text, paper);
			assert.match('refused' in change ? change.refused : '', /^has an entry on line \d that is broken or not closed/);
		}
	});

	it('writes what an encoding lacks as TeX, and refuses what TeX has no name for', () => {
		const latin = added('@misc{é, title = {É}}\n', paper, holderOf('iso88591'));
		assert.match(latin, /Müller, Jörg and \{\\L\}o\{\\'s\}, Anna/);
		const change = insertEntry('@misc{é}\n', { ...paper, title: '漢' }, holderOf('windows-1252'));
		assert.match('refused' in change ? change.refused : '', /^cannot hold “漢” in its encoding/);
	});

	it('is read back as the paper it was, and taken out again leaves the file as it was', () => {
		for (const [, file] of styles) checkBothWays(file);
		for (const file of ['% a comment', '@misc{a}\n\n\n', '@misc{a}% x\n', '\ufeff@misc{a, title = {A}}\r\n'])
			checkBothWays(file);
	});

	describe('into real files (../shared/data)', function () {
		this.timeout(300_000);
		const files: { readonly kind: string; readonly name: string; readonly text: string }[] = [];
		before(function () {
			if (!existsSync(join(sharedData, 'bib'))) {
				console.log('      skipped: ../shared/data is not there');
				this.skip();
			}
			for (const kind of ['extract', 'bib']) {
				const folder = join(sharedData, kind);
				for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
					const { text, encoding } = decode(
						name.endsWith('.bib') ? readFileSync(join(folder, name)) : new Uint8Array(),
					);
					if (name.endsWith('.bib') && encoding !== 'binary') files.push({ kind, name, text });
				}
			}
		});

		it('changes nothing else, reads back, and can be taken out again', () => {
			let refused = 0;
			// Larger ones have nothing that the others lack, and are parsed four times.
			const some = files.filter(({ text }) => text.length < 300_000);
			for (const { name, text } of some) {
				const change = insertEntry(text, paper);
				if ('refused' in change) refused++;
				else checkBothWays(text, name);
			}
			console.log(`      ${some.length - refused} of ${some.length} files; the others end in broken entries`);
			assert.ok(refused < some.length / 100);
		});

		for (const [kind, least] of [
			['extract', 0.93],
			['bib', 0.8],
		] as const) {
			it(`sees how a file is written: most entries come out byte for byte (${kind})`, () => {
				let [all, same] = [0, 0];
				for (const { text } of files.filter((file) => file.kind === kind)) {
					const bibliography = parseBibtex(text);
					const style = styleOf(text, bibliography);
					for (const entry of bibliography.entries) {
						if (!entry.key || entry.fields.length === 0) continue;
						all++;
						const written = layoutEntry({ type: entry.type, key: entry.key, fields: valuesOf(text, entry) }, style);
						if (written === text.slice(entry.span.start, entry.span.end)) same++;
					}
				}
				console.log(`      ${((100 * same) / all).toFixed(1)} % of ${all} entries`);
				assert.ok(same / all > least);
			});
		}
	});
});

function checkBothWays(file: string, name = JSON.stringify(file)): void {
	const after = added(file);
	const entry = parseBibtex(after).entries.find(({ key }) => key === paper.id)!;
	const { start, end } = removalOf(after, entry);
	assert.equal(after.slice(0, start) + after.slice(end), file, name);
	const read = (text: string) => readSource({ file: 'file:///x.bib', bytes: new TextEncoder().encode(text) }).papers;
	const papers = read(after);
	assert.deepEqual(differences(paper, papers.find(({ id }) => id === paper.id)!), [], name);
	const others = papers.filter(({ id }) => id !== paper.id);
	const before = read(file);
	assert.equal(others.length, before.length, name);
	for (const [at, other] of others.entries()) assert.deepEqual(differences(before[at]!, other), [], name);
}

/** The values of an entry, without what a style says of them. */
function valuesOf(text: string, { fields }: BibEntry): ReadonlyMap<string, string> {
	return new Map(
		fields.map(({ name, pieces, start, end }) => {
			const [piece] = pieces;
			const isText = pieces.length === 1 && piece?.kind === 'text';
			return [name, isText ? `{${text.slice(piece.start, piece.end)}}` : text.slice(start, end)] as const;
		}),
	);
}
