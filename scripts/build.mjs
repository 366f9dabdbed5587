// Bundles everything into dist/.
//   node scripts/build.mjs [--production] [--watch]
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { bundleOptions, bundles, cli } from './lib/bundles.mjs';
import { notices, noticesOf, noticesText } from './lib/notices.mjs';
import { inProject, root } from './lib/project.mjs';
import { main } from './lib/run.mjs';

const production = process.argv.includes('--production');

await main(async () => {
	if (process.argv.includes('--watch')) {
		for (const bundle of bundles)
			await (await context({ ...bundleOptions(bundle, production), logLevel: 'info' })).watch();
		return;
	}
	const built = await Promise.all(
		bundles.map(async (bundle) => {
			const { metafile } = await build({ ...bundleOptions(bundle, production), metafile: true });
			return bundle.to.startsWith('dist/test/') ? [] : [metafile];
		}),
	);
	writeFileSync(inProject(notices), noticesText(noticesOf(built.flat())));
	removeStale();
	chmodSync(inProject(cli), 0o755);
});

/** What an earlier build left and this one did not write: it would be packaged, or run as a test. */
function removeStale() {
	const written = new Set([notices, ...bundles.flatMap(({ to }) => (production ? [to] : [to, `${to}.map`]))]);
	for (const entry of readdirSync(inProject('dist'), { recursive: true, withFileTypes: true })) {
		const file = path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
		if (entry.isFile() && !written.has(file)) rmSync(inProject(file));
	}
}
