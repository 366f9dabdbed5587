import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { applyEdits, serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@misc{a, title = {A Work}, author = {Ada, Ann}, year = 2003}
@misc{b, title = {B Work}, author = {Bell, Bo and Cole, Cy}, year = 2001}
@misc{c10, title = {C Work}, author = {Dean, Di and Eve, Ed and Fox, Flo}, year = 2002}
@misc{c9, title = {D Work}, author = {Gale, Gus}}
`;

const setUp = (file: string, text: string) => {
	const files = fixture(`%! ${file}\n${text}\n${bib}`);
	const service = serviceOver(files.workspace, { corpus: ['refs.bib'] });
	return { files, service, range: { start: files.position, end: files.position } };
};

async function sorted(file: string, text: string, by: 'key' | 'year' = 'key') {
	const { files, service } = setUp(file, text);
	const edits = await service.sortKeys(files.uri, by, undefined, never);
	return applyEdits(files.workspace, edits).get(files.uri) ?? files.text;
}

async function merged(file: string, text: string) {
	const { files, service } = setUp(file, text);
	const edits = await service.mergeCitations(files.uri, undefined, never);
	return applyEdits(files.workspace, edits).get(files.uri) ?? files.text;
}

describe('Sorting citation keys', () => {
	const rows: [file: string, before: string, after: string][] = [
		['x.tex', '\\cite{b,a}', '\\cite{a,b}'],
		['x.tex', '\\cite{c10, c9, b}', '\\cite{b, c9, c10}'],
		['x.tex', '\\cite{b,\n  c9,\n  a}', '\\cite{a,\n  b,\n  c9}'],
		['x.tex', '\\cites{b}{a}', '\\cites{a}{b}'],
		['x.md', '[@b; @a]', '[@a; @b]'],
		['x.md', '[@b, p. 3; -@a]', '[-@a; @b, p. 3]'],
		['x.md', '\\cite{b, a}', '\\cite{a, b}'],
		['x.md', '{cite:p}`b,a`', '{cite:p}`a,b`'],
		['x.org', '[cite:@b p. 3;@a]', '[cite:@a;@b p. 3]'],
		['x.org', 'cite:b,a', 'cite:a,b'],
	];
	for (const [file, before, after] of rows) {
		it(`makes ${after} of ${before.replaceAll('\n', '⏎')}`, async () =>
			assert.equal(await sorted(file, before), after));
	}

	const kept: [file: string, text: string][] = [
		['x.tex', '\\cite[p. 3]{b,a}'],
		['x.tex', '\\cites[1]{b}[2]{a}'],
		['x.tex', '\\cite{b, % the first\na}'],
		['x.tex', '\\cite{b,,a}'],
		['x.md', '[see @b; @a]'],
		['x.org', '[cite:see;@b;@a]'],
		['x.typ', '@b @a'],
	];
	for (const [file, text] of kept) {
		it(`leaves ${text.replaceAll('\n', '⏎')} as it is`, async () => assert.equal(await sorted(file, text), text));
	}

	it('goes by year where that is asked, and leaves papers without one behind', async () => {
		assert.equal(await sorted('x.tex', '\\cite{a, c9, c10, b}', 'year'), '\\cite{b, c10, a, c9}');
	});

	it('keeps to the range that is given', async () => {
		const { files, service, range } = setUp('x.tex', '\\cite{b,a} \\cite{|b,a}');
		const edits = await service.sortKeys(files.uri, 'key', range, never);
		assert.equal(applyEdits(files.workspace, edits).get(files.uri), '\\cite{b,a} \\cite{a,b}');
	});
});

describe('Merging neighbouring citations', () => {
	const rows: [file: string, before: string, after: string][] = [
		['x.tex', '\\cite{a} \\cite{b}', '\\cite{a, b}'],
		['x.tex', '\\citep{a}~\\citep{b}\n\\citep{c9}.', '\\citep{a, b, c9}.'],
		['x.tex', '\\cite{a,b}\\cite{b,c9}', '\\cite{a,b,c9}'],
		['x.tex', '\\nocite{a}\n\\nocite{b}', '\\nocite{a, b}'],
		['x.md', '[@a] [@b, p. 3]', '[@a; @b, p. 3]'],
		['x.md', '\\cite{a} \\cite{b}', '\\cite{a,b}'],
		['x.md', '{cite:p}`a` {cite:p}`b`', '{cite:p}`a,b`'],
		['x.org', '[cite:@a] [cite:@b]', '[cite:@a;@b]'],
	];
	for (const [file, before, after] of rows) {
		it(`makes ${after} of ${before.replaceAll('\n', '⏎')}`, async () =>
			assert.equal(await merged(file, before), after));
	}

	const kept: [file: string, text: string][] = [
		['x.tex', '\\cite[p. 3]{a} \\cite{b}'],
		['x.tex', '\\cite{a} \\citep{b}'],
		['x.tex', '\\citet{a} \\citet{b}'],
		['x.tex', '\\cite{a}, \\cite{b}'],
		['x.tex', '\\cite{a} and \\cite{b}'],
		['x.tex', '\\cite{a}\n\n\\cite{b}'],
		['x.tex', '\\cite*{a} \\cite{b}'],
		['x.md', '[see @a] [@b]'],
		['x.md', '[@a; @b]'],
		['x.org', '[cite/t:@a] [cite:@b]'],
		['x.typ', '@a @b'],
	];
	for (const [file, text] of kept) {
		it(`leaves ${text.replaceAll('\n', '⏎')} as it is`, async () => assert.equal(await merged(file, text), text));
	}
});

describe('Other ways to write a citation', () => {
	const ways = async (file: string, text: string) => {
		const { files, service } = setUp(file, text);
		const found = await service.otherWays(files.uri, files.position, never);
		return found?.map(({ written, reads }) => (reads ? `${written} → ${reads}` : written));
	};

	it('keep star and notes of a command, and say how they read', async () => {
		const found = await ways('x.tex', '\\usepackage{natbib}\n\\citep*[see][p. 3]{a, |b} \\citet{a}');
		assert.deepEqual(found, [
			'\\citet*[see][p. 3]{a, b} → Ada (2003); Bell & Cole (2001)',
			'\\cite*[see][p. 3]{a, b} → (Ada, 2003; Bell & Cole, 2001)',
		]);
	});

	it('take the pages along in Markdown', async () => {
		assert.deepEqual(await ways('x.md', '[@c|10, p. 3]'), ['@c10 [p. 3] → Dean et al. (2002)']);
		assert.deepEqual(await ways('x.md', '---\nbibliography: refs.bib\n---\nAs @c|10 [p. 3] says'), [
			'[@c10, p. 3] → (Dean et al., 2002)',
		]);
		assert.deepEqual(await ways('x.md', '[see @|a]'), []);
		assert.deepEqual(await ways('x.md', '\\cite{|a, b} and @c10 and [@c9]'), [
			'@a, @b → Ada (2003); Bell & Cole (2001)',
			'[@a; @b] → (Ada, 2003; Bell & Cole, 2001)',
		]);
	});

	it('are those of Typst and Org', async () => {
		assert.deepEqual(await ways('x.typ', '#bibliography("refs.bib")\n@|a[p. 3]'), [
			'#cite(<a>, supplement: [p. 3], form: "prose") → Ada (2003)',
		]);
		assert.deepEqual(await ways('x.typ', '#bibliography("refs.bib")\n#cite(<|a>, form: "prose")'), [
			'@a → (Ada, 2003)',
		]);
		assert.deepEqual(await ways('x.org', '[cite:see @|a p. 3]'), ['[cite/t:see @a p. 3] → Ada (2003)']);
	});

	it('are none for what cites nothing, and unknown where nothing is cited', async () => {
		assert.deepEqual(await ways('x.tex', '\\cite{|}'), []);
		assert.deepEqual(await ways('x.tex', '\\nocite{|a}'), []);
		assert.equal(await ways('x.tex', 'Text|.'), undefined);
	});
});

describe('Rewrites at a place', () => {
	const titles = async (file: string, text: string) => {
		const { files, service, range } = setUp(file, text);
		return (await service.rewrites(files.uri, range, never)).map(({ title }) => title);
	};

	it('offer the other role, merging and sorting where they change something', async () => {
		assert.deepEqual(await titles('x.tex', '\\usepackage{natbib}\\citep{b, c|9, c10, a}, \\citep{c9}'), [
			'Cite as \\citet{b, c9, c10, a}',
			'Merge with the citation beside it: \\citep{b, c9, c10, a}',
			'Sort the keys of this citation',
			'Sort the keys of this citation by year',
		]);
		assert.deepEqual(await titles('x.tex', '\\usepackage{natbib}\\citet{|a}'), ['Cite as \\cite{a}']);
	});

	it('offer no command that the document may not have', async () => {
		assert.deepEqual(await titles('x.tex', '\\cite{|a}'), []);
	});
});
