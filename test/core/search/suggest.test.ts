import assert from 'node:assert/strict';
import type { CitingSentence } from '../../../src/core/corpus/types.ts';
import type { Context } from '../../../src/core/model/citation.ts';
import { paperOfItem } from '../../../src/core/search/library.ts';
import { scoreContext } from '../../../src/core/search/suggest.ts';
import { classics, libraryOf, paper } from '../../support/papers.ts';

const library = libraryOf(classics);

function ranked(context: Context, citing: readonly CitingSentence[] = []): { key: string; why: string | undefined }[] {
	const itemsOfKey = (key: string) => [classics.findIndex(({ id }) => id === key)].filter((item) => item >= 0);
	const { items, scores, why } = scoreContext(library, context, citing, itemsOfKey);
	return [...new Set(items)]
		.sort((a, b) => scores[b]! - scores[a]!)
		.map((item) => ({ key: paperOfItem(library, item).id, why: why(item) }));
}

describe('papers for a sentence', () => {
	it('are found by its words, in whatever form, and say by which', () => {
		const [first] = ranked({ text: 'Training a very deep network by learning residuals became easy.' });
		assert.equal(first!.key, 'he2016deep');
		assert.match(first!.why!, /“residuals”/);
	});

	it('are found by the author whom it names, the year deciding', () => {
		const [first] = ranked({ text: 'The approach of Smith (2020) is different.' });
		assert.equal(first!.key, 'smith2020');
		assert.match(first!.why!, /Smith/);
		assert.equal(ranked({ text: 'Müller et al. disagree.' })[0]!.key, 'muller2019when');
	});

	it('are found by the sentence before where the sentence says little', () => {
		const context = { text: 'This was shown before.', before: 'Soft targets change the calibration of classifiers.' };
		assert.equal(ranked(context)[0]!.key, 'muller2019when');
	});

	it('are found by what the user wrote about them elsewhere', () => {
		const text = 'Phrase structure can stay unannotated.';
		const citing = [{ text: 'Phrase structure emerges unannotated.', keys: ['smith2019jones'] }];
		assert.deepEqual(ranked({ text }), []);
		assert.equal(ranked({ text }, citing)[0]!.key, 'smith2019jones');
	});

	it('are found by what the user cites nearby, and the nearer the better', () => {
		const citing = [
			{ text: 'Something else.', keys: ['he2016deep'], apart: 4 },
			{ text: 'Nothing like it.', keys: ['kingma2015adam'], apart: 1 },
		];
		const found = ranked({ text: 'Phrase structure.' }, citing);
		assert.deepEqual(
			found.slice(0, 2).map(({ key }) => key),
			['kingma2015adam', 'he2016deep'],
		);
		assert.match(found[0]!.why!, /nearby/);
	});

	it('are found by what all other sentences together say of them', () => {
		const citing = [
			{ text: 'Phrase structure can be learned.', keys: ['smith2019jones'] },
			{ text: 'Annotation is expensive.', keys: ['smith2019jones'] },
			{ text: 'Phrase boundaries are expensive.', keys: ['smith2020'] },
		];
		const [first] = ranked({ text: 'Without annotation, structure is hard to come by.' }, citing);
		assert.equal(first!.key, 'smith2019jones');
		assert.match(first!.why!, /^you cited it for “structure”, “annotation”$/);
	});

	it('are found by the subject of what is cited nearby, where the sentence says little', () => {
		const citing = [{ text: 'One way.', keys: ['1909.08053v4'], apart: 1 }];
		const keys = ranked({ text: 'Others went further with large models.' }, citing).map(({ key }) => key);
		assert.ok(keys.indexOf('narayanan2021efficient') < keys.indexOf('devlin2019bert'), keys.join(' '));
	});

	it('do not come first for being cited in the sentence before, where this one is about another', () => {
		const citing = [{ text: 'Very deep networks learn residual functions.', keys: ['he2016deep'], apart: 1 }];
		const [first] = ranked({ text: 'Gradient descent uses estimates of moments.' }, citing);
		assert.equal(first!.key, 'kingma2015adam');
	});

	it('of those that fit alike, that comes first whose entry stands beside one cited nearby', () => {
		const ids = Array.from({ length: 40 }, (_, i) => `p${i}`);
		const alike = ids.map((id) => paper(id, id === 'p9' ? 'Trees' : 'Parsing of Sentences'));
		const small = libraryOf(alike);
		const itemsOfKey = (key: string) => [alike.findIndex(({ id }) => id === key)];
		const citing = [{ text: 'A remark.', keys: ['p9'], apart: 1 }];
		const { items, scores } = scoreContext(small, { text: 'A parsing of sentences.' }, citing, itemsOfKey);
		const best = [...new Set(items)].sort((a, b) => scores[b]! - scores[a]!).map((item) => paperOfItem(small, item).id);
		assert.ok(best.indexOf('p10') < best.indexOf('p2'), best.join(' '));
	});

	it('come by their words where a bibliography is so short that every entry stands beside those cited', () => {
		const short = ['Transformers', 'Sparse Patterns', 'Long Documents', 'Random Features', 'Hashing', 'A Survey'].map(
			(title, i) => paper(`p${i}`, title),
		);
		const list = [paper('recurrent', 'Fast Recurrent Networks by Linear Attention'), paper('other', 'Trees')];
		const keys = [...short, ...list].map(({ id }) => id);
		const small = libraryOf(short, list);
		const citing = ['p1', 'p2', 'p4'].map((key, i) => ({ text: 'Cheaper.', keys: [key], apart: i + 1 }));
		const text = 'Linear attention makes a transformer a recurrent network.';
		const { items, scores } = scoreContext(small, { text }, citing, (key) => [keys.indexOf(key)]);
		const [best] = [...items].sort((a, b) => scores[b]! - scores[a]!);
		assert.equal(keys[best!], 'recurrent');
	});

	it('are found by the words in front of the citation, rather than those behind it', () => {
		const text = 'Residual learning of deep networks, among others, and a method for stochastic optimization.';
		const asked = (lead: string) => ranked({ text, lead })[0]!.key;
		assert.equal(asked('Residual learning of deep networks'), 'he2016deep');
		assert.equal(asked(text.slice(0, -1)), 'kingma2015adam');
	});

	it('mean the work named right before the citation', () => {
		const lead =
			'Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM and Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism';
		const { meant } = scoreContext(library, { text: `${lead} save time.`, lead }, [], () => []);
		assert.deepEqual(
			meant?.items.map((item) => paperOfItem(library, item).id),
			['1909.08053v4'],
		);
	});
});
