import assert from 'node:assert/strict';
import type { Paper } from '../../../src/core/model/paper.ts';
import { reference, referenceStyles } from '../../../src/core/render/reference/index.ts';
import { assertHarmlessMarkdown, assertPlainLine, hostileTitles } from '../../support/hostile.ts';
import { paper } from '../../support/papers.ts';

// Written by hand after the guides of each style.

const journal = paper('baron', 'Redefining Reading: The Impact of Digital Communication Media', {
	type: 'article-journal',
	author: ['Baron, Naomi S.'],
	issued: { 'date-parts': [[2013, 1]] },
	'container-title': 'PMLA',
	volume: '128',
	issue: '1',
	page: '193-200',
	DOI: '10.1632/pmla.2013.128.1.193',
});
const conference = paper('andler', 'Predicate path expressions', {
	type: 'paper-conference',
	author: ['Andler, Sten', 'Bedenel, Anne-Louise', 'Kotsireas, Ilias'],
	year: 1979,
	'container-title': 'Proceedings of the 6th Symposium on Principles of Programming Languages',
	publisher: 'ACM Press',
	'publisher-place': 'New York, NY',
	page: '226-236',
});
const book = paper('jackson', 'The psychology of prejudice', {
	type: 'book',
	author: ['Jackson, Lynne M.', 'Grazer, Brian'],
	year: 2019,
	publisher: 'Simon & Schuster',
	'publisher-place': 'New York',
	edition: '2',
});
const chapter = paper('thoreau', 'Walking', {
	type: 'chapter',
	author: ['Thoreau, Henry David'],
	year: 2016,
	'container-title': 'The Making of the American Essay',
	editor: [{ family: 'D’Agata', given: 'John' }],
	publisher: 'Graywolf Press',
	'publisher-place': 'Minneapolis',
	page: '167-195',
});
const thesis = paper('rutz', 'King Lear and Its Folktale Analogues', {
	type: 'thesis',
	author: ['Rutz, Cynthia Lillian'],
	year: 2013,
	publisher: 'University of Chicago',
});
const preprint = paper('kingma', 'Adam: A Method for Stochastic Optimization', {
	author: ['Kingma, Diederik P.', 'Ba, Jimmy'],
	year: 2014,
	arxiv: '1412.6980v9',
	'container-title': 'CoRR',
});
const report = paper('knuth', 'Notes on Hashing', {
	type: 'report',
	author: ['Knuth, Donald E.'],
	year: 1963,
	publisher: 'Stanford University',
	fields: { number: '12' },
});

