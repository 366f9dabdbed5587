import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultConfig } from '../../../src/core/config.ts';
import { languageFor } from '../../../src/core/languages/index.ts';
import { silent } from '../../../src/core/ports.ts';
import { citesOf } from '../../../src/core/project/cites.ts';
import { createProjects } from '../../../src/core/project/resolver.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { createEmitter } from '../../../src/core/util/event.ts';
import { createNodeWorkspace, uriOf } from '../../../src/host/node/workspace.ts';

const data = resolve('../shared/data');
const projects = join(data, 'extract');

describe('real documents (../shared/data)', function () {
	this.timeout(60_000);

	before(function () {
		if (existsSync(projects)) return;
		console.log('      skipped: ../shared/data is not there');
		this.skip();
	});

	it('cite exactly what LaTeX itself wrote when it compiled them', async () => {
		const config = {
			forFile: async () => defaultConfig,
			onDidChange: createEmitter<void>().event,
			problems: () => [],
		};
		const wrong: string[] = [];
		for (const name of readdirSync(projects)) {
			const oracle = JSON.parse(readFileSync(join(projects, name, 'oracle.json'), 'utf8'));
			const workspace = createNodeWorkspace({ folders: [uriOf(join(projects, name))] });
			const resolver = createProjects({ workspace, config, log: silent });
			const cites = citesOf(await resolver.projectOf(uriOf(join(projects, name, oracle.root)), never));
			const expected = new Set<string>(oracle.allKeys);
			const differing = [
				...cites.keys.filter((key) => !expected.has(key)).map((key) => `+${key}`),
				...[...expected].filter((key) => !cites.keys.includes(key)).map((key) => `-${key}`),
			];
			if (oracle.compile.complete && differing.length > 0) wrong.push(`${name}: ${differing.slice(0, 5).join(' ')}`);
		}
		assert.deepEqual(wrong, []);
	});

	it('in Markdown: 79 citations, two of them empty, 85 keys', () => {
		const text = readFileSync(join(data, 'seeds/survey.md'), 'utf8');
		const { citations } = languageFor('survey.md')!.scan(text, { citeCommands: [] });
		const keys = citations.flatMap(({ items }) => items.map(({ key }) => key));
		assert.equal(citations.length, 79);
		assert.equal(citations.filter(({ items }) => items.every(({ key }) => !key)).length, 2);
		assert.equal(new Set(keys.filter(Boolean)).size, 85);
	});
});
