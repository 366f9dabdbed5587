// What the checker finds in real documents that were damaged on purpose: `npm run quality -- damage [--misses] [NAME…]`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decode } from '../../src/core/text/bytes.ts';
import { sharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';
import { measureDamage, type Tallies } from './damage/measure.ts';
import { openProject, type Project } from './damage/project.ts';
import { randomFrom } from './damage/random.ts';

const folder = join(sharedData, 'extract');

/** Larger files are pictures and data. */
const LARGEST = 8_000_000;

/** Texts of a folder, by their path in it. */
function textsOf(base: string): Record<string, string> {
	const paths = readdirSync(base, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(?:tex|bib|bbl|sty|cls|ltx|cfg|def|clo)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
	const files = paths.map((path) => [relative(base, path), readFileSync(path)] as const);
	return Object.fromEntries(
		files.filter(([, bytes]) => bytes.length < LARGEST).map(([path, bytes]) => [path, decode(bytes).text]),
	);
}

/** What is said of documents as their authors left them: how often, by rule and severity. */
async function alarmsOf(project: Project, name: string, alarms: Map<string, string[]>): Promise<void> {
	for (const { uri, text } of project.files) {
		for (const { rule, severity, range, message } of await project.check(uri, text)) {
			const kind = `${rule}, ${severity}`;
			alarms.set(kind, [
				...(alarms.get(kind) ?? []),
				`${name} ${uri.split('/').at(-1)}:${range.start.line + 1} ${message}`,
			]);
		}
	}
}

const percent = (part: number, all: number) => ((100 * part) / all).toFixed(1);

/** Prints both tables, or why there is nothing to measure on. */
export async function damageTables(args: readonly string[]): Promise<void> {
	if (!existsSync(folder)) {
		console.log('Skipped: the documents to damage are not in ../shared/data/extract.');
		return;
	}
	const listed = args.includes('--misses');
	const asked = args.filter((arg) => !arg.startsWith('--'));
	const tallies: Tallies = new Map();
	const alarms = new Map<string, string[]>();
	let [documents, citations] = [0, 0];
	for (const name of asked.length > 0 ? asked : readdirSync(folder).sort()) {
		const oracle: { root: string; compile: { complete: boolean } } = JSON.parse(
			readFileSync(join(folder, name, 'oracle.json'), 'utf8'),
		);
		if (!oracle.compile.complete) continue;
		const project = await openProject(textsOf(join(folder, name)), oracle.root);
		documents++;
		citations += project.size;
		await alarmsOf(project, name, alarms);
		await measureDamage(project, randomFrom(documents), tallies, (line) => listed && console.log(`${name} ${line}`));
		project.dispose();
		if (listed) console.log(`${name}: ${Math.round(process.cpuUsage().user / 1e6)} s`);
	}
	const rows = [...tallies]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([kind, { made, found, right, elsewhere, hints }]) => [
			kind,
			`${made}`,
			percent(found, made),
			percent(right, made),
			percent(found, found + elsewhere),
			`${hints}`,
		]);
	console.log(table(['damage', 'made', 'found %', 'first fix right %', 'precision %', 'new hints elsewhere'], rows));
	console.log(`\n${documents} documents, ${citations} citations, as they are:\n`);
	const said = [...alarms].sort(([a], [b]) => a.localeCompare(b));
	const perThousand = (count: number) => ((1000 * count) / citations).toFixed(1);
	console.log(
		table(
			['problems', 'how many', 'in 1,000 citations'],
			said.map(([kind, lines]) => [kind, `${lines.length}`, perThousand(lines.length)]),
		),
	);
	for (const [kind, lines] of said) {
		if (listed || /^(?:misattributed|author)/.test(kind)) for (const line of lines) console.log(`${kind}: ${line}`);
	}
}
