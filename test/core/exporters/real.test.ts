import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exporters } from '../../../src/core/exporters/index.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { differences, writtenAndRead } from '../../support/round-trip.ts';
import { sharedData } from '../../support/shared-data.ts';

/**
 * What papers of real bibliographies may lose on the way, by format, and the share that must lose nothing else.
 *
 * BibTeX and biblatex: names of fields have no case, and a name of which only the given part is known is a whole name. The
 * rest are children of entries from which they inherit again what they were given before.
 *
 * RIS: no fields of one's own, one ISBN and one ISSN, no venue of a book, an address for the arXiv id where there is no
 * other, and no keys with characters that other programs refuse.
 */
const entries = { may: ['author'], must: 0.998 };
const limits: Readonly<Record<string, { readonly may: readonly string[]; readonly must: number }>> = {
	bibtex: entries,
	biblatex: entries,
	'csl-json': { may: [], must: 0.999 },
	jsonl: { may: [], must: 0.999 },
	ris: {
		may: ['id', 'type', 'container-title', 'collection-title', 'ISBN', 'ISSN', 'URL', 'arxiv', 'acl', 'aliases'],
		must: 0.9,
	},
};

const most = 200;

describe('papers of real bibliographies (../shared/data)', function () {
	this.timeout(300_000);
	const sources: (readonly Paper[])[] = [];

	before(function () {
		if (!existsSync(join(sharedData, 'extract'))) {
			console.log('      skipped: ../shared/data is not there');
			this.skip();
		}
		for (const file of bibliographies()) {
			const { papers } = readSource({ file: `file://${file}`, bytes: readFileSync(file) });
			// Of entries with one key the first counts, in every format.
			const byKey = new Map(papers.toReversed().map((paper) => [paper.id.toLowerCase(), paper]));
			byKey.delete('');
			// Enough of each to meet whatever its author does.
			const some = [...byKey.values()].toReversed().slice(0, most);
			if (some.length > 0) sources.push(some);
		}
	});

	for (const exporter of exporters) {
		it(`are the same when they were written and read as ${exporter.name}`, () => {
			const { may, must } = limits[exporter.id]!;
			const counts = new Map<string, number>();
			let [all, same, explained] = [0, 0, 0];
			for (const source of sources) {
				// RIS has no records without a title.
				const papers = exporter.id === 'ris' ? source.filter(({ title }) => title !== '') : source;
				if (papers.length === 0) continue;
				const { papers: read, problems } = writtenAndRead(exporter, papers);
				assert.deepEqual(problems, []);
				assert.equal(read.length, papers.length);
				for (const [at, paper] of papers.entries()) {
					const changed = differences(paper, read[at]!);
					const known = (name: string) =>
						may.includes(name) ||
						(exporter.id === 'ris' ? name.startsWith('fields.') : isOnlyCase(name, paper, read[at]!));
					all++;
					if (changed.length === 0) same++;
					if (changed.every(known)) explained++;
					for (const name of new Set(changed.map((one) => one.replace(/\..*/, ''))))
						counts.set(name, (counts.get(name) ?? 0) + 1);
				}
			}
			const said = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
			const percent = (part: number) => `${((100 * part) / all).toFixed(2)} %`;
			console.log(`      ${percent(same)} of ${all} the same, ${percent(explained)} explained: ${said.join(', ')}`);
			assert.ok(explained / all >= must, percent(explained));
		});
	}
});

/** The bibliographies of the data. */
function bibliographies(): readonly string[] {
	const folder = join(sharedData, 'extract');
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bib'));
	return names.sort().map((name) => join(folder, name));
}

/** Is a field there under a name that is the same but for its case? */
function isOnlyCase(name: string, one: Paper, other: Paper): boolean {
	const read = ({ fields = {} }: Paper) =>
		Object.entries(fields).find(([own]) => `fields.${own}`.toLowerCase() === name.toLowerCase())?.[1];
	return name.startsWith('fields.') && read(one) === read(other);
}
