import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { bundleOptions, bundles } from '../../scripts/lib/bundles.mjs';
import { readJson } from '../../scripts/lib/project.mjs';

const forBrowsers = bundles.filter(({ from, browser }) => browser && from.startsWith('src/'));

describe('bundles for browsers', () => {
	it('are what the manifest names, what is loaded after it, and the pages of webviews', () => {
		const { browser } = readJson('package.json');
		const files = forBrowsers.map(({ to }) => `./${to}`);
		const pages = ['picture.js', 'picture.css', 'report.js'].map((name) => `./dist/webviews/${name}`);
		assert.deepEqual(files, [browser, './dist/web/main.js', './dist/web/corpus-worker.js', ...pages]);
	});

	for (const bundle of forBrowsers) {
		it(`${bundle.to} has nothing of Node in it`, async () => {
			const { metafile, outputFiles } = await build({ ...bundleOptions(bundle, false), write: false, metafile: true });
			const [inputs, outputs] = [Object.keys(metafile.inputs), Object.values(metafile.outputs)];
			assert.ok(inputs.includes(bundle.from));
			assert.deepEqual(
				inputs.filter((input) => /^src\/(?:host\/node|cli)\/|^\(disabled\):/.test(input)),
				[],
			);
			const external = outputs.flatMap(({ imports }) => imports.filter((one) => one.external).map(({ path }) => path));
			assert.deepEqual([...new Set(external)], bundle.external ?? []);
			const code = outputFiles.find(({ path }) => path.endsWith('.js'))?.text ?? '';
			const names = code.match(/\b(?:Buffer\.from|__dirname|__filename)\b/g) ?? [];
			assert.deepEqual([...new Set(names)], []);
		});
	}
});
