import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeKey } from '../../../src/core/corpus/keys.ts';
import type { Paper } from '../../../src/core/model/paper.ts';

const paper = (title: string, family?: string, year?: number): Paper => ({
	id: '',
	type: 'article',
	title,
	provenance: [],
	...(family ? { author: [{ family }] } : {}),
	...(year ? { issued: { 'date-parts': [[year]] } } : {}),
});

describe('citation keys', () => {
	it('are made of author, title and year, as Better BibTeX makes them', () => {
		assert.equal(makeKey(paper('Attention Is All You Need', 'Vaswani', 2017)), 'vaswaniAttentionAllYou2017');
		assert.equal(
			makeKey(paper('BERT: Pre-training of Deep Bidirectional Transformers', 'Devlin', 2019)),
			'devlinBERTPretrainingDeep2019',
		);
	});

	it('are made of the title alone where nothing else is known', () => {
		assert.equal(makeKey(paper('A Survey on Scaling Laws for Model Selection')), 'surveyScalingLawsModel');
		assert.equal(makeKey(paper('MLOps and GPT-3')), 'mlopsGPT3');
		assert.equal(makeKey(paper('Of the')), 'ofThe');
		assert.equal(makeKey(paper('')), 'paper');
	});

	it('have no accents, and nothing that TeX or BibTeX trips over', () => {
		assert.equal(makeKey(paper('Größe der $\\alpha$-Æther, {100\\%}', 'Łukasz-Ø', 2020)), 'lukaszoGrosseAether1002020');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, family) => {
				assert.match(makeKey(paper(title, family)), /^[\p{L}\p{N}]+$/u);
			}),
		);
	});

	it('are told apart by more words, then by letters', () => {
		const taken = new Set<string>();
		const next = (title: string) => {
			const key = makeKey(paper(title, 'Lee', 2020), (candidate) => taken.has(candidate));
			assert.ok(!taken.has(key.toLowerCase()));
			taken.add(key.toLowerCase());
			return key;
		};
		assert.equal(next('Deep Learning Methods for Text'), 'leeDeepLearningMethods2020');
		assert.equal(next('Deep learning methods for images'), 'leeDeepLearningMethodsImages2020');
		assert.equal(next('Deep Learning Methods'), 'leeDeepLearningMethods2020a');
		assert.equal(next('Deep Learning Methods'), 'leeDeepLearningMethods2020b');
	});

	it('do not depend on what else is there until they clash', () => {
		const one = paper('Scaling Laws', 'Kaplan', 2020);
		assert.equal(
			makeKey(one),
			makeKey(one, (key) => key === 'otherkey'),
		);
	});
});
