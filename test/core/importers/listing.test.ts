import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { listing } from '../../../src/core/importers/listing.ts';

const read = (text: string) => listing.read({ file: 'file:///page.txt', text, firstLine: 0 });
const titles = (text: string) => read(text).papers.map((paper) => paper.title);

const sentence = 'We study how small models can be trained on little data without losing what they knew before. ';
const abstract = (first: string) => `${first} ${sentence.repeat(5).trim()}`;
const header = 'trending\n\nGet papers by mail!\n\nSubscribe\n\nby the community\n\nMay 4\n\n';
const page = (...names: string[]) => header + names.map((name) => `${name}\n\n${abstract(name)}\n`).join('\n');

describe('listing importer', () => {
	it('reads titles and abstracts, and passes over the header', () => {
		const { papers, problems } = read(page('Small Models on Little Data', 'Is Forgetting Necessary?'));
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map((paper) => paper.title),
			['Small Models on Little Data', 'Is Forgetting Necessary?'],
		);
		assert.equal(papers[0]!.abstract, abstract('Small Models on Little Data'));
		assert.equal(papers[0]!.id, '');
		assert.deepEqual(papers[0]!.provenance[0]!.range.start, { line: 10, character: 0 });
	});

	it('takes titles as they are: with colons, questions, math and long names', () => {
		const names = [
			'MODEL: A Method, Its Limits -- and What Comes Next ... for Now',
			'Why Not? On $k$-Means: Part II',
			'Ünïcode 模型',
			`A Title That Goes On ${'and On '.repeat(20).trim()}`,
		];
		assert.deepEqual(titles(page(...names)), names);
	});

	it('reads pages that stand one behind the other, each with its header', () => {
		assert.deepEqual(titles(`${page('First Paper of All')}\n${page('Second Paper of All')}`), [
			'First Paper of All',
			'Second Paper of All',
		]);
		assert.deepEqual(titles(`${page('First Paper of All')}\nMay 5\n\nSecond Paper of All\n\n${abstract('x')}`), [
			'First Paper of All',
			'Second Paper of All',
		]);
	});

	it('reads abstracts of several paragraphs', () => {
		const text = `One Paper\n\n${abstract('a')}\n\n${abstract('b')}\n\nCode is available at example.org.\n\nOther Paper\n\n${abstract('c')}\n`;
		const { papers } = read(text);
		assert.deepEqual(
			papers.map((paper) => paper.title),
			['One Paper', 'Other Paper'],
		);
		assert.ok(papers[0]!.abstract!.endsWith('Code is available at example.org.'));
	});

	it('reads wrapped lines, CRLF, short abstracts and no blank lines at all', () => {
		const wrapped = `A Paper\nof Two Lines\n\n${abstract('a').replaceAll('. ', '.\r\n')}\r\n\r\nNext Paper\r\n\r\n${sentence}${sentence.trim()}\r\n`;
		assert.deepEqual(titles(wrapped), ['A Paper of Two Lines', 'Next Paper']);
		assert.deepEqual(titles(`First Paper\n${abstract('a')}\nSecond Paper\n${abstract('b')}\n`), [
			'First Paper',
			'Second Paper',
		]);
		const short = `Title One\n\n${abstract('a')}\n\nTitle Two\n\n${sentence.trim()} ${sentence.trim()}\n\nTitle Three\n\n${abstract('c')}`;
		assert.deepEqual(titles(short), ['Title One', 'Title Two', 'Title Three']);
	});

	it('says what it leaves out at the end of a page that is cut off', () => {
		const { papers, problems } = read(`${page('One Paper')}\nA Title Without Its Abstract\n`);
		assert.equal(papers.length, 1);
		assert.match(problems[0]!.message, /“A Title Without Its Abstract” stands at the end/);
	});

	it('is recognised by its shape, unlike prose, lists and other formats', () => {
		assert.ok(listing.recognises(page('Small Models on Little Data', 'Is Forgetting Necessary for Learning?')));
		const prose = Array.from({ length: 6 }, () => abstract('It goes on.')).join('\n\n');
		assert.ok(!listing.recognises(`Introduction\n\n${prose}`));
		assert.ok(
			!listing.recognises(
				`Introduction\n\n${abstract('a')}\n\nMethods\n\n${abstract('b')}\n\nResults\n\n${abstract('c')}`,
			),
		);
		assert.ok(
			!listing.recognises(
				`1. The first of our trends:\n\n• ${abstract('a')}\n\n2. The second of our trends:\n\n• ${abstract('b')}`,
			),
		);
		assert.ok(!listing.recognises(`\\section{Related Work of Ours}\n\n${abstract('a')}`));
		assert.ok(!listing.recognises('Some words\n\nand more words'));
	});

	it('never throws', () => {
		const unit = fc.constantFrom('\n', '\n\n', '\r\n', 'word ', sentence, '.', ' ');
		fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), (text) => Array.isArray(read(text).papers)));
	});

	it('reads the real listings: 84, 90 and 81 papers, 248 of them distinct', function () {
		const folder = '../shared/data/seeds';
		if (!existsSync(folder)) {
			console.log(`      skipped: no ${folder} here`);
			this.skip();
		}
		const pages = [1, 2, 3].map((number) => titles(readFileSync(`${folder}/listing-${number}.txt`, 'utf8')));
		assert.deepEqual(
			pages.map((page) => page.length),
			[84, 90, 81],
		);
		assert.equal(new Set(pages.flat()).size, 248);
	});
});
