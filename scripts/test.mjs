// All tests with one command, from a clean clone on: installs what they need, builds, checks, runs every suite, and ends
// with one line, "N passed, N failed" (and ", N skipped"). Until `npm ci` has run there are only Node built-ins.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main, runNode } from './lib/run.mjs';

const temporary = mkdtempSync(path.join(os.tmpdir(), 'related-work-test-'));

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<number | void>} run resolves with an exit code
 * @property {boolean} [counts] leaves counts of tests; a stage that should and doesn't has failed
 * @property {boolean} [needed] without it the later ones cannot run
 */

/** @type {readonly Stage[]} */
const stages = [
	{ name: 'dependencies', needed: true, run: ensureDependencies },
	{ name: 'Chromium', run: () => runNode('scripts/install-chromium.mjs') },
	{ name: 'build', needed: true, run: () => runNode('scripts/build.mjs') },
	{ name: 'check', run: () => runNode('scripts/check.mjs') },
	{ name: 'unit tests', counts: true, run: () => mocha('.mocharc.json') },
	{ name: 'tests in VS Code', counts: true, run: () => runNode('test/vscode/run.mjs') },
	{ name: 'tests of the packed extension', counts: true, run: () => mocha('test/e2e/mocharc.json') },
];

/** @param {string} config */
const mocha = (config) =>
	runNode('node_modules/mocha/bin/mocha.js', '--config', config, '--reporter', 'test/support/counting-reporter.ts');

await main(async () => {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const [i, stage] of stages.entries()) {
		const counts = await runStage(stage, path.join(temporary, String(i)));
		total.passed += counts.passed;
		total.failed += counts.failed;
		total.skipped += counts.skipped;
		if (stage.needed && counts.failed > 0) {
			console.log(
				`Not run without ${stage.name}: ${stages
					.slice(i + 1)
					.map((s) => s.name)
					.join(', ')}`,
			);
			break;
		}
	}
	rmSync(temporary, { recursive: true, force: true });
	console.log(summary(total));
	return total.failed > 0 ? 1 : 0;
});

/** @param {Stage} stage @param {string} countsFile */
async function runStage(stage, countsFile) {
	console.log(`\n== ${stage.name}`);
	const started = performance.now();
	process.env.TEST_COUNTS = countsFile;
	const code = await stage.run().catch((error) => {
		console.error(error.message);
		return 1;
	});
	const counts = readCounts(countsFile);
	const crashed = code ? counts.failed === 0 : Boolean(stage.counts) && counts.runs === 0;
	if (crashed) {
		counts.failed++;
		console.error(`${stage.name}: ${code ? `ended with exit code ${code}` : 'ran no tests'}`);
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`-- ${stage.name}: ${stage.counts ? `${summary(counts)}, ` : ''}${seconds} s`);
	return counts;
}

/** The sum of what the runs of a stage left. @param {string} file */
function readCounts(file) {
	const sum = { passed: 0, failed: 0, skipped: 0, runs: 0 };
	let text = '';
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		// Nothing was left.
	}
	for (const line of text.split('\n').filter(Boolean)) {
		const counts = JSON.parse(line);
		sum.passed += counts.passed;
		sum.failed += counts.failed;
		sum.skipped += counts.skipped;
		sum.runs++;
	}
	return sum;
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function summary({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
