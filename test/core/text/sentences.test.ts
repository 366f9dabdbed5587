import assert from 'node:assert/strict';
import { sentencesOf } from '../../../src/core/text/sentences.ts';

/** `§` stands for a citation that was taken out. */
const split = (text: string): string[] => {
	const marked = text.replaceAll('§', '\ue000');
	return sentencesOf(marked).map(({ start, end }) => marked.slice(start, end).replaceAll('\ue000', '§'));
};

describe('sentences', () => {
	const table: [text: string, parts: number][] = [
		['One. Two! Three? Four', 4],
		['As Vaswani et al. show, this works. It does.', 2],
		['This was shown by Vaswani et al. However, it fails.', 2],
		['Smith et al. (2019) agree. So do Lee et al. [3].', 2],
		['See Fig. 3 and Sec. 4.2, Eqs. (5) and Tab. 1. Then go.', 2],
		['Models, e.g. BERT, and others, i.e. GPT, differ. They do.', 2],
		['Work by J. R. R. Tolkien and A. Turing exists. Read it.', 2],
		['It scores 3.14 vs. 2.71 at p < .05. Good.', 2],
		['Use U.S. data. The U.S. The rest follows.', 3],
		['Vitamin C. The cure.', 2],
		['Parsers, taggers, etc. are old. Parsers etc. The rest is new.', 3],
		['Version 2.0. Next', 2],
		['Wait... What?', 2],
		['He said “No.” She left.', 2],
		['(This is so.) And so on.', 2],
		['i.e. lower case. then it goes on. Next', 2],
		['这是一个句子。这是另一个！', 2],
		['Das ist z.B. so. Das auch.', 2],
		['', 0],
		['   ', 0],
	];
	for (const [text, parts] of table) {
		it(`${parts} in ${JSON.stringify(text)}`, () => assert.equal(split(text).length, parts, split(text).join(' | ')));
	}

	it('keep a citation behind a full stop with the sentence before it', () => {
		assert.deepEqual(split('It works.§ It is fast.§'), ['It works.§', 'It is fast.§']);
		assert.deepEqual(split('It works. § It is fast. §'), ['It works. §', 'It is fast. §']);
		assert.deepEqual(split('It works.§,§ It is fast.'), ['It works.§,§', 'It is fast.']);
	});

	it('begin a sentence with the citation that is its subject', () => {
		assert.deepEqual(split('It works. § show that it is fast.'), ['It works.', '§ show that it is fast.']);
	});

	it('cover the text but for the blanks between them', () => {
		const text = 'A b. C d.\n E f';
		assert.deepEqual(
			sentencesOf(text).map(({ start, end }) => text.slice(start, end)),
			['A b.', 'C d.', 'E f'],
		);
	});
});
