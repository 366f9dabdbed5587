import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { applyEdits, serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@misc{known, title = {Known Work}, author = {Knuth, Donald}, year = 1984}
@misc{other, title = {Other Work}, author = {Others, Ann}, year = 2001}
`;

const heads: Readonly<Record<string, string>> = {
	'.tex': '\\bibliography{refs}\n',
	'.md': '---\nbibliography: refs.bib\n---\n',
};

/** The text of a document after citing `a` and `b`, or whatever `keys` says, at its cursor. */
async function cited(file: string, text: string, keys: readonly string[] = ['a', 'b'], sample?: string) {
	const head = heads[file.slice(file.indexOf('.'))] ?? '';
	const files = fixture(`%! ${file}\n${head}${text}\n${bib}`);
	const service = serviceOver(files.workspace, { corpus: ['refs.bib'] });
	const request = { keys, ...(sample && { sample }) };
	const edits = await service.cite(files.uri, files.position, request, never);
	const after = applyEdits(files.workspace, edits).get(files.uri) ?? files.text;
	return after.slice(head.length);
}

describe('Citing papers at a place', () => {
	const rows: [file: string, before: string, after: string][] = [
		['x.tex', 'As said|.', 'As said~\\cite{a, b}.'],
		['x.tex', 'As sa|id.', 'As said~\\cite{a, b}.'],
		['x.tex', 'As said |.', 'As said \\cite{a, b}.'],
		['x.tex', '(|)', '(\\cite{a, b})'],
		['x.tex', '\\citep{known} and|.', '\\citep{known} and~\\citep{a, b}.'],
		['x.tex', '\\footcite{known} and|.', '\\footcite{known} and\\footcite{a, b}.'],
		['x.tex', '\\cite{|}', '\\cite{a, b}'],
		['x.tex', '\\cite{|', '\\cite{a, b}'],
		['x.tex', '\\cite{half|}', '\\cite{a, b}'],
		['x.tex', '\\cite{kno|wn}', '\\cite{known, a, b}'],
		['x.tex', '\\cite[see|]{known}', '\\cite[see]{known, a, b}'],
		['x.tex', '\\cite{known,other|}', '\\cite{known,other,a,b}'],
		['x.tex', '\\cite{known|, other}', '\\cite{known, a, b, other}'],
		['x.tex', '\\cite{a|}', '\\cite{b}'],
		['x.md', 'As said|.', 'As said [@a; @b].'],
		['x.md', 'As @known and so on|.', 'As @known and so on @a, @b.'],
		['x.md', '[@known|, p. 3]', '[@known, p. 3; @a; @b]'],
		['x.md', '[@known, p. 3; @oth|er]', '[@known, p. 3; @other; @a; @b]'],
		['x.md', 'As @kno|wn says', 'As @known [@a; @b] says'],
		['x.md', '[@|]', '[@a; @b]'],
		['x.md', '\\cite{known|}', '\\cite{known, a, b}'],
		['x.md', '{cite:p}`known` and|', '{cite:p}`known` and {cite:p}`a,b`'],
		['x.org', 'As said|.', 'As said [cite:@a;@b].'],
		['x.org', '[cite:@kno|wn]', '[cite:@known; @a; @b]'],
		['x.typ', 'As said|.', 'As said @a @b.'],
		['x.typ', 'As @kno|wn.', 'As @known @a @b.'],
	];
	for (const [file, before, after] of rows) {
		it(`makes ${after} of ${before}`, async () => {
			assert.equal(await cited(file, before), after);
		});
	}

	it('writes the way that was chosen', async () => {
		assert.equal(await cited('x.tex', 'See |.', ['a'], '\\citet{key}'), 'See \\citet{a}.');
		assert.equal(await cited('x.md', 'See |.', ['a b'], '@key'), 'See @{a b}.');
	});

	it('does nothing for what is cited there already', async () => {
		assert.equal(await cited('x.tex', '\\cite{known|}', ['known']), '\\cite{known}');
	});
});

describe('Ways to cite', () => {
	const waysIn = async (file: string, text: string) => {
		const files = fixture(`%! ${file}\n${text}\n${bib}`);
		const ways = await serviceOver(files.workspace, { corpus: ['refs.bib'] }).waysToCite(files.uri, never);
		return ways.map(({ sample }) => sample);
	};

	it('are those of the document, most used first, then the usual ones', async () => {
		const text = '\\citet{a} \\citep{a} \\citep{b} \\nocite{c} \\textcquote{a}{b}';
		assert.deepEqual(await waysIn('x.tex', text), ['\\citep{key}', '\\citet{key}', '\\cite{key}']);
	});

	it('are those of biblatex where it is used', async () => {
		const [first, second] = await waysIn('x.tex', '\\usepackage[style=apa]{biblatex}');
		assert.deepEqual([first, second], ['\\cite{key}', '\\parencite{key}']);
	});

	it('are those of Pandoc in Markdown', async () => {
		assert.deepEqual(await waysIn('x.md', 'Text.'), ['[@key]', '@key']);
	});
});

describe('Papers to cite', () => {
	const search = async (text: string, query: string, onlyBeyond = false) => {
		const known = '@misc{known, title = {Known Work}, author = {Knuth, Donald}, year = 1984}';
		const corpus = `%! more.bib\n${known}\n@misc{extra, title = {Extra Work}}\n`;
		const files = fixture(`%! x.tex\n\\bibliography{refs}\n${text}\n${bib}${corpus}`);
		const service = serviceOver(files.workspace, { corpus: ['more.bib'] });
		await service.loadCorpus(never);
		const hits = await service.findPapers(files.uri, files.position, { query, limit: 9, onlyBeyond }, never);
		return hits.map(({ key, inScope }) => `${key}${inScope ? '' : ' +'}`);
	};

	it('are found by what is typed, those of the bibliography first', async () => {
		const found = await search('As said |.', 'work');
		assert.deepEqual(found.slice(0, 2).sort(), ['known', 'other']);
		assert.equal(found[2], 'extra +');
	});

	it('fit the sentence where nothing is typed, without what is cited there', async () => {
		const found = await search('The known work says \\cite{other|}.', '');
		assert.equal(found[0], 'known');
		assert.ok(!found.includes('other'));
	});

	it('can be only those that the bibliography lacks', async () => {
		assert.deepEqual(await search('As said |.', 'work', true), ['extra +']);
	});
});
