import assert from 'node:assert/strict';
import {
	aclOfAddress,
	arxivOfDblp,
	findArxiv,
	normaliseDoi,
	parseAcl,
	parseArxiv,
} from '../../../src/core/model/ids.ts';

describe('ids', () => {
	it('finds the DOI in addresses, prefixes and sentences', () => {
		for (const text of [
			'10.1145/3292500.3330919',
			'https://doi.org/10.1145/3292500.3330919',
			'http://dx.doi.org/10.1145%2F3292500.3330919',
			'doi: 10.1145/3292500.3330919.',
		]) {
			assert.equal(normaliseDoi(text), '10.1145/3292500.3330919');
		}
		assert.equal(normaliseDoi('10.1000/a\\_b'), '10.1000/a_b');
		assert.equal(normaliseDoi('10.1016/S0140-6736(19)30001-1)'), '10.1016/S0140-6736(19)30001-1');
		assert.equal(normaliseDoi('11.1000/a'), undefined);
		assert.equal(normaliseDoi('n/a'), undefined);
	});

	it('reads new arXiv ids, with or without version', () => {
		assert.deepEqual(parseArxiv('1504.04909v1'), { id: '1504.04909', version: 1 });
		for (const text of [
			'1706.03762',
			'arXiv:1706.03762',
			'arXiv:1706.03762 [cs.CL]',
			'https://arxiv.org/abs/1706.03762',
			'http://www.arxiv.org/pdf/1706.03762.pdf',
			'10.48550/arXiv.1706.03762',
			'https://doi.org/10.48550/arXiv.1706.03762',
		]) {
			assert.deepEqual(parseArxiv(text), { id: '1706.03762' });
		}
	});

	it('reads old arXiv ids without their subject class', () => {
		assert.deepEqual(parseArxiv('hep-th/9901001v2'), { id: 'hep-th/9901001', version: 2 });
		assert.deepEqual(parseArxiv('cs.CL/0306050'), { id: 'cs/0306050' });
	});

	it('knows numbers that are no arXiv ids', () => {
		for (const text of ['1713.00001', '1501.0001', '0703.0001', '1412.12345', '2024', '1706.037621', 'abc/9901001x']) {
			assert.equal(parseArxiv(text), undefined, text);
		}
	});

	it('finds arXiv ids in running text and in DBLP keys', () => {
		assert.equal(findArxiv('arXiv preprint arXiv:1706.03762v5'), '1706.03762v5');
		assert.equal(findArxiv('CoRR, abs/1706.03762'), '1706.03762');
		assert.equal(findArxiv('Journal of Numbers 1706.03762'), undefined);
		assert.equal(arxivOfDblp('DBLP:journals/corr/abs-1706-03762'), '1706.03762');
		assert.equal(arxivOfDblp('journals/corr/abs-cs-0306050'), 'cs/0306050');
		assert.equal(arxivOfDblp('DBLP:conf/nips/VaswaniSPUJGKP17'), undefined);
	});

	it('reads ACL Anthology ids', () => {
		assert.equal(parseAcl('P15-2138'), 'P15-2138');
		assert.equal(parseAcl('https://aclanthology.org/2026.acl-long.2189.pdf'), '2026.acl-long.2189');
		assert.equal(parseAcl('https://www.aclweb.org/anthology/P15-2138/'), 'P15-2138');
		assert.equal(aclOfAddress('10.18653/v1/2020.acl-main.1'), '2020.acl-main.1');
		assert.equal(aclOfAddress('P15-2138'), undefined);
		assert.equal(parseAcl('smith2020'), undefined);
	});
});
