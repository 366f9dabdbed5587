// How good search is, on real papers and queries: `npm run quality [-- 1000 10000 100000]`; how good the checker is:
// `npm run quality -- damage`, and of entries alone: `npm run quality -- entries`.
import { damageTables } from './damage.ts';
import { entryTables } from './entries.ts';
import { searchTables } from './search.ts';

const [what, ...rest] = process.argv.slice(2);

async function run(): Promise<void> {
	if (what === 'entries') return entryTables(rest);
	if (what !== 'damage') return searchTables(process.argv.slice(2));
	await damageTables(rest);
	// Names of documents are of those to damage.
	if (rest.every((arg) => arg.startsWith('--'))) await entryTables(rest);
}

void run();
