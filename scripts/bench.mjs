// Runs the benchmarks, bundled as the product is: modules loaded one by one call each other more slowly.
//   npm run bench [-- NAME… SIZE…]     files of test/bench, all without a name; what is no name is handed on
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { inProject, root } from './lib/project.mjs';
import { main, run } from './lib/run.mjs';

const names = readdirSync(inProject('test/bench')).map((name) => path.parse(name).name);

await main(async () => {
	const wanted = process.argv.slice(2);
	const asked = wanted.filter((word) => names.includes(word));
	const rest = wanted.filter((word) => !names.includes(word));
	for (const name of asked.length > 0 ? asked : names) {
		const outfile = inProject(`tmp/bench/${name}.mjs`);
		await build({
			absWorkingDir: root,
			entryPoints: [`test/bench/${name}.ts`],
			outfile,
			bundle: true,
			platform: 'node',
			format: 'esm',
			packages: 'external',
			// Programs in themselves, which know where they are.
			external: ['./scripts/*'],
			logLevel: 'warning',
		});
		const code = await run(process.execPath, ['--expose-gc', outfile, ...rest]);
		if (code !== 0) throw new Error(`${name} ended with ${code}.`);
	}
});
