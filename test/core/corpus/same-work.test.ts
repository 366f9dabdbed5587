import assert from 'node:assert/strict';
import { identities, type Reason, signatureOf, whySame } from '../../../src/core/corpus/identity.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { paper } from '../../support/papers.ts';

type Fields = Omit<Partial<Paper>, 'author' | 'title'> & { author?: readonly string[]; year?: number };
const work = (title: string, fields: Fields = {}) => paper('', title, { provenance: [], ...fields });

const attention = 'Attention Is All You Need';
const vaswani = ['Vaswani, Ashish', 'Shazeer, Noam', 'Parmar, Niki'];
const survey = 'A Survey of Large Language Models';
const nips = { type: 'paper-conference', 'container-title': 'Advances in Neural Information Processing Systems' };
const journal = { type: 'article-journal', 'container-title': 'Journal of Machine Learning Research' };
const arxiv = { 'container-title': 'arXiv preprint arXiv:1706.03762', arxiv: '1706.03762' };
const full = work(attention, { author: vaswani, year: 2017, ...nips, DOI: '10.1000/attention' });

/** Two records, and why they are one work; `no` where they are not. */
const table: readonly (readonly [what: string, a: Paper, b: Paper, why: Reason | 'no'])[] = [
	// Ids.
	['one DOI in two spellings', full, work('Attention', { DOI: 'https://doi.org/10.1000/ATTENTION' }), 'id'],
	['one DOI, one record bare', full, work('', { DOI: '10.1000/attention' }), 'id'],
	['one DOI, renamed', full, work('Attention, Renamed', { author: vaswani, DOI: '10.1000/attention' }), 'id'],
	['two versions on arXiv', work('One', { arxiv: '1706.03762v1' }), work('One', { arxiv: 'arXiv:1706.03762v7' }), 'id'],
	['an arXiv id and its DOI', work('', { arxiv: '1706.03762' }), work('', { DOI: '10.48550/arXiv.1706.03762' }), 'id'],
	[
		'old arXiv ids, with subject class and without',
		work('', { arxiv: 'math.AG/0601001' }),
		work('', { arxiv: 'math/0601001' }),
		'id',
	],
	['one ACL id in two cases', work('', { acl: 'P15-2138' }), work('', { acl: 'p15-2138' }), 'id'],
	[
		'an ACL id and the DOI that holds it',
		work('', { acl: 'N16-1030' }),
		work('', { DOI: '10.18653/v1/N16-1030' }),
		'id',
	],
	['one PubMed id', work('A', { PMID: '123' }), work('A', { PMID: '123', year: 1999 }), 'id'],
	[
		'an id that a program gives to everything',
		work(attention, { author: vaswani, arxiv: '1011.1669' }),
		work('Deep Learning', { author: ['Smith, A.'], arxiv: '1011.1669' }),
		'no',
	],
	['two DOIs', full, work(attention, { author: vaswani, year: 2017, DOI: '10.1000/other' }), 'no'],
	[
		'two arXiv ids',
		work(attention, { author: vaswani, arxiv: '1706.03762' }),
		work(attention, { author: vaswani, arxiv: '1706.03763' }),
		'no',
	],
	// Pages on the web, which nobody signs.
	[
		'two pages of a site that have its name for their title',
		work('Coin Watch | All Nodes', { fields: { howpublished: '\\url{https://coin.example/blocks}' } }),
		work('Coin Watch | All Nodes', { URL: 'https://coin.example/nodes' }),
		'no',
	],
	[
		'one page, its address written in two ways',
		work('Coin Watch | All Nodes', { fields: { howpublished: '\\url{http://www.coin.example/nodes/}' } }),
		work('Coin Watch | All Nodes', { URL: 'https://coin.example/nodes' }),
		'authorless',
	],
	// Titles as they are written.
	[
		'capitals, hyphens, a full stop',
		work('Pre-training of Transformers', { author: ['Lee, K.'], year: 2020 }),
		work('PRETRAINING of transformers.', { author: ['Lee, Kim'], year: 2020 }),
		'title',
	],
	[
		'accents and ligatures',
		work('Über die Größe der Œuvre', { author: ['Ångström, A.'], year: 1900 }),
		work('Uber die Grosse der Oeuvre', { author: ['Angstrom, A.'], year: 1900 }),
		'title',
	],
	[
		'a colon and a dash',
		work('BERT: A Model', { author: ['Devlin, J.'], year: 2019 }),
		work('BERT – a model', { author: ['Devlin, J.'], year: 2019 }),
		'title',
	],
	[
		'titles of Chinese characters',
		work('小麦育种进展研究', { author: ['王, 伟'], year: 2010 }),
		work('小麦育种进展研究', { author: ['王, 伟'], year: 2010 }),
		'title',
	],
	[
		'parts in Roman numbers',
		work('Theory of Learning, Part I', { author: ['Lee, K.'], year: 2020 }),
		work('Theory of Learning, Part II', { author: ['Lee, K.'], year: 2020 }),
		'no',
	],
	[
		'parts in Arabic numbers',
		work('Theory of Learning 1', { author: ['Lee, K.'] }),
		work('Theory of Learning 2', { author: ['Lee, K.'] }),
		'no',
	],
	[
		'a number with a point and without',
		work('Notes on GPT-3.5 and Others', { author: ['Lee, K.'], year: 2023 }),
		work('Notes on GPT-35 and Others', { author: ['Lee, K.'], year: 2023 }),
		'no',
	],
	[
		'thousands with a comma and without',
		work('The First 10,000 Genomes', { author: ['Lee, K.'], year: 2020 }),
		work('The first 10000 genomes', { author: ['Lee, K.'], year: 2020 }),
		'title',
	],
	[
		'years in titles',
		work('Findings of the 2019 Shared Task', { author: ['Bojar, O.'], year: 2019 }),
		work('Findings of the 2020 Shared Task', { author: ['Bojar, O.'], year: 2020 }),
		'no',
	],
	[
		'signs that are part of a name',
		work('A Tour of C++', { author: ['Lee, K.'], year: 2013 }),
		work('A Tour of C', { author: ['Lee, K.'], year: 2013 }),
		'no',
	],
	[
		'a subtitle more',
		work('Deep Learning', { author: ['Lee, K.'], year: 2015 }),
		work('Deep Learning: A Review', { author: ['Lee, K.'], year: 2015 }),
		'no',
	],
	[
		'an edition in the title',
		work('Speech and Language Processing', { author: ['Jurafsky, D.'] }),
		work('Speech and Language Processing (2nd edition)', { author: ['Jurafsky, D.'] }),
		'no',
	],
	[
		'an edition in its field',
		work('Speech and Language', { author: ['Jurafsky, D.'], type: 'book', edition: '1' }),
		work('Speech and Language', { author: ['Jurafsky, D.'], type: 'book', edition: '2' }),
		'no',
	],
	[
		'volumes of a book',
		work('The Art of Programming', { author: ['Knuth, D.'], type: 'book', volume: '1' }),
		work('The Art of Programming', { author: ['Knuth, D.'], type: 'book', volume: '2' }),
		'no',
	],
	[
		'titles that are none',
		work('No Title', { author: ['Lee, K.'] }),
		work('(No title)', { author: ['Lee, K.'] }),
		'no',
	],
	['nothing at all', work(''), work(''), 'no'],
	[
		'Greek letters and their names in TeX',
		work('Aβ mediates disassembly of NF-κB', { author: ['Lee, K.'], year: 2018 }),
		work('A$\\beta$ mediates disassembly of NF-$\\kappa$B', { author: ['Lee, K.'], year: 2018 }),
		'title',
	],
	// Authors.
	[
		'a survey by other people',
		work(survey, { author: ['Zhao, W.', 'Zhou, K.'], year: 2023 }),
		work(survey, { author: ['Minaee, S.', 'Mikolov, T.'], year: 2023 }),
		'no',
	],
	[
		'a survey by other people, one name in common',
		work(survey, { author: ['Zhao, W.', 'Li, J.'], year: 2023 }),
		work(survey, { author: ['Minaee, S.', 'Li, J.'], year: 2023 }),
		'no',
	],
	[
		'a particle more',
		work(attention, { author: ['van Möller, J.'], year: 2017 }),
		work(attention, { author: ['Moller, J.'], year: 2017 }),
		'title',
	],
	[
		'parts of a name swapped',
		work(attention, { author: ['Wei, Zhang'], year: 2017 }),
		work(attention, { author: ['Zhang, Wei'], year: 2017 }),
		'title',
	],
	[
		'authors in another order',
		work(attention, { author: vaswani, year: 2017 }),
		work(attention, { author: [...vaswani].reverse(), year: 2017 }),
		'title',
	],
	[
		'a list of names as one',
		work(attention, { author: ['Ashish Vaswani; Noam Shazeer; Niki Parmar'], year: 2017 }),
		full,
		'title',
	],
	['no authors on one side', work(attention), full, 'authorless'],
	['no authors on one side, another year', work(attention, { year: 2012 }), full, 'no'],
	['no authors, and a title that names many works', work('Preface'), work('Preface', { author: ['Lee, K.'] }), 'no'],
	// Years, preprints and what came of them.
	['no year on one side', work(attention, { author: vaswani }), full, 'yearless'],
	['a preprint of the year before', work(attention, { author: vaswani, year: 2016, ...arxiv }), full, 'version'],
	['a preprint of the same year', work(attention, { author: vaswani, year: 2017, ...arxiv }), full, 'title'],
	['a preprint of three years before', work(attention, { author: vaswani, year: 2014, ...arxiv }), full, 'version'],
	['a preprint of five years before', work(attention, { author: vaswani, year: 2012, ...arxiv }), full, 'no'],
	['a preprint that was revised later', work(attention, { author: vaswani, year: 2019, ...arxiv }), full, 'version'],
	[
		'a preprint with a DOI of its own',
		work(attention, { author: vaswani, year: 2016, DOI: '10.1101/2016.11.19.469139' }),
		full,
		'version',
	],
	['a preprint by others', work(attention, { author: ['Smith, A.'], year: 2016, ...arxiv }), full, 'no'],
	[
		'what was published, with its arXiv id, and a preprint',
		work(attention, { author: vaswani, year: 2018, ...nips, arxiv: '1706.03762' }),
		work(attention, { author: vaswani, year: 2015 }),
		'version',
	],
	['a record that names no place, a year apart', work(attention, { author: vaswani, year: 2016 }), full, 'version'],
	['a record that names no place, two years apart', work(attention, { author: vaswani, year: 2015 }), full, 'no'],
	[
		'a conference paper and its journal version',
		work(attention, { author: vaswani, year: 2019, ...journal }),
		full,
		'no',
	],
	[
		'editorials of two years',
		work('Message from the Program Chairs', { author: ['Lee, K.'], year: 2019, ...journal }),
		work('Message from the Program Chairs', { author: ['Lee, K.'], year: 2020, ...journal }),
		'no',
	],
	['a thesis and the paper of its title', work(attention, { author: vaswani, year: 2017, type: 'thesis' }), full, 'no'],
];

describe('same work', () => {
	for (const [what, a, b, why] of table) {
		it(`${what}: ${why}`, () => {
			const [one, other] = [signatureOf(a), signatureOf(b)];
			assert.equal(whySame(one, other) ?? 'no', why);
			assert.equal(whySame(other, one) ?? 'no', why);
			if (why !== 'no')
				assert.ok(
					identities(a).some((name) => identities(b).includes(name)),
					'found by nothing in common',
				);
		});
	}
});
