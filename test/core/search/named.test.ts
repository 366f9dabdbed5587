import assert from 'node:assert/strict';
import { paperOfItem } from '../../../src/core/search/library.ts';
import { namedWorks } from '../../../src/core/search/named.ts';
import { classics, libraryOf, paper } from '../../support/papers.ts';

const library = libraryOf([
	...classics,
	paper('zero', 'ZeRO: Memory Optimizations Toward Training Trillion Parameter Models'),
	paper('survey1', 'Survey: Parsing of German'),
	paper('glue1', 'GLUE: A Benchmark of Understanding'),
	paper('glue2', 'GLUE: Gluing Meshes'),
	paper('ppo', 'Proximal Policy Optimization Algorithms'),
]);
const keys = (text: string) =>
	namedWorks(library, text).flatMap(({ items }) => items.map((item) => paperOfItem(library, item).id));

describe('works that a sentence names', () => {
	it('are found by their whole title, whatever its case and punctuation', () => {
		assert.deepEqual(keys('As deep residual learning for image recognition showed'), ['he2016deep']);
		assert.deepEqual(keys('See “Attention Is All You Need”.'), ['vaswani2017attention']);
		assert.deepEqual(keys('The Proximal Policy Optimization (PPO) Algorithms balance both.'), ['ppo']);
	});

	it('are found by the short name in front of the colon, as it is spelled there', () => {
		assert.deepEqual(keys('We start from BERT and fine-tune it.'), ['devlin2019bert']);
		assert.deepEqual(keys('Introduced by ZeRO, it works in a zero-shot setting.'), ['zero']);
		assert.deepEqual(keys('It has zero cost; adam and bert are names.'), []);
	});

	it('take the longest name where several overlap', () => {
		const both =
			'Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM and Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism';
		assert.deepEqual(keys(both), ['narayanan2021efficient', '1909.08053v4']);
	});

	it('may stand in front of what is said of them', () => {
		const tools = libraryOf([paper('sirius', 'Sirius: Contextual Sparsity')]);
		assert.equal(namedWorks(tools, 'Sirius: corrects what is sparse.').length, 1);
		assert.equal(namedWorks(tools, 'Sirius corrects.').length, 0);
	});

	it('are not guessed from ordinary words', () => {
		assert.deepEqual(keys('Survey results are given below.'), []);
		const laws = ['Rules', 'Courts', 'Money', 'Votes'].map((word) => paper(word, `${word} of Congress`));
		const politics = libraryOf([...laws, paper('ray2010', 'Congress'), paper('ito2001', 'Powerwall')]);
		assert.equal(namedWorks(politics, 'Members of Congress react.').length, 0);
		assert.equal(namedWorks(politics, 'It is shown on a Powerwall.').length, 1);
		const treaties = libraryOf([paper('ray2001', 'U.S.: Trade with Japan')]);
		assert.equal(namedWorks(treaties, 'It was funded by the U.S. Navy.').length, 0);
		const imaging = libraryOf([paper('johansen2009', 'Diffusion MRI'), paper('ng2016', 'TensorFlow Data Sets')]);
		assert.equal(namedWorks(imaging, 'Scans by diffusion MRI were taken.').length, 0);
		assert.equal(namedWorks(imaging, 'See Diffusion MRI, and Tensorflow Data Sets.').length, 2);
	});

	it('are all that have the name, and how many that are', () => {
		assert.deepEqual(keys('We evaluate on GLUE.'), ['glue1', 'glue2']);
		assert.deepEqual(
			namedWorks(library, 'We evaluate on GLUE and BERT.').map(({ works }) => works),
			[2, 1],
		);
	});

	it('may have a name of small letters where hardly any paper has the word and a citation follows', () => {
		const tools = libraryOf([...classics, paper('dask', 'dask: Parallel Computation with Blocked Algorithms')]);
		const found = (text: string) => namedWorks(tools, text).map(({ name }) => name);
		assert.deepEqual(found('We use dask \ue000 throughout.'), ['dask']);
		assert.deepEqual(found('Dask \ue000 is quick.'), ['Dask']);
		assert.deepEqual(found('We use dask throughout.'), []);
	});
});