const expected: Readonly<Record<string, readonly (readonly [Paper, string])[]>> = {
	apa: [
		[
			journal,
			'Baron, N. S. (2013). Redefining Reading: The Impact of Digital Communication Media. *PMLA*, *128*(1), 193–200. https://doi.org/10.1632/pmla.2013.128.1.193',
		],
		[
			conference,
			'Andler, S., Bedenel, A.-L., & Kotsireas, I. (1979). Predicate path expressions. In *Proceedings of the 6th Symposium on Principles of Programming Languages* (pp. 226–236). ACM Press.',
		],
		[book, 'Jackson, L. M., & Grazer, B. (2019). *The psychology of prejudice* (2nd ed.). Simon & Schuster.'],
		[
			chapter,
			'Thoreau, H. D. (2016). Walking. In J. D’Agata (Ed.), *The Making of the American Essay* (pp. 167–195). Graywolf Press.',
		],
		[
			thesis,
			'Rutz, C. L. (2013). *King Lear and Its Folktale Analogues* [Doctoral dissertation, University of Chicago].',
		],
		[
			preprint,
			'Kingma, D. P., & Ba, J. (2014). *Adam: A Method for Stochastic Optimization* (arXiv:1412.6980). arXiv. https://arxiv.org/abs/1412.6980',
		],
		[report, 'Knuth, D. E. (1963). *Notes on Hashing* (Report No. 12). Stanford University.'],
	],
	ieee: [
		[
			journal,
			'N. S. Baron, “Redefining Reading: The Impact of Digital Communication Media,” *PMLA*, vol. 128, no. 1, pp. 193–200, Jan. 2013, doi: 10.1632/pmla.2013.128.1.193.',
		],
		[
			conference,
			'S. Andler, A.-L. Bedenel, and I. Kotsireas, “Predicate path expressions,” in *Proceedings of the 6th Symposium on Principles of Programming Languages*, New York, NY, 1979, pp. 226–236.',
		],
		[book, 'L. M. Jackson and B. Grazer, *The psychology of prejudice*, 2nd ed. New York: Simon & Schuster, 2019.'],
		[
			chapter,
			'H. D. Thoreau, “Walking,” in *The Making of the American Essay*, J. D’Agata, Ed. Minneapolis: Graywolf Press, 2016, pp. 167–195.',
		],
		[thesis, 'C. L. Rutz, “King Lear and Its Folktale Analogues,” Ph.D. dissertation, University of Chicago, 2013.'],
		[preprint, 'D. P. Kingma and J. Ba, “Adam: A Method for Stochastic Optimization,” 2014, *arXiv:1412.6980*.'],
		[report, 'D. E. Knuth, “Notes on Hashing,” Stanford University, Rep. 12, 1963.'],
	],
	acm: [
		[
			journal,
			'Naomi S. Baron. 2013. Redefining Reading: The Impact of Digital Communication Media. *PMLA* 128, 1 (Jan. 2013), 193–200. https://doi.org/10.1632/pmla.2013.128.1.193',
		],
		[
			conference,
			'Sten Andler, Anne-Louise Bedenel, and Ilias Kotsireas. 1979. Predicate path expressions. In *Proceedings of the 6th Symposium on Principles of Programming Languages*. ACM Press, New York, NY, 226–236.',
		],
		[
			book,
			'Lynne M. Jackson and Brian Grazer. 2019. *The psychology of prejudice* (2nd. ed.). Simon & Schuster, New York.',
		],
		[
			chapter,
			'Henry David Thoreau. 2016. Walking. In *The Making of the American Essay*, John D’Agata (Ed.). Graywolf Press, Minneapolis, 167–195.',
		],
		[
			thesis,
			'Cynthia Lillian Rutz. 2013. *King Lear and Its Folktale Analogues*. Ph.D. Dissertation. University of Chicago.',
		],
		[
			preprint,
			'Diederik P. Kingma and Jimmy Ba. 2014. Adam: A Method for Stochastic Optimization. arXiv:1412.6980. https://arxiv.org/abs/1412.6980',
		],
		[report, 'Donald E. Knuth. 1963. *Notes on Hashing*. Technical Report 12. Stanford University.'],
	],
	chicago: [
		[
			journal,
			'Baron, Naomi S. 2013. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA* 128 (1): 193–200. https://doi.org/10.1632/pmla.2013.128.1.193.',
		],
		[
			conference,
			'Andler, Sten, Anne-Louise Bedenel, and Ilias Kotsireas. 1979. “Predicate path expressions.” In *Proceedings of the 6th Symposium on Principles of Programming Languages*, 226–36. New York, NY: ACM Press.',
		],
		[
			book,
			'Jackson, Lynne M., and Brian Grazer. 2019. *The psychology of prejudice*. 2nd ed. New York: Simon & Schuster.',
		],
		[
			chapter,
			'Thoreau, Henry David. 2016. “Walking.” In *The Making of the American Essay*, edited by John D’Agata, 167–95. Minneapolis: Graywolf Press.',
		],
		[thesis, 'Rutz, Cynthia Lillian. 2013. “King Lear and Its Folktale Analogues.” PhD diss., University of Chicago.'],
		[
			preprint,
			'Kingma, Diederik P., and Jimmy Ba. 2014. “Adam: A Method for Stochastic Optimization.” Preprint, arXiv:1412.6980. https://arxiv.org/abs/1412.6980.',
		],
		[report, 'Knuth, Donald E. 1963. “Notes on Hashing.” Report 12. Stanford University.'],
	],
	mla: [
		[
			journal,
			'Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” *PMLA*, vol. 128, no. 1, Jan. 2013, pp. 193–200, https://doi.org/10.1632/pmla.2013.128.1.193.',
		],
		[
			conference,
			'Andler, Sten, et al. “Predicate path expressions.” *Proceedings of the 6th Symposium on Principles of Programming Languages*, ACM Press, 1979, pp. 226–36.',
		],
		[book, 'Jackson, Lynne M., and Brian Grazer. *The psychology of prejudice*. 2nd ed., Simon & Schuster, 2019.'],
		[
			chapter,
			'Thoreau, Henry David. “Walking.” *The Making of the American Essay*, edited by John D’Agata, Graywolf Press, 2016, pp. 167–95.',
		],
		[
			thesis,
			'Rutz, Cynthia Lillian. *King Lear and Its Folktale Analogues*. 2013. University of Chicago, PhD dissertation.',
		],
		[
			preprint,
			'Kingma, Diederik P., and Jimmy Ba. “Adam: A Method for Stochastic Optimization.” *arXiv*, 2014, https://arxiv.org/abs/1412.6980.',
		],
		[report, 'Knuth, Donald E. *Notes on Hashing*. Stanford University, no. 12, 1963.'],
	],
};

