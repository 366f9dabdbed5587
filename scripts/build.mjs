// Bundles everything into dist/.
//   node scripts/build.mjs [--production] [--watch]
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { inProject, root } from './lib/project.mjs';
import { main } from './lib/run.mjs';

const production = process.argv.includes('--production');
const cli = 'dist/cli.js';

/** Some packages make a `require` of their own from `import.meta.url`, which a CommonJS bundle hasn't got. */
const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

/** What is built: from where, to where, and which modules whoever loads it provides. */
const bundles = [
	{ from: 'src/vscode/extension.ts', to: 'dist/extension.js', external: ['vscode'] },
	{ from: 'src/host/node/corpus-worker.ts', to: 'dist/corpus-worker.js' },
	{ from: 'src/cli/main.ts', to: cli, banner: `#!/usr/bin/env node\n${importMetaUrl}` },
	...suiteFiles().map((name) => ({
		from: `test/vscode/suite/${name}.ts`,
		to: `dist/test/vscode/${name}.js`,
		external: ['vscode', 'mocha'],
	})),
];

/** Each file of the suite is a bundle of its own, so that a new one is run by being there. */
function suiteFiles() {
	const names = readdirSync(inProject('test/vscode/suite'));
	return names.filter((name) => name === 'index.ts' || name.endsWith('.test.ts')).map((name) => path.parse(name).name);
}

/** @param {(typeof bundles)[number] & { external?: string[], banner?: string }} bundle @returns {import('esbuild').BuildOptions} */
const options = ({ from, to, external = [], banner = '' }) => ({
	absWorkingDir: root,
	entryPoints: [from],
	outfile: to,
	external,
	banner: { js: banner },
	define: banner ? { 'import.meta.url': 'importMetaUrl' } : {},
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	// Some packages' `main` is UMD, whose requires a bundler cannot see.
	mainFields: ['module', 'main'],
	minify: production,
	// Names appear in error reports.
	keepNames: production,
	sourcemap: production ? false : 'linked',
	logLevel: 'warning',
});

await main(async () => {
	if (process.argv.includes('--watch')) {
		for (const bundle of bundles) await (await context({ ...options(bundle), logLevel: 'info' })).watch();
		return;
	}
	await Promise.all(bundles.map((bundle) => build(options(bundle))));
	removeStale();
	chmodSync(inProject(cli), 0o755);
});

/** What an earlier build left and this one did not write: it would be packaged, or run as a test. */
function removeStale() {
	const written = new Set(bundles.flatMap(({ to }) => (production ? [to] : [to, `${to}.map`])));
	for (const entry of readdirSync(inProject('dist'), { recursive: true, withFileTypes: true })) {
		const file = path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
		if (entry.isFile() && !written.has(file)) rmSync(inProject(file));
	}
}
