import assert from 'node:assert/strict';
import type { Added } from '../../../src/core/features/types.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { differences } from '../../support/round-trip.ts';
import { applyEdits, editOf, serviceOver } from '../../support/service.ts';

const corpus =
	'{"id":"pythia","type":"paper-conference","title":"Pythia: A Suite","author":[{"family":"Biderman","given":"Stella"}],"issued":{"date-parts":[[2023,7]]},"container-title":"ICML","DOI":"10.1000/x"}';

/** What comes of adding `pythia` to the bibliographies of a document. */
function adding(files: Readonly<Record<string, string | Uint8Array>>, readOnly: readonly string[] = []) {
	const memory = memoryWorkspace({ ...files, 'more.json': `[${corpus}]` });
	const form = async (uri: string) => ({ encoding: 'utf-8', readOnly: readOnly.some((path) => uriOf(path) === uri) });
	const workspace = { ...memory, form };
	const service = serviceOver(workspace, { corpus: ['more.json'] });
	const add = (into?: string): Promise<Added> =>
		service.addEntry(uriOf(Object.keys(files)[0]!), 'pythia', never, into && uriOf(into));
	return { workspace, service, add };
}

const tex = (names: string, cited = '') =>
	`\\documentclass{article}\\bibliography{${names}}\\begin{document}\\cite{${cited}}\\end{document}`;

describe('adding a paper to a bibliography', () => {
	const three = {
		'main.tex': tex('a,b,c', 'b1,b2,c1'),
		'a.bib': '@misc{a1, title = {A}}\n',
		'b.bib': '@misc{b1, title = {B}}\n@misc{b2, title = {B}}\n',
		'c.bib': '@misc{c1, title = {C}}\n',
	};

	it('takes the one that holds most of what the document cites', async () => {
		assert.equal((await editOf(adding(three).add('a.bib'))).file, uriOf('b.bib'));
		const fewer = adding(three, ['b.bib']);
		assert.equal((await editOf(fewer.add())).file, uriOf('c.bib'), 'b.bib is read-only');
	});

	it('asks where that does not tell, and takes the first declared where nobody can be asked', async () => {
		const files = { ...three, 'main.tex': tex('c,a,b', '') };
		const { add } = adding(files);
		const answer = await add();
		assert.deepEqual(answer, { kind: 'choice', files: ['c.bib', 'a.bib', 'b.bib'].map(uriOf) });
		assert.equal((await editOf(add('a.bib'))).file, uriOf('a.bib'));
		const { service } = adding({ ...files, 'main.tex': tex('c,a,b', 'pythia2') });
		const [problem] = await service.check(uriOf('main.tex'), never);
		const fixes = await service.fixes(problem!, never);
		const targets = fixes.flatMap(({ edits }) => edits.map(({ file }) => file)).filter((file) => file.endsWith('.bib'));
		assert.deepEqual([...new Set(targets)], [uriOf('c.bib')]);
	});

	it('says why it cannot', async () => {
		const why = async (added: Promise<Added>) => {
			const answer = await added;
			return answer.kind === 'refused' ? answer.why : answer.kind;
		};
		const one = { 'main.tex': tex('a'), 'a.bib': '@misc{a1, title = {A}}\n' };
		assert.match(await why(adding(one, ['a.bib']).add()), /^a\.bib is read-only: the paper was not added\./);
		assert.match(await why(adding({ ...one, 'a.bib': '@misc{a, title = {A' }).add()), /^a\.bib has an entry on line 1/);
		const lost = { ...one, 'a.bib': Uint8Array.of(...Buffer.from('@misc{a, title = {\xfc}}\n', 'latin1')) };
		assert.match(await why(adding(lost).add()), /^a\.bib has characters that could not be read/);
	});

	const records: readonly (readonly [file: string, before: string, after: RegExp])[] = [
		[
			'refs.json',
			'[\n\t{\n\t\t"id": "a",\n\t\t"title": "A"\n\t}\n]\n',
			/\n\t\},\n\t\{\n\t\t"id": "pythia",\n[\s\S]*\n\t\}\n\]\n$/,
		],
		['refs.json', '[{"id":"a","title":"A"},\n{"id":"b","title":"B"}]', /"B"\},\n\{"id":"pythia",[^\n]+\}\]$/],
		['refs.json', '[]\n', /^\[\n {2}\{\n {4}"id": "pythia"/],
		[
			'refs.yaml',
			'---\nreferences:\n- id: a\n  title: A\n  author:\n  - family: B\n...\n',
			/\n {2}- family: B\n- id: pythia\n {2}type: paper-conference\n[\s\S]*\n\.\.\.\n$/,
		],
		['refs.yaml', 'references:\r\n  - id: a\r\n    title: A\r\n', /\r\n {2}- id: pythia\r\n {4}type:/],
		[
			'refs.yml',
			'a:\n  type: book\n  title: A\n',
			/^a:\n {2}type: book\n {2}title: A\npythia:\n {2}type: article\n[\s\S]*\n {2}parent:\n {4}type: proceedings\n {4}title: ICML\n$/,
		],
	];
	for (const [file, before, after] of records) {
		it(`writes ${file} as it is written: ${JSON.stringify(before.slice(0, 30))}`, async () => {
			const { workspace, add } = adding({ 'main.md': `---\nbibliography: ${file}\n---\nText.\n`, [file]: before });
			const text = applyEdits(workspace, [await editOf(add())]).get(uriOf(file))!;
			assert.match(text, after);
			assert.ok(before === '[]\n' || text.startsWith(before.slice(0, before.trimEnd().length - 4)), text);
			const read = (one: string) => readSource({ file, bytes: new TextEncoder().encode(one) }).papers;
			const [wanted] = read(`[${corpus}]`);
			assert.deepEqual(differences(wanted!, read(text).find(({ id }) => id === 'pythia')!), []);
		});
	}
});
