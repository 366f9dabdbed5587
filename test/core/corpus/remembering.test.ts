import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { remembering } from '../../../src/core/corpus/remembering.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { silent } from '../../../src/core/ports.ts';
import { cancellation, never } from '../../../src/core/util/cancellation.ts';

const file = 'file:///refs.bib';
const load = (corpus: Corpus, text: string) => corpus.load({ file, bytes: new TextEncoder().encode(text) }, never);

/** A corpus that notes the keys whose papers it is asked for. */
function counting(): { readonly corpus: Corpus; readonly asked: string[] } {
	const asked: string[] = [];
	const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
	return {
		asked,
		corpus: {
			...corpus,
			papers(keys, scope, token) {
				asked.push(...keys);
				return corpus.papers(keys, scope, token);
			},
		},
	};
}

describe('a corpus that remembers', () => {
	it('asks for each key once, and gives the same value again', async () => {
		const { corpus, asked } = counting();
		const own = remembering(corpus);
		await load(corpus, '@misc{a, title={A}} @misc{b, title={B}}');
		const [a] = await own.papers(['a', 'none', 'a'], [file], never);
		const again = await own.papers(['b', 'a', 'none'], [file], never);
		assert.deepEqual(asked, ['a', 'none', 'b']);
		assert.deepEqual(
			again.map((paper) => paper?.title),
			['B', 'A', undefined],
		);
		assert.equal(again[1], a);
	});

	it('forgets when papers change, also while it asks', async () => {
		const { corpus } = counting();
		const own = remembering(corpus);
		await load(corpus, '@misc{a, title={A}}');
		const early = own.papers(['a'], [file], never);
		await load(corpus, '@misc{a, title={New}}');
		await early;
		assert.equal((await own.papers(['a'], [file], never))[0]?.title, 'New');
		await load(corpus, '');
		assert.deepEqual(await own.papers(['a'], [file], never), [undefined]);
	});

	it('tells scopes apart, and keeps nothing of what was cancelled', async () => {
		const { corpus, asked } = counting();
		const own = remembering(corpus);
		await load(corpus, '@misc{a, title={A}} @misc{b, title={A}}');
		assert.deepEqual(await own.papers(['a'], [], never), [undefined]);
		const { token, cancel } = cancellation();
		cancel();
		await own.papers(['a'], [file], token);
		assert.equal((await own.papers(['a'], [file], never))[0]?.id, 'a');
		assert.equal(asked.length, 3);
		own.dispose();
		assert.equal((await corpus.papers(['a'], [file], never))[0]?.id, 'a');
	});
});
