import assert from 'node:assert/strict';
import { never } from '../../src/core/util/cancellation.ts';
import { fixture } from '../support/fixture.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { applyEdits, serviceOver } from '../support/service.ts';

const main = '\\documentclass{article}\\bibliography{refs}\n\\begin{document}\n\\input{intro}\n\\end{document}\n';
const refs = '@misc{a, title = {A Thing}}\n@misc{b, title = {Another}}\n';

describe('the service', () => {
	it('checks an included file by the bibliography of its root', async () => {
		const workspace = memoryWorkspace({ 'main.tex': main, 'intro.tex': 'See \\cite{a, c}.\n', 'refs.bib': refs });
		const problems = await serviceOver(workspace).check(uriOf('intro.tex'), never);
		assert.deepEqual(
			problems.map(({ rule, range }) => [rule, range.start]),
			[['unknown-key', { line: 0, character: 13 }]],
		);
	});

	it('leads from a key to its entry, and to a \\bibitem of the document', async () => {
		const files = fixture(
			`%! main.tex\n\\documentclass{article}\\bibliography{refs}\\begin{document}\\cite{a|}\\end{document}\n%! refs.bib\n\n${refs}`,
		);
		const [location] = await serviceOver(files.workspace).definition(files.uri, files.position, never);
		assert.equal(location?.uri, uriOf('refs.bib'));
		assert.equal((await files.workspace.open(location.uri)).getText(location.range), 'a');

		const own = fixture('\\documentclass{article}\\begin{document}\\cite{me|}\\bibitem{me} Me.\\end{document}');
		const [item] = await serviceOver(own.workspace).definition(own.uri, own.position, never);
		assert.equal(item?.uri, own.uri);
	});

	it('repairs together all that is safe, and nothing else', async () => {
		const workspace = memoryWorkspace({
			'a.md': 'One \\cite{a,,b,a} two \\cite{} three \\cite{b,}.\n',
			'refs.bib': refs,
		});
		const service = serviceOver(workspace, { corpus: ['refs.bib'] });
		const edits = await service.fixAll(uriOf('a.md'), never);
		assert.equal(applyEdits(workspace, edits).get(uriOf('a.md')), 'One \\cite{a,b} two \\cite{} three \\cite{b}.\n');
	});

	it('obeys relatedwork.json, also after it changes', async () => {
		const workspace = memoryWorkspace({
			'relatedwork.json': '{"corpus": ["refs.bib"], "rules": {"empty-citation": "off"}, "citeCommands": ["seealso"]}',
			'a.md': 'Nothing \\cite{}. \\seealso{zzz}.\n',
			'refs.bib': refs,
		});
		const service = serviceOver(workspace);
		const rulesOf = async () => (await service.check(uriOf('a.md'), never)).map(({ rule }) => rule);
		assert.deepEqual(await rulesOf(), ['unknown-key']);
		workspace.set('relatedwork.json', '{"corpus": ["refs.bib"], "rules": {"unknown-key": "off"}}');
		assert.deepEqual(await rulesOf(), ['empty-citation']);
	});

	it('tells what is wrong in relatedwork.json, by line, and obeys the rest', async () => {
		const workspace = memoryWorkspace({
			'relatedwork.json':
				'{\n"corpus": "refs.bib",\n"rules": {"unknown-key": "fatal", "empty-citation": "hint"},\n"colour": 1}',
			'a.md': 'Nothing \\cite{}.\n',
		});
		const service = serviceOver(workspace);
		const [problem] = await service.check(uriOf('a.md'), never);
		assert.equal(problem?.severity, 'hint');
		const said = await service.checkSources();
		assert.deepEqual(
			said.map(({ rule, range }) => [rule, range.start.line]),
			[
				['configuration', 1],
				['configuration', 2],
				['configuration', 3],
			],
		);
		assert.match(said[1]!.message, /unknown-key.*error, warning, information, hint, off/);
	});

	it('tells what is wrong in the sources, each thing once and by line', async () => {
		const workspace = memoryWorkspace({
			'a.md': 'See \\cite{one} \\cite{three}.\n',
			'papers.jsonl':
				'{"id":"one","title":"One"}\n{"id":"two","title":"Two"}\n{"id": broken\n{"id":"three","title":"Three"}\n',
			'empty.bib': '',
			'binary.bib': new Uint8Array([0, 1, 2, 3, 0, 255, 254, 0, 7, 8, 9, 0]),
			'latin.bib': new Uint8Array(Buffer.from('@misc{l, title = {M\xfcller}}', 'latin1')),
		});
		const service = serviceOver(workspace, { corpus: ['*.jsonl', '*.bib', 'nowhere.bib'] });
		assert.deepEqual(await service.check(uriOf('a.md'), never), []);
		const said = (await service.checkSources()).map(({ file, range, severity }) => [
			file.slice(file.lastIndexOf('/') + 1),
			range.start.line,
			severity,
		]);
		assert.deepEqual(said.sort(), [
			['binary.bib', 0, 'error'],
			['empty.bib', 0, 'warning'],
			['latin.bib', 0, 'information'],
			['papers.jsonl', 2, 'error'],
		]);
	});

	it('says nothing of a document that is gone', async () => {
		assert.deepEqual(await serviceOver(memoryWorkspace({})).check(uriOf('gone.tex'), never), []);
	});
});
