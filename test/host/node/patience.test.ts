import assert from 'node:assert/strict';
import { patiently } from '../../../src/host/node/patience.ts';

describe('a file that another program has open', () => {
	/** Refuses so many times, and counts. */
	function attempts(refusals: number, code: string) {
		let count = 0;
		const attempt = async () => {
			if (count++ < refusals) throw Object.assign(new Error(code), { code });
			return 'done';
		};
		return { attempt, count: () => count };
	}

	it('is waited for on Windows', async () => {
		for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
			const { attempt, count } = attempts(3, code);
			assert.equal(await patiently(attempt, true), 'done');
			assert.equal(count(), 4);
		}
	});

	it('is not waited for elsewhere, nor where something else is wrong', async () => {
		const elsewhere = attempts(1, 'EPERM');
		await assert.rejects(patiently(elsewhere.attempt, false), { code: 'EPERM' });
		const absent = attempts(1, 'ENOENT');
		await assert.rejects(patiently(absent.attempt, true), { code: 'ENOENT' });
		assert.deepEqual([elsewhere.count(), absent.count()], [1, 1]);
	});
});
