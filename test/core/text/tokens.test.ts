import assert from 'node:assert/strict';
import { placedWords, rawWords, splitNumbers, variants, words } from '../../../src/core/text/tokens.ts';

describe('words', () => {
	it('keeps hyphens and apostrophes inside words as written, and cuts there for titles', () => {
		assert.deepEqual(rawWords("O'Brien's Megatron-LM, 2nd ed."), ["O'Brien's", 'Megatron-LM', '2nd', 'ed']);
		assert.deepEqual(words('Multi-Head Attention'), ['multi', 'head', 'attention']);
	});

	it('finds a word by its parts and by the whole', () => {
		assert.deepEqual([...variants('Megatron-LM')].sort(), ['lm', 'megatron', 'megatronlm']);
		assert.deepEqual([...variants('PagedAttention')].sort(), ['attention', 'paged', 'pagedattention']);
		assert.deepEqual([...variants('GPT3')].sort(), ['3', 'gpt', 'gpt3']);
		assert.deepEqual(variants('LSTMs'), ['lstms']);
		assert.deepEqual([...variants('García-Márquez')].sort(), ['garcia', 'garciamarquez', 'marquez']);
	});

	it('takes each Chinese or Japanese sign for a word', () => {
		assert.deepEqual(words('深度学习 with がく'), ['深', '度', '学', '习', 'with', 'が', 'く']);
	});

	it('tells letters from numbers', () => {
		assert.deepEqual(splitNumbers('smith2021a'), ['smith', '2021', 'a']);
	});

	it('says where words stand', () => {
		const text = '“Déjà-vu”, 2';
		assert.deepEqual(
			placedWords(text).map(({ start, end }) => text.slice(start, end)),
			['Déjà', 'vu', '2'],
		);
	});
});
