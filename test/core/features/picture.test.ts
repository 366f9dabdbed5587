import assert from 'node:assert/strict';
import { cancellation, never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@article{a, ids = {alpha}, title = {On Apples}, author = {Smith, Ann}, year = 2001}
@article{b, title = {On Bears}, author = {Jones, Bo}, year = 2003}
@article{c, title = {On Cars}}
%! more.bib
@article{apples, title = {On Apples}, author = {Smith, Ann}, year = 2001}
@article{d, title = {On Doors}}
`;

function open(text: string) {
	const files = fixture(`%! main.tex\n\\bibliography{refs}\n${text}\n${bib}`);
	return { uri: files.uri, service: serviceOver(files.workspace, { corpus: ['more.bib'] }) };
}

const main = `Before \\cite{b}.
\\section{One}
First \\cite{a} and \\cite{b}.

Then \\cite{b,alpha}, and \\cite{nobody}.
\\subsection{Deep}
So \\cite{c}.`;

describe('the picture of what a document cites', () => {
	it('has papers in the order in which they are cited, by section', async () => {
		const { uri, service } = open(main);
		const picture = (await service.picture(uri, never))!;
		assert.deepEqual(
			picture.papers.map(({ key, authors, year, times }) => [key, authors, year, times]),
			[
				['b', 'Jones', 2003, 3],
				['a', 'Smith', 2001, 2],
				['c', '', 0, 1],
			],
		);
		assert.deepEqual(
			picture.sections.map(({ title, depth, papers, citations }) => [title, depth, papers, citations]),
			[
				['', 0, [0], 1],
				['One', 0, [0, 1], 5],
				['Deep', 1, [2], 1],
			],
		);
	});

	it('counts the paragraphs that cite two papers together', async () => {
		const { uri, service } = open(main);
		const { together } = (await service.picture(uri, never))!;
		assert.deepEqual(together, [
			{ papers: [0, 1], paragraphs: 2 },
			{ papers: [0, 2], paragraphs: 1 },
			{ papers: [1, 2], paragraphs: 1 },
		]);
	});

	it('is undefined for what cannot be read, and empty where nothing is cited', async () => {
		const { uri, service } = open('Nothing.');
		assert.deepEqual((await service.picture(uri, never))?.papers, []);
		assert.equal(await service.picture(`${uri}x`, never), undefined);
	});
});

describe('the map of the corpus', () => {
	it('has each work once, and says where cited ones are', async () => {
		const { uri, service } = open(main);
		await service.loadCorpus(never);
		await service.check(uri, never);
		const answer = (await service.topics(uri, ['alpha', 'c', 'nobody'], undefined, never))!;
		const { papers, sources, total } = answer.map!;
		assert.equal(total, 4);
		const keys = answer.places.map((place) => papers[place]?.title);
		assert.deepEqual(keys, ['On Apples', 'On Cars', undefined]);
		const [first] = answer.places;
		const { key, source } = papers[first!]!;
		assert.equal((await service.paperIn(sources[source]!, key, never))?.title, 'On Apples');
	});

	it('is not sent again while the papers are the same', async () => {
		const { uri, service } = open(main);
		await service.loadCorpus(never);
		const first = (await service.topics(uri, [], undefined, never))!;
		const second = (await service.topics(uri, ['c'], first.stamp, never))!;
		assert.ok(first.map);
		assert.equal(second.map, undefined);
		assert.equal(second.stamp, first.stamp);
		assert.equal(second.places.length, 1);
	});

	it('is given up when nobody waits for it any more', async () => {
		const { uri, service } = open(main);
		const { token, cancel } = cancellation();
		const answer = service.topics(uri, [], undefined, token);
		cancel();
		assert.equal(await answer, undefined);
	});
});
