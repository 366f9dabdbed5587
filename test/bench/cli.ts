// How long `relwork check` takes for whole theses, and for a folder of them all: `npm run bench -- cli`.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';

const theses = ['aurina-phd', 'sinkpoint', 'dlane-phd'];
const runs = 5;
const folder = path.join(sharedData, 'extract');

/** Loaded in front of the program: says at its end what all of its threads took. */
const telling = `process.on('exit', () => require('node:fs').writeSync(2, '\\n' + JSON.stringify(process.cpuUsage())));`;

/** Seconds by the clock and of CPU, of one process. */
function once(preload: string, target: string): { readonly wall: number; readonly cpu: number; readonly said: string } {
	const start = performance.now();
	const { stdout, stderr } = spawnSync(process.execPath, ['--require', preload, 'dist/cli.js', 'check', target], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	const wall = (performance.now() - start) / 1000;
	const { user, system } = JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as NodeJS.CpuUsage;
	return { wall, cpu: (user + system) / 1e6, said: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

function main(): void {
	if (!existsSync(folder)) {
		console.log('Skipped: the documents to measure on are not in ../shared/data.');
		return;
	}
	execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
	const own = mkdtempSync(path.join(tmpdir(), 'relwork-cli-'));
	const preload = path.join(own, 'telling.cjs');
	writeFileSync(preload, telling);
	const rows: string[][] = [];
	const measure = (name: string, target: string, times: number) => {
		const all = Array.from({ length: times }, () => once(preload, target));
		const least = (of: 'wall' | 'cpu') => Math.min(...all.map((one) => one[of])).toFixed(2);
		rows.push([name, least('wall'), least('cpu'), all[0]!.said]);
	};
	for (const name of theses) {
		const { root } = JSON.parse(readFileSync(path.join(folder, name, 'oracle.json'), 'utf8')) as { root: string };
		measure(name, path.join(folder, name, root), runs);
	}
	measure('all 48 projects', folder, 1);
	rmSync(own, { recursive: true });
	console.log(`relwork check, each time a process of its own; the best of ${runs}, of all projects one.`);
	console.log(table(['what', 's by the clock', 's of CPU', 'which is'], rows));
}

main();
