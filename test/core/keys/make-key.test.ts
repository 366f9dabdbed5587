import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyMaker, letters } from '../../../src/core/keys/make-key.ts';
import { paper } from '../../support/papers.ts';

const make = keyMaker();
const work = (title: string, family?: string, year?: number) =>
	paper('', title, { ...(family && { author: [family] }), ...(year !== undefined && { year }) });

describe('citation keys', () => {
	it('are made of author, title and year, as Better BibTeX makes them', () => {
		assert.equal(make(work('Attention Is All You Need', 'Vaswani', 2017)), 'vaswaniAttentionAllYou2017');
		assert.equal(
			make(work('BERT: Pre-training of Deep Bidirectional Transformers', 'Devlin', 2019)),
			'devlinBERTPretrainingDeep2019',
		);
	});

	it('are made of the title alone where nothing else is known, or where the formula gives nothing', () => {
		assert.equal(make(work('A Survey on Scaling Laws for Model Selection')), 'surveyScalingLawsModel');
		assert.equal(make(work('MLOps and GPT-3')), 'mlopsGPT3');
		assert.equal(make(work('Of the')), 'ofThe');
		assert.equal(make(work('')), 'paper');
		assert.equal(keyMaker('year')(work('A Survey on Scaling Laws')), 'surveyScalingLaws');
		assert.equal(keyMaker('title.lower')(work('A Survey on Scaling Laws')), 'surveyscalinglaws');
	});

	it('have no accents, and nothing that TeX or BibTeX trips over', () => {
		assert.equal(make(work('Größe der $\\alpha$-Æther, {100\\%}', 'Łukasz-Ø', 2020)), 'lukaszoGrosseAether1002020');
		assert.equal(keyMaker("'a b\\\\#%' + year + '~{x}'")(work('T', 'L', 2020)), 'ab2020x');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, family) => {
				assert.match(make(work(title, family)), /^[\p{L}\p{N}]+$/u);
			}),
		);
	});

	it('are those of the default where the formula cannot be read', () => {
		assert.equal(keyMaker('nonsense(')(work('Attention Is All', 'Vaswani', 2017)), 'vaswaniAttentionAll2017');
	});

	it('are told apart by letters', () => {
		assert.deepEqual([0, 1, 25, 26, 27, 702].map(letters), ['a', 'b', 'z', 'aa', 'ab', 'aaa']);
	});
});
