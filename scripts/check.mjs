// Everything that can be said of the code without running it: types, lint, format, layers, stale generated files.
import { main, npm, runNode } from './lib/run.mjs';

const mocha = 'node_modules/mocha/bin/mocha.js';

// Biome colours what it prints in CI mode even where nobody can see it.
const colors = process.stdout.isTTY ? [] : ['--colors=off'];

const checks = {
	'types of the core': () => runNode('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/core'),
	'types of everything': () => runNode('node_modules/typescript/bin/tsc', '--noEmit'),
	'lint and format': () => runNode('node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...colors),
	layers: () => runNode(mocha, '--no-config', '--require', 'tsx/cjs', '--reporter', 'dot', 'test/meta/layers.test.ts'),
	'generated files': () => npm('run', '--silent', 'generate', '--', '--check'),
};

await main(async () => {
	const failed = [];
	for (const [name, check] of Object.entries(checks)) if ((await check()) !== 0) failed.push(name);
	if (failed.length > 0) throw new Error(`Failed: ${failed.join(', ')}.`);
	console.log(`${Object.keys(checks).join(', ')}: all in order`);
});
