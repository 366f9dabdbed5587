import assert from 'node:assert/strict';
import { parseConfigFile } from '../../src/core/config-file.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { serviceOver } from '../support/service.ts';

const list = '{"title": "Deep Learning for Text", "authors": ["Lee, Kim"], "year": 2020}\n';
const config = (formula: string) => JSON.stringify({ corpus: ['list.jsonl'], citationKeyFormula: formula });

/** The keys that completion offers in a document. */
async function offered(service: ReturnType<typeof serviceOver>): Promise<string[]> {
	const items = await service.complete(uriOf('a.md'), { line: 0, character: 6 }, never);
	return (items ?? []).map((item) => (item.data as { key: string }).key);
}

describe('the formula of citation keys', () => {
	it('is that of relatedwork.json rather than that of the settings, also after it changes', async () => {
		const workspace = memoryWorkspace({
			'relatedwork.json': config('auth + shortyear'),
			'a.md': '\\cite{}\n',
			'list.jsonl': list,
		});
		const service = serviceOver(workspace, { citationKeyFormula: 'title' });
		await service.loadCorpus(never);
		assert.deepEqual(await offered(service), ['Lee20']);
		workspace.set('relatedwork.json', config('auth.lower + veryshorttitle'));
		for (let turn = 0; turn < 200 && (await offered(service))[0] === 'Lee20'; turn++) {
			await new Promise((resolve) => setImmediate(resolve));
		}
		assert.deepEqual(await offered(service), ['leeDeep']);
	});

	it('is the default where nothing is said', async () => {
		const workspace = memoryWorkspace({ 'a.md': '\\cite{}\n', 'list.jsonl': list });
		const service = serviceOver(workspace, { corpus: ['list.jsonl'] });
		await service.loadCorpus(never);
		assert.deepEqual(await offered(service), ['leeDeepLearningText2020']);
	});

	it('is told when it is wrong: which setting, where in it, and what there is', () => {
		const { problems, config: read } = parseConfigFile('file:///relatedwork.json', config('auth + surname'));
		assert.equal(problems.length, 1);
		assert.match(
			problems[0]!.message,
			/^"citationKeyFormula" .*character 8, there is no function “surname”; there are auth/,
		);
		assert.equal(read.citationKeyFormula, undefined);
		const [type] = parseConfigFile('file:///relatedwork.json', '{"citationKeyFormula": 3}').problems;
		assert.match(type!.message, /must be a string/);
	});
});
