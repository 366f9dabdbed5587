import assert from 'node:assert/strict';
import { readFromPicture, readFromReport } from '../../src/webviews/messages.ts';

describe('messages from pages', () => {
	const paper = { of: 'map', index: 3, key: 'k' };

	it('are read where they are what a click sends', () => {
		const sent = [
			{ type: 'ready' },
			{ type: 'section', index: 0 },
			{ type: 'open', paper },
			{ type: 'show', paper: { ...paper, of: 'cited' } },
			{ type: 'cite', paper },
		];
		for (const message of sent) assert.deepEqual(readFromPicture(message), message);
		for (const message of [{ type: 'save' }, { type: 'problem', index: 12 }]) {
			assert.deepEqual(readFromReport(message), message);
		}
	});

	it('are ignored where they are anything else', () => {
		const strange: readonly unknown[] = [
			undefined,
			null,
			'ready',
			42,
			[],
			{},
			{ type: 'command', command: 'workbench.action.quit' },
			{ type: ['open'], paper },
			{ type: 'open' },
			{ type: 'open', paper: 'k' },
			{ type: 'open', paper: { ...paper, of: 'disk' } },
			{ type: 'open', paper: { ...paper, index: -1 } },
			{ type: 'open', paper: { ...paper, index: 1.5 } },
			{ type: 'open', paper: { ...paper, index: '3' } },
			{ type: 'open', paper: { ...paper, index: Number.NaN } },
			{ type: 'open', paper: { ...paper, key: { toString: () => 'k' } } },
			{ type: 'section', index: Number.POSITIVE_INFINITY },
			{ type: 'problem', index: '0' },
			{ type: 'problem', index: -1 },
		];
		for (const message of strange) {
			assert.equal(readFromPicture(message), undefined);
			assert.equal(readFromReport(message), undefined);
		}
	});

	it('keep nothing but what they are made of', () => {
		const message = { type: 'open', paper: { ...paper, uri: 'file:///etc/passwd' }, command: 'x' };
		assert.deepEqual(readFromPicture(message), { type: 'open', paper });
	});
});