/** As it reads, italics between stars. */
function written(one: Paper, id: string): string {
	const style = referenceStyles.find((known) => known.id === id)!;
	assert.equal(reference(one, style, 'text'), unescaped(reference(one, style, 'markdown')).replaceAll('*', ''));
	return unescaped(reference(one, style, 'markdown'));
}

const unescaped = (markdown: string) => markdown.replace(/\\(.)/g, '$1').replaceAll('&amp;', '&');

describe('References', () => {
	for (const { id, name } of referenceStyles) {
		describe(`in ${name}`, () => {
			for (const [one, text] of expected[id]!) it(`has ${one.id}`, () => assert.equal(written(one, id), text));
		});
	}

	const style = (id: string) => referenceStyles.find((known) => known.id === id)!;
	const many = (count: number) => Array.from({ length: count }, (_, index) => `Name${index + 1}, Ann`);

	it('cut long lists of authors as each style says', () => {
		const of = (id: string, count: number) =>
			reference(paper('x', 'T', { author: many(count), year: 2020 }), style(id), 'text');
		assert.match(of('apa', 20), /Name19, A\., & Name20, A\. \(2020\)/);
		assert.match(of('apa', 22), /Name19, A\., \. \. \. Name22, A\. \(2020\)/);
		assert.match(of('ieee', 6), /A\. Name5, and A\. Name6, “T,”/);
		assert.match(of('ieee', 7), /^A\. Name1 et al\., “T,”/);
		assert.match(of('chicago', 10), /Ann Name9, and Ann Name10\. 2020/);
		assert.match(of('chicago', 11), /Ann Name7, et al\. 2020/);
		assert.match(of('mla', 2), /^Name1, Ann, and Ann Name2\. /);
	});

	it('leave out what is not known', () => {
		const bare = paper('x', 'Untitled Notes?', { type: 'webpage' });
		assert.equal(reference(bare, style('apa'), 'text'), 'Untitled Notes? (n.d.).');
		assert.equal(reference(bare, style('mla'), 'text'), '“Untitled Notes?”');
		assert.equal(reference(bare, style('chicago'), 'text'), '“Untitled Notes?” n.d.');
		const open = paper('x', 'Notes', { author: ['Lee, Al'], year: 2001, fields: { 'and-others': 'author' } });
		assert.match(reference(open, style('ieee'), 'text'), /^A\. Lee et al\., “Notes,” 2001\.$/);
	});

	it('shorten pages as Chicago does', () => {
		const pages = (page: string) => reference({ ...journal, page }, style('chicago'), 'text').match(/\): (\S+)\./)?.[1];
		assert.equal(pages('100-104'), '100–104');
		assert.equal(pages('107--108'), '107–8');
		assert.equal(pages('1496-1500'), '1496–500');
	});

	it('are harmless, whatever a record contains', () => {
		for (const title of Object.values(hostileTitles)) {
			const hostile = { ...journal, title, author: [{ literal: title }], 'container-title': title, URL: title };
			for (const one of referenceStyles) {
				assertPlainLine(reference(hostile, one, 'text'), 2000);
				assertHarmlessMarkdown(reference(hostile, one, 'markdown'), 4000);
			}
		}
	});
});
