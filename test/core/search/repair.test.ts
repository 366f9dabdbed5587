import assert from 'node:assert/strict';
import { paperOfItem } from '../../../src/core/search/library.ts';
import { meantBy } from '../../../src/core/search/repair.ts';
import { classics, libraryOf, paper } from '../../support/papers.ts';

const library = libraryOf([
	...classics,
	paper('zhu-etal-2021-online', 'Online Clustering of Streams', { author: ['Zhu, Wei'], year: 2021 }),
	paper('2311.10709v2', 'Emu Video', { arxiv: '2311.10709v2' }),
	paper('emu-other', 'Something Else', { arxiv: '2311.10122v3' }),
]);
const meant = (key: string) => meantBy(library, key).map(({ item }) => paperOfItem(library, item).id);

describe('what an unknown key may mean', () => {
	for (const [unknown, key] of [
		['vaswani2107attention', 'vaswani2017attention'],
		['Vaswani2017Attention', 'vaswani2017attention'],
		['vaswani2018attention', 'vaswani2017attention'],
		['vaswani-etal-2017-attention', 'vaswani2017attention'],
		['attention_vaswani_2017', 'vaswani2017attention'],
		['Vaswani17', 'vaswani2017attention'],
		['vaswani2017attentionv2', 'vaswani2017attention'],
		['zhu2021online', 'zhu-etal-2021-online'],
		['devlin2018bert', 'devlin2019bert'],
		['ba2015adam', 'kingma2015adam'],
		['VaswaniAttentionNeed2017', 'vaswani2017attention'],
		['need_vaswani_2017', 'vaswani2017attention'],
		['DBLP:conf/nips/VaswaniSP17', 'vaswani2017attention'],
		['DBLP:journals/corr/abs-2104-04473', 'narayanan2021efficient'],
		['muler2019', 'muller2019when'],
		['1909.08053', '1909.08053v4'],
		['arXiv:1909.08053v1', '1909.08053v4'],
		['2311.10709v1', '2311.10709v2'],
		['2104.04473v5', 'narayanan2021efficient'],
	] as const) {
		it(`${unknown}: ${key}`, () => assert.equal(meant(unknown)[0], key));
	}

	it('is no other arXiv paper, however near its number', () => {
		assert.deepEqual(meant('2311.10709v1'), ['2311.10709v2']);
	});

	it('is nothing where nothing is near', () => {
		assert.deepEqual(meant('qqqqqqqqqqqq'), []);
		assert.deepEqual(meant(''), []);
	});

	it('says why', () => {
		assert.match(meantBy(library, '1909.08053v1')[0]!.why, /version 4/);
		assert.match(meantBy(library, 'VASWANI2017ATTENTION')[0]!.why, /case/);
	});
});
