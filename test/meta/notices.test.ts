import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { bundleOptions, bundles } from '../../scripts/lib/bundles.mjs';
import { noticesOf, noticesText } from '../../scripts/lib/notices.mjs';

/** Licences under which something may become part of a program under the MIT licence. */
const fitting = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense'];

describe('the notices of what is bundled', () => {
	it('name every package with a licence that fits and whose text is there', async () => {
		const shipped = bundles.filter(({ from }) => from.startsWith('src/'));
		const built = await Promise.all(
			shipped.map((bundle) => build({ ...bundleOptions(bundle, false), write: false, metafile: true })),
		);
		const notices = noticesOf(built.map(({ metafile }) => metafile));
		const names = notices.map(({ name }) => name);
		for (const name of ['fuse.js', 'yaml', 'commander', 'd3-zoom', 'unicode2latex'])
			assert.ok(names.includes(name), name);
		assert.ok(!names.includes('mocha'), 'tests are not shipped');
		assert.deepEqual(
			notices.filter(({ license, text }) => !fitting.includes(license) || !/copyright|public domain/i.test(text)),
			[],
		);
		const text = noticesText(notices);
		for (const { name, version } of notices) assert.ok(text.includes(`${name} ${version} (`), name);
	});
});
