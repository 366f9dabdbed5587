import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { applyEdits, editOf, serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@inproceedings{vaswani2017attention, title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki}, year = 2017, abstract = {A model of attention alone. It translates well.}}
@article{muller2019hedge, title = {When Does Label Smoothing Help?}, author = {M{\\"u}ller, Rafael}, year = 2019, abstract = {Smoothing targets prevents overconfidence of networks.}}
@article{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming and Zhang, Xiangyu}, year = 2016, abstract = {Residual connections ease training of very deep networks.}}
`;
const head = '%! main.tex\n\\documentclass{article}\\bibliography{refs}\\begin{document}\n';

async function completeAt(body: string, rest: { files?: string; corpus?: string[] } = {}) {
	const files = fixture(`${head}${body}\n\\end{document}\n${bib}${rest.files ?? ''}`);
	const service = serviceOver(files.workspace, { corpus: rest.corpus ?? [] });
	const items = await service.complete(files.uri, files.position, never);
	return { ...files, service, items };
}

/** The body of the document after accepting a row. */
function accept(text: string, item: CompletionItem): string {
	const document = TextDocument.create('', '', 1, text);
	const after = TextDocument.applyEdits(document, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
	assert.equal((item.textEdit as TextEdit).range.start.line, (item.textEdit as TextEdit).range.end.line);
	return after.slice(after.indexOf('\n') + 1, after.lastIndexOf('\n\\end'));
}

describe('completion', () => {
	const asked: [name: string, body: string, key: string, accepted: string][] = [
		['a key prefix', '\\cite{vasw|}', 'vaswani2017attention', '\\cite{vaswani2017attention}'],
		[
			'words of the title in any order',
			'\\cite{need attention|}',
			'vaswani2017attention',
			'\\cite{vaswani2017attention}',
		],
		['a name without its accent', '\\cite{muller|}', 'muller2019hedge', '\\cite{muller2019hedge}'],
		['a name with its accent and a year', '\\cite{müller 2019|}', 'muller2019hedge', '\\cite{muller2019hedge}'],
		['a typo', '\\cite{resiudal learning|}', 'he2016deep', '\\cite{he2016deep}'],
		['a word of the abstract', '\\cite{overconfidence|}', 'muller2019hedge', '\\cite{muller2019hedge}'],
		['the middle of a key', '\\cite{vasw|ani2017attention}', 'vaswani2017attention', '\\cite{vaswani2017attention}'],
		['a second key', '\\cite{he2016deep, vasw|}', 'vaswani2017attention', '\\cite{he2016deep, vaswani2017attention}'],
		[
			'a key between others',
			'\\cite{he2016deep,vasw|, x}',
			'vaswani2017attention',
			'\\cite{he2016deep,vaswani2017attention, x}',
		],
		[
			'a list over lines',
			'\\cite{he2016deep,\n  vasw|\n}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention\n}',
		],
		[
			'a blank line of a list',
			'\\cite{he2016deep,\n  |,\n  x\n}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention,\n  x\n}',
		],
		[
			'a new line of a list',
			'\\cite{he2016deep,\n  |\n}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention\n}',
		],
		[
			'a new line between two keys',
			'\\cite{he2016deep,\n  |\n  muller2019hedge}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention,\n  muller2019hedge}',
		],
		[
			'words on a new line between two keys',
			'\\cite{he2016deep,\n  need attention|\n  muller2019hedge}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention,\n  muller2019hedge}',
		],
		[
			'a new line on which more was typed meanwhile',
			'\\cite{he2016deep,\n  need att|ention\n  muller2019hedge}',
			'vaswani2017attention',
			'\\cite{he2016deep,\n  vaswani2017attention,\n  muller2019hedge}',
		],
		[
			'the line behind a key',
			'\\cite{he2016deep % deep\n|}',
			'vaswani2017attention',
			'\\cite{he2016deep, % deep\nvaswani2017attention}',
		],
		[
			'the line in front of a key',
			'\\cite{|\n  he2016deep\n}',
			'vaswani2017attention',
			'\\cite{vaswani2017attention,\n  he2016deep\n}',
		],
		['no closing brace', '\\cite{vasw|', 'vaswani2017attention', '\\cite{vaswani2017attention}'],
		[
			'several lists',
			'\\cites(see)[3]{he2016deep}[4][5]{vasw|}',
			'vaswani2017attention',
			'\\cites(see)[3]{he2016deep}[4][5]{vaswani2017attention}',
		],
		[
			'the first of several lists',
			'\\cites{vasw|}{he2016deep}',
			'vaswani2017attention',
			'\\cites{vaswani2017attention}{he2016deep}',
		],
		[
			'optional arguments',
			'\\citep[see][p.~3]{vasw|}',
			'vaswani2017attention',
			'\\citep[see][p.~3]{vaswani2017attention}',
		],
	];
	for (const [name, body, key, accepted] of asked) {
		it(`finds by ${name} and leaves the citation well formed`, async () => {
			const { items, text } = await completeAt(`Attention alone translates well ${body}`);
			assert.equal(items?.[0]?.label, key);
			assert.equal(accept(text, items[0]), `Attention alone translates well ${accepted}`);
		});
	}

	it('ranks by the sentence where nothing is typed', async () => {
		const { items } = await completeAt('Residual connections make very deep networks trainable~\\cite{|}.');
		assert.equal(items?.[0]?.label, 'he2016deep');
		assert.equal(items.length, 3, 'the others follow');
	});

	it('ranks by what another chapter cited in like words', async () => {
		const files = '%! one.tex\nTo fine-tune is cheap \\cite{muller2019hedge}.\n';
		const { items } = await completeAt('\\input{one} Whoever would fine-tune this~\\cite{|}.', { files });
		assert.equal(items?.[0]?.label, 'muller2019hedge');
	});

	it('leaves out what the citation has already', async () => {
		const { items } = await completeAt('\\cite{he2016deep, |}');
		assert.deepEqual(items?.map(({ label }) => label).includes('he2016deep'), false);
	});

	it('shows authors, year and title in the row and the abstract beside it', async () => {
		const { items, service } = await completeAt('It translates well \\cite{vasw|}');
		assert.equal(items?.[0]?.labelDetails?.detail?.trim(), 'Vaswani et al. 2017');
		assert.equal(items[0].labelDetails!.description, 'Attention Is …');
		const { documentation } = await service.resolveCompletion(items[0], never);
		assert.match((documentation as { value: string }).value, /Ashish Vaswani, Noam Shazeer, Niki Parmar/);
		assert.match((documentation as { value: string }).value, /A model of attention alone/);
	});

	it('shows as much of a title as there is room for beside key and authors', async () => {
		const titles = async (body: string) =>
			(await completeAt(body)).items?.map(({ labelDetails }) => labelDetails?.description);
		assert.equal((await titles('\\cite{muller|}'))?.[0], 'When Does Label Smoot…');
		assert.equal((await titles('\\cite{he2016|}'))?.[0], 'Deep Residual Learning …');
	});

	it('shows the paper of the bibliography where another source has another under its key', async () => {
		const files = `%! far.bib\n@book{he2016deep, title = {Deep Sea Fish}, author = {Hee, Ann}, year = 1916}\n`;
		const { items, service } = await completeAt('\\cite{he2016|}', { files, corpus: ['far.bib'] });
		const { documentation } = await service.resolveCompletion(items![0]!, never);
		assert.match(JSON.stringify(documentation), /Residual Learning/);
	});

	it('leaves room for the title beside a long key that names author and year', async () => {
		const files = (key: string) =>
			`@misc{${key}, title = {Transformers are RNNs}, author = {Katharopoulos, A. and Vyas, B. and Pappas, C.}, year = 2020}\n`;
		const rowOf = async (key: string) => (await completeAt(`\\cite{${key}|}`, { files: files(key) })).items?.[0];
		const named = await rowOf('katharopoulos2020linear');
		assert.equal(named?.labelDetails?.detail, undefined);
		assert.match(named?.labelDetails?.description ?? '', /^Transformers are/);
		assert.equal((await rowOf('kat2020-transformers'))?.labelDetails?.detail, ' Katharopoulos et al.');
		assert.equal((await rowOf('fast-linear-transformers'))?.labelDetails?.detail, ' Katharopoulos et al. 2020');
	});

	it('gives the editor nothing to filter away or sort anew', async () => {
		const { items } = await completeAt('\\cite{deep networks|}');
		assert.ok(items!.length > 1);
		for (const [rank, item] of items!.entries()) {
			assert.equal(item.filterText, 'deep networks');
			assert.equal(Number(item.sortText), rank);
		}
	});

	it('offers papers that only the corpus has, marked, and writes their entry when asked', async () => {
		const { items, service, uri, workspace } = await completeAt('\\cite{pythia|}', {
			files:
				'%! more.jsonl\n{"id":"pythia","title":"Pythia: A Suite for Analyzing Models","authors":["Stella Biderman"],"year":2023}\n',
			corpus: ['more.jsonl'],
		});
		assert.equal(items?.[0]?.label, 'pythia');
		assert.match(items[0].labelDetails!.description!, /^\+ /);
		const edit = await editOf(service.addEntry(uri, 'pythia', never));
		assert.equal(edit.file, 'file:///w/refs.bib');
		assert.match(edit.newText, /\{pythia,[\s\S]*Stella[\s\S]*2023/);
		workspace.set('refs.bib', applyEdits(workspace, [edit]).get(edit.file));
		assert.deepEqual(await service.addEntry(uri, 'pythia', never), { kind: 'nothing' }, 'once is enough');
	});

	it('adds entries with all their fields, as biblatex has them where the file does', async () => {
		for (const [bib, fields] of [
			['@article{a, title = {A}, year = 2001}', /year = 2023/],
			['@article{a, title = {A}, date = {2001}}', /date = \{2023\}/],
		] as const) {
			const { service, uri } = await completeAt('\\cite{pythia|}', {
				files: `%! refs.bib\n${bib}\n%! more.jsonl\n{"id":"pythia","title":"Pythia","year":2023,"file":"a_b.pdf"}\n`,
				corpus: ['more.jsonl'],
			});
			const edit = await editOf(service.addEntry(uri, 'pythia', never));
			assert.match(edit.newText, fields);
			assert.match(edit.newText, /file = \{a_b\.pdf\}/);
		}
	});

	it('is not there outside of citations', async () => {
		for (const body of ['vasw|', '\\cite{a} |b', '% \\cite{vasw|}', '\\ref{vasw|}']) {
			assert.equal((await completeAt(body)).items, undefined, body);
		}
	});

	it('knows a paper as soon as the bibliography has it', async () => {
		const { service, uri, position, workspace } = await completeAt('\\cite{newer|}');
		const arrived = new Promise<void>((resolve) =>
			service.onDidChange(async () => {
				if ((await service.status()).loading.length === 0) resolve();
			}),
		);
		workspace.set('refs.bib', '@misc{newer2025, title = {Newer}}');
		await arrived;
		assert.deepEqual(
			(await service.complete(uri, position, never))?.map(({ label }) => label),
			['newer2025'],
		);
	});

	const pandoc: [written: string, accepted: RegExp][] = [
		['[see @vasw|]', /\[see @vaswani2017attention\]\./],
		['[@he2016deep; |]', /attention alone \[@he2016deep; @vaswani2017attention\]\./],
		['[@he2016deep; @vasw|, p. 3]', /\[@he2016deep; @vaswani2017attention, p\. 3\]\./],
	];
	for (const [written, accepted] of pandoc) {
		it(`completes ${written}`, async () => {
			const files = fixture(
				`%! a.md\n---\nbibliography: refs.bib\n---\nA model of attention alone ${written}.\n${bib}`,
			);
			const items = await serviceOver(files.workspace).complete(files.uri, files.position, never);
			assert.equal(items?.[0]?.label, 'vaswani2017attention');
			const document = TextDocument.create('', '', 1, files.text);
			assert.match(TextDocument.applyEdits(document, [items[0].textEdit as TextEdit]), accepted);
		});
	}
});

describe('completion where there are no papers', () => {
	const rowsOf = async (text: string, corpus: string[] = []) => {
		const files = fixture(text);
		const service = serviceOver(files.workspace, { corpus });
		const items = (await service.complete(files.uri, files.position, never)) ?? [];
		for (const item of items) assert.equal(await service.resolveCompletion(item, never), item);
		return items.map((item) => {
			const said = item.documentation;
			const { newText } = item.textEdit as TextEdit;
			return {
				row: `${item.label} ${item.labelDetails?.description}`,
				newText,
				said: typeof said === 'object' ? said.value : said,
			};
		});
	};

	it('names the bibliography that is missing, and what may be meant', async () => {
		const [first, ...more] = await rowsOf(
			'%! main.tex\n\\bibliography{refz}\n\\cite{as |typed}\n%! refs.bib\n@misc{a, title={A}}\n',
		);
		assert.equal(first?.row, 'refz was not found');
		assert.equal(first.newText, 'as typed');
		assert.match(first.said ?? '', /\*\*refz\*\*, which main\.tex names.*There is refs/);
		assert.deepEqual(more, []);
	});

	it('says that no bibliography is declared, but not behind every @', async () => {
		assert.equal((await rowsOf('\\documentclass{a}\\cite{|}'))[0]?.row, 'No papers no bibliography is declared');
		assert.deepEqual(await rowsOf('%! x.md\nBy @|'), []);
	});

	it('says that a bibliography is empty', async () => {
		assert.equal(
			(await rowsOf('%! main.tex\n\\documentclass{a}\\bibliography{refs}\n\\cite{|}\n%! refs.bib\n'))[0]?.row,
			'refs.bib has no papers',
		);
	});

	it('says nothing where papers are known, and none is meant', async () => {
		assert.deepEqual(
			await rowsOf('%! main.tex\n\\bibliography{refs}\n\\cite{qqqqqq|}\n%! refs.bib\n@misc{a, title={A}}\n', [
				'refs.bib',
			]),
			[],
		);
	});
});

describe('what completes a key', () => {
	it('is a comma behind the beginning of one, and nothing behind other words', async () => {
		const commits = async (typed: string) => (await completeAt(`\\cite{${typed}|}`)).items?.[0]?.commitCharacters;
		assert.deepEqual(await commits('vasw'), [',']);
		assert.equal(await commits('attention'), undefined);
		assert.equal(await commits('va'), undefined);
	});
});
