// How good search is, on real papers and queries: `npm run quality [-- 1000 10000 100000]`; how good the checker is:
// `npm run quality -- damage`.
import { damageTables } from './damage.ts';
import { searchTables } from './search.ts';

const [what, ...rest] = process.argv.slice(2);
void (what === 'damage' ? damageTables(rest) : searchTables(process.argv.slice(2)));
