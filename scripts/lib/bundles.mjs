// What is built, and how.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject, root } from './project.mjs';

/**
 * @typedef {object} Bundle
 * @property {string} from
 * @property {string} to
 * @property {string[]} [external] modules that whoever loads it provides
 * @property {string} [banner]
 * @property {boolean} [browser] it runs in a browser, and finds nothing of Node
 * @property {'cjs' | 'iife'} [format] `iife` for the script of a page, whose names would be those of the window
 * @property {Record<string, string>} [alias] modules that stand in for others
 * @property {Record<string, string>} [define] what stands for some names
 */

export const cli = 'dist/cli.js';

/** Some packages make a `require` of their own from `import.meta.url`, which a CommonJS bundle hasn't got. */
const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

/** @type {readonly Bundle[]} */
export const bundles = [
	// What the editor loads when it starts the extension, and what that loads a moment later.
	{ from: 'src/vscode/extension.ts', to: 'dist/extension.js', external: ['vscode', './main.js'] },
	{ from: 'src/vscode/main.ts', to: 'dist/main.js', external: ['vscode'] },
	{ from: 'src/host/node/corpus-worker.ts', to: 'dist/corpus-worker.js' },
	{ from: 'src/vscode/extension-web.ts', to: 'dist/web/extension.js', external: ['vscode'], browser: true },
	{ from: 'src/vscode/main-web.ts', to: 'dist/web/main.js', external: ['vscode'], browser: true },
	{ from: 'src/host/browser/corpus-worker.ts', to: 'dist/web/corpus-worker.js', browser: true },
	{ from: 'src/webviews/picture/main.ts', to: 'dist/webviews/picture.js', browser: true, format: 'iife' },
	{ from: 'src/webviews/picture/picture.css', to: 'dist/webviews/picture.css', browser: true },
	{ from: 'src/webviews/report/main.ts', to: 'dist/webviews/report.js', browser: true, format: 'iife' },
	{
		from: 'src/cli/main.ts',
		to: cli,
		banner: `#!/usr/bin/env node\n${importMetaUrl}`,
		define: { 'import.meta.url': 'importMetaUrl' },
	},
	...['test/vscode/suite', 'test/vscode/restricted'].flatMap(suites),
	{
		from: 'test/vscode/web/index.ts',
		to: 'dist/test/vscode/web/index.js',
		external: ['vscode'],
		browser: true,
		alias: { 'node:assert/strict': inProject('test/vscode/web/assert.ts') },
		// Mocha's bundle calls itself an ES module, and exports itself as a CommonJS one wherever there is a `module`.
		define: { module: 'undefined' },
	},
];

/**
 * Each file of suites is a bundle of its own, so that a new one is run by being there; `index.js` runs those beside it.
 * @param {string} folder @returns {Bundle[]}
 */
function suites(folder) {
	const tests = readdirSync(inProject(folder)).filter((name) => name.endsWith('.test.ts'));
	return ['test/vscode/suite/index.ts', ...tests.map((name) => `${folder}/${name}`)].map((from) => ({
		from,
		to: `dist/${folder}/${path.parse(from).name}.js`,
		external: ['vscode', 'mocha'],
	}));
}

/**
 * Packages of which every bundle gets what they have for browsers. For Node, yaml has sixty modules, each a function to
 * call, and l10n reads files, which the core does not do.
 */
const forAll = {
	yaml: inProject('node_modules/yaml/browser/index.js'),
	'@vscode/l10n': inProject('node_modules/@vscode/l10n/dist/browser.js'),
};

/** @param {Bundle} bundle @param {boolean} production @returns {import('esbuild').BuildOptions} */
export const bundleOptions = (
	{ from, to, external = [], banner = '', browser = false, format = 'cjs', alias = {}, define = {} },
	production,
) => ({
	absWorkingDir: root,
	entryPoints: [from],
	outfile: to,
	external,
	banner: { js: banner },
	define,
	alias: { ...forAll, ...alias },
	bundle: true,
	...(browser ? { platform: 'browser', target: 'es2022' } : { platform: 'node', target: 'node20' }),
	format,
	// Some packages' `main` is UMD, whose requires a bundler cannot see.
	mainFields: browser ? ['browser', 'module', 'main'] : ['module', 'main'],
	minify: production,
	// Names appear in error reports.
	keepNames: production,
	sourcemap: production ? false : 'linked',
	logLevel: 'warning',
});
