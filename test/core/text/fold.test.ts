import assert from 'node:assert/strict';
import { fold } from '../../../src/core/text/fold.ts';

describe('folding', () => {
	it('takes off case and accents, and writes out what people type without its stroke', () => {
		assert.equal(fold('Müller'), 'muller');
		assert.equal(fold('ŁUKASZ Kaiser'), 'lukasz kaiser');
		assert.equal(fold('Straße, Ørsted, Æsir'), 'strasse, orsted, aesir');
		assert.equal(fold('İstanbul'), 'istanbul');
	});

	it('is the same for composed and decomposed text, and for text that is folded already', () => {
		for (const text of ['Dvořák', 'Nguyễn', 'Пётр', 'がっこう', '한국어', 'ΑΘΗΝΑ']) {
			assert.equal(fold(text.normalize('NFD')), fold(text));
			assert.equal(fold(fold(text)), fold(text));
		}
	});
});
