// How long the editor waits for the extension before it is there, by the editor's own account, where extensions run in
// Node and where they run in a browser: `npm run bench -- activation`.
import { execFileSync, spawnSync } from 'node:child_process';
import { inProject } from '../../scripts/lib/project.mjs';
import { table } from '../support/table.ts';

const rounds = 5;
const kinds = [
	{ name: 'Node', argv: [], bundle: 'dist/main.js' },
	{ name: 'a browser', argv: ['--extensionDevelopmentKind=web'], bundle: 'dist/web/main.js' },
];

/** Milliseconds to load the code, to call `activate`, and until that was done. */
function measure(argv: readonly string[]): readonly number[] {
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[
			...[inProject('scripts/vscode/code.mjs'), inProject('samples/related-work'), '--disable-extensions', ...argv],
			...[`--extensionDevelopmentPath=${inProject()}`],
			`--extensionTestsPath=${inProject('test/vscode/support/activation-times.cjs')}`,
		],
		{ encoding: 'utf8' },
	);
	const found = /^activation: (.*)$/m.exec(stdout)?.[1];
	if (!found) throw new Error(`The editor said nothing of the extension.\n${stdout}\n${stderr}`);
	return found.split(' ').map(Number);
}

/**
 * The least processor time of many runs, in milliseconds: of compiling what the extension loads when it has been started,
 * and of what runs when it is loaded.
 */
function processorTime(bundle: string): readonly number[] {
	const runs = Array.from({ length: 3 * rounds }, () =>
		execFileSync(process.execPath, [inProject('test/support/load-bundle.cjs'), inProject(bundle)], { encoding: 'utf8' })
			.split(' ')
			.map(Number),
	);
	return [0, 1].map((part) => Math.min(...runs.map((run) => run[part]!)));
}

const prepare = (...argv: string[]) => execFileSync(process.execPath, argv, { cwd: inProject(), stdio: 'inherit' });
prepare('scripts/vscode/install.mjs', 'current');
prepare('scripts/build.mjs', '--production');
const rows = kinds.map(({ name, argv, bundle }) => {
	const all = Array.from({ length: rounds }, () => measure(argv));
	const total = (one: readonly number[]) => one.reduce((sum, value) => sum + value, 0);
	const sorted = all.toSorted((a, b) => total(a) - total(b));
	const [best, middle] = [sorted[0]!, sorted[Math.floor(rounds / 2)]!];
	const cpu = processorTime(bundle).map((value) => value.toFixed(0));
	return [name, ...best.map(String), String(total(best)), String(total(middle)), ...cpu];
});
const times = ['load, ms', 'activate, ms', 'finish, ms', 'best of 5', 'median'];
console.log(table(['extensions in', ...times, 'processor: compile, ms', 'run, ms'], rows));
