import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@inproceedings{vaswani2017attention, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017, booktitle = {NeurIPS}, doi = {10.1000/x(y)}, eprint = {1706.03762}, archivePrefix = {arXiv}, abstract = {Recurrent networks dominate. The Transformer translates better than ensembles of recurrent networks. It is parallel.}}
@misc{evil, title = {<img src=x onerror=alert(1)> [click](command:evil) **bold**}, url = {javascript:alert(1)}}
@misc{filed, title = {Filed}, file = {Full text:papers/bert.pdf:PDF;a)b](command:x.pdf}}
`;

async function hoverAt(body: string) {
	const files = fixture(
		`%! main.tex\n\\documentclass{article}\\bibliography{refs}\\begin{document}\n${body}\n\\end{document}\n${bib}`,
	);
	const hover = await serviceOver(files.workspace).hover(files.uri, files.position, never);
	const document = await files.workspace.open(files.uri);
	return {
		about: hover?.about,
		value: (hover?.contents as MarkupContent | undefined)?.value,
		marked: hover?.range && document.getText(hover.range),
	};
}

describe('hover', () => {
	it('shows the paper, with the sentence of its abstract that bears on the citing one', async () => {
		const { value, marked } = await hoverAt('It translates better than ensembles \\cite{vaswani|2017attention}.');
		assert.equal(marked, 'vaswani2017attention');
		assert.match(value!, /\*\*Attention Is All You Need\*\*/);
		assert.match(value!, /Ashish Vaswani · \*NeurIPS\* · 2017/);
		assert.match(
			value!,
			/dominate\\?\. \*\*The Transformer translates better than ensembles of recurrent networks\\?\.\*\* It is/,
		);
		assert.match(value!, /\[arXiv\]\(https:\/\/arxiv\.org\/abs\/1706\.03762\)/);
		assert.match(value!, /\[DOI\]\(https:\/\/doi\.org\/10\.1000\/x%28y%29\)/);
	});

	it('says where else the paper is cited', async () => {
		const { value } = await hoverAt('\\cite{vaswani2017attention}\n\n\\cite{vaswani|2017attention}');
		assert.match(value!, /also cited at \[main\.tex:2\]\(file:\/\/\/w\/main\.tex#L2\)/);
	});

	it('over the command, lists all its papers', async () => {
		const { value, marked } = await hoverAt('\\ci|te{vaswani2017attention, nobody}');
		assert.equal(marked, '\\cite{vaswani2017attention, nobody}');
		assert.match(value!, /Attention Is All You Need[\s\S]*`nobody`: no such entry/);
	});

	it('over a broken key, says what it may have been', async () => {
		const { value } = await hoverAt('\\cite{vaswani2107|attention}');
		assert.match(value!, /No entry has the key `vaswani2107attention`[\s\S]*`vaswani2017attention`/);
	});

	it('shows hostile titles and addresses as text', async () => {
		const { value } = await hoverAt('\\cite{ev|il}');
		assert.doesNotMatch(value!, /<img|(?<!\\)\[click|\]\(command|\]\(javascript|(?<!\\)\*\*bold/);
		assert.match(value!, /img src/);
	});

	it('leads to the entries of an overview, and counts what it leaves out', async () => {
		const { value } = await hoverAt('\\ci|te{vaswani2017attention}');
		assert.match(value!, /\[`vaswani2017attention`\]\(file:\/\/\/w\/refs\.bib#L1\)/);
		const many = Array.from({ length: 30 }, (_, index) => `key${index}`).join(',');
		assert.match((await hoverAt(`\\ci|te{${many}}`)).value!, /`key19`: no such entry\n- and 10 more$/);
	});

	it('leads to files on disk, and nowhere out of a name', async () => {
		const { value } = await hoverAt('\\cite{fi|led}');
		assert.match(value!, /\[bert\.pdf\]\(file:\/\/\/w\/papers\/bert\.pdf\)/);
		assert.match(value!, /\[a\\\)b\\\]\\\(command:x\.pdf\]\(file:\/\/\/w\/a%29b%5D%28command%3Ax\.pdf\)/);
	});

	it('names the paper that it is about, where there is one', async () => {
		assert.deepEqual((await hoverAt('\\cite{ev|il}')).about, { key: 'evil' });
		assert.equal((await hoverAt('\\cite{no|body}')).about, undefined);
	});

	it('is not there in running text', async () => {
		assert.equal((await hoverAt('vaswani|2017attention')).value, undefined);
	});
});
