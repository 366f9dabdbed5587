import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultConfig } from '../../../src/core/config.ts';
import { createConfigSource } from '../../../src/core/config-source.ts';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { silent } from '../../../src/core/ports.ts';
import { createCitationService } from '../../../src/core/service.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { createNodeWorkspace, uriOf } from '../../../src/host/node/workspace.ts';
import { table } from '../../support/table.ts';

const projects = resolve('../shared/data/extract');

/** What LaTeX, and BibTeX or biber after it, made of a project. */
interface Oracle {
	readonly root: string;
	readonly allKeys: readonly string[];
	/** Cited keys that no bibliography has as they are written; not there where the bibliographies themselves are not. */
	readonly keysNotInBib?: readonly string[];
	readonly bibMissing: readonly string[];
	readonly keysInBibOtherCase?: readonly string[];
	readonly compile: { readonly complete: boolean };
}

/** Keys that `check` complains of, by rule and severity, over all documents of a project. */
async function complaintsOf(name: string, root: string) {
	const workspace = createNodeWorkspace({ folders: [uriOf(join(projects, name))] });
	const service = createCitationService({
		workspace,
		corpus: createCorpus({ breathe: () => new Promise((done) => setImmediate(done)), log: silent }),
		config: createConfigSource(workspace, { forFile: () => defaultConfig }),
		log: silent,
	});
	const uri = uriOf(join(projects, name, root));
	await service.adopt(uri, never);
	const { files, open, citations } = await service.cites(uri, never);
	const found = new Map<string, Set<string>>();
	for (const file of files) {
		for (const { rule, severity, data } of await service.check(file, never)) {
			const kind = `${rule} ${severity}`;
			found.set(kind, (found.get(kind) ?? new Set()).add(String(data?.key)));
		}
	}
	service.dispose();
	const keys = (kind: string): ReadonlySet<string> => found.get(kind) ?? new Set();
	return { keys, closed: open.length === 0, citations: citations.length };
}

describe('keys of real projects (../shared/data/extract)', function () {
	this.timeout(120_000);
	const wrong: string[] = [];
	const rows: string[][] = [];

	before(async function () {
		if (!existsSync(projects)) {
			console.log('      skipped: ../shared/data is not there');
			this.skip();
		}
		for (const name of readdirSync(projects)) {
			const oracle = JSON.parse(readFileSync(join(projects, name, 'oracle.json'), 'utf8')) as Oracle;
			if (!oracle.compile.complete) continue;
			const { keys, closed, citations } = await complaintsOf(name, oracle.root);
			const absent = new Set(oracle.keysNotInBib);
			const unknown = keys('unknown-key error');
			const cased = new Set([...keys('wrong-case-key error'), ...keys('wrong-case-key information')]);
			// Without its bibliographies, as where LaTeX takes the blank out of “My Library”, no key was resolved at all.
			const resolved = oracle.keysNotInBib !== undefined || oracle.bibMissing.length === 0;
			const falsely = [...unknown, ...cased].filter((key) => resolved && !absent.has(key));
			const missed = [...absent].filter((key) => closed && !unknown.has(key) && !cased.has(key));
			const otherCase = new Set(oracle.keysInBibOtherCase);
			const taken = [...absent].filter((key) => closed && cased.has(key) !== otherCase.has(key));
			for (const [what, list] of Object.entries({ falsely, missed, taken })) {
				if (list.length > 0) wrong.push(`${name}, ${what}: ${list.slice(0, 5).join(' ')}`);
			}
			const hints = keys('unknown-key hint').size;
			const sizes = [citations, oracle.allKeys.length, absent.size, unknown.size, cased.size, hints];
			rows.push([name, closed ? 'closed' : 'open', ...[...sizes, falsely.length, missed.length].map(String)]);
		}
	});

	it('are called unknown, or wrong in case, exactly where no bibliography has them as they are written', () => {
		const head = [
			'project',
			'',
			'citations',
			'keys',
			'not in .bib',
			'unknown',
			'wrong case',
			'hints',
			'falsely',
			'missed',
		];
		if (wrong.length > 0 || process.env.SHOW_TABLE) console.log(table(head, rows));
		assert.deepEqual(wrong, []);
	});
});
