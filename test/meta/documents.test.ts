import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importers } from '../../src/core/importers/index.ts';

const documents = [
	'README.md',
	'CHANGELOG.md',
	'docs/architecture.md',
	'docs/citation-keys.md',
	'docs/formats.md',
	'docs/testing.md',
	'docs/translations.md',
	'samples/related-work/README.md',
];

/** Targets of relative links, and paths below the project's own folders in code spans; no URLs, no anchors. */
function pathsIn(document: string): readonly string[] {
	const text = readFileSync(document, 'utf8').replaceAll(/```[^`]*```/g, '');
	const links = [...text.matchAll(/\]\(([^)#\s]+)/g)]
		.map((match) => match[1]!)
		.filter((target) => !/^[a-z]+:/.test(target))
		.map((target) => path.join(path.dirname(document), target));
	const named = [...text.matchAll(/`((?:src|test|docs|scripts|samples|media)\/[\w./-]*)`/g)].map((match) => match[1]!);
	return [...links, ...named];
}

describe('documents', () => {
	it('docs/formats.md lists every format of papers, in their order, with its endings', () => {
		const rows = [...readFileSync('docs/formats.md', 'utf8').matchAll(/^\| ([^|]+) \| ([^|]+) \| .*\|$/gm)].slice(1);
		assert.deepEqual(
			rows.map(([, name, endings]) => `${name}: ${endings}`),
			importers.map(({ name, extensions }) => `${name}: ${extensions.map((ending) => `\`${ending}\``).join(' ')}`),
		);
	});

	for (const document of documents) {
		it(`${document} names only files that exist`, () => {
			assert.deepEqual(
				pathsIn(document).filter((name) => !existsSync(name)),
				[],
			);
		});
	}
});
