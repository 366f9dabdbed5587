// Real theses, where they are: how long all of one takes to check, and how long a letter does: `npm run bench -- real-thesis`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../src/core/rules/index.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { type MemoryWorkspace, memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { serviceOver } from '../support/service.ts';
import { sharedData } from '../support/shared-data.ts';
import { quantile, table } from '../support/table.ts';

/** What is measured where nothing is named: many citations, a large bibliography, many lines, one long file. */
const usual = ['aurina-phd', 'sinkpoint', 'dlane-phd', 'garyfallidis-eit'];
const edits = 30;
const folder = path.join(sharedData, 'extract');
/** Every rule, those included that are off by default. */
const all = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

function filesOf(name: string): MemoryWorkspace {
	const base = path.join(folder, name);
	const files = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) =>
		statSync(path.join(base, file)).isFile(),
	);
	return memoryWorkspace(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(base, file))])));
}

/** Files that a project is made of, its largest first, as paths. */
async function measure(name: string): Promise<string[]> {
	const { root } = JSON.parse(readFileSync(path.join(folder, name, 'oracle.json'), 'utf8')) as { root: string };
	const workspace = filesOf(name);
	const service = serviceOver(workspace, { rules: all });
	const cites = await service.cites(uriOf(root), never);
	const files = [...new Set([uriOf(root), ...cites.files])];

	const began = performance.now();
	for (const file of files) await service.check(file, never);
	const whole = performance.now() - began;

	const counts = new Map(files.map((file) => [file, cites.citations.filter((one) => one.file === file).length]));
	const edited = files.reduce((a, b) => (counts.get(a)! < counts.get(b)! ? b : a));
	const text = workspace.text(edited);
	const words = [...text.matchAll(/(?<= )[a-z]{4,}(?= )/g)].map(({ index }) => index);
	const times: number[] = [];
	for (let edit = 0; edit < edits; edit++) {
		const place = words[Math.floor((words.length / edits) * edit)]!;
		workspace.set(edited, `${text.slice(0, place)}h${text.slice(place)}`);
		const start = performance.now();
		await service.check(edited, never);
		times.push(performance.now() - start);
	}
	service.dispose();
	return [
		name,
		`${files.length}`,
		`${cites.citations.length}`,
		whole.toFixed(0),
		`${text.split('\n').length}`,
		`${counts.get(edited)}`,
		quantile(times, 0.5).toFixed(1),
		quantile(times, 0.95).toFixed(1),
	];
}

async function main(): Promise<void> {
	if (!existsSync(folder)) {
		console.log('Skipped: the documents to measure on are not in ../shared/data.');
		return;
	}
	const named = process.argv.slice(2);
	const rows: string[][] = [];
	for (const name of named.length > 0 ? named : usual) rows.push(await measure(name));
	console.log(
		`Theses with every rule on; in the file that cites most, ${edits} letters are typed, and it is checked after each.`,
	);
	const head = [
		'thesis',
		'files',
		'citations',
		'all of it, ms',
		'lines of the file',
		'its citations',
		'a letter p50, ms',
		'p95',
	];
	console.log(table(head, rows));
}

void main();
