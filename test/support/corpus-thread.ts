import path from 'node:path';
import { buildSync } from 'esbuild';
import { bundleOptions, bundles } from '../../scripts/lib/bundles.mjs';

/** Bundles the thread that holds the papers, as it is shipped but for its size; gives the path of its script in `folder`. */
export function buildCorpusThread(folder: string): string {
	const bundle = bundles.find(({ from }) => from === 'src/host/node/corpus-worker.ts');
	if (!bundle) throw new Error('The thread that holds the papers is not among the bundles.');
	const script = path.join(folder, 'corpus-worker.js');
	buildSync({ ...bundleOptions(bundle, false), outfile: script, sourcemap: false, logLevel: 'error' });
	return script;
}
