import assert from 'node:assert/strict';
import { unknownKey } from '../../../src/core/rules/unknown-key.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { checkRule } from '../../support/rule-tester.ts';
import { serviceOver } from '../../support/service.ts';

const tex = (body: string, preamble = '\\bibliography{refs}') =>
	`\\documentclass{article}${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;
const bib = [
	'@article{vaswani2017attention, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}',
	'@article{devlin2019bert, title = {{BERT}: Pre-training of Deep Bidirectional Transformers}, author = {Devlin, Jacob}, year = 2019}',
	'@misc{1706.03762v5, title = {Preprint of Something}, year = 2017}',
].join('\n');

describe('unknown-key', () => {
	it('marks exactly the key, among others, over lines', () =>
		checkRule(unknownKey, {
			files: {
				'a.tex': tex('\\citep[see][p. 3]{devlin2019bert,\n  devlin2019brt, % a note\n  nothing:at/all}'),
				'refs.bib': bib,
			},
			problems: 2,
			marks: ['devlin2019brt', 'nothing:at/all'],
			messages: [/devlin2019brt.*refs\.bib/],
		}));

	it('first offers the same arXiv id of another version', () =>
		checkRule(unknownKey, {
			files: { 'a.tex': tex('\\cite{1706.03762v2}'), 'refs.bib': bib },
			problems: 1,
			fixed: tex('\\cite{1706.03762v5}'),
		}));

	it('first offers the paper of another key style', () =>
		checkRule(unknownKey, {
			files: { 'a.tex': tex('\\cite{vaswani17}'), 'refs.bib': bib },
			problems: 1,
			fixed: tex('\\cite{vaswani2017attention}'),
		}));

	it('is only a hint where a bibliography could not be read', () =>
		checkRule(unknownKey, {
			files: { 'a.tex': tex('\\cite{x}', '\\bibliography{refs,lost}'), 'refs.bib': bib },
			problems: 1,
			severities: ['hint'],
			messages: [/lost/],
		}));

	it('offers nothing but near keys where the key may be right', () =>
		checkRule(unknownKey, {
			files: {
				'a.tex': tex('Attention \\cite{zaheer2020bigbird} or \\cite{devlin2019brt}', '\\bibliography{refs,lost}'),
				'refs.bib': bib,
			},
			problems: 2,
			fixes: [],
		}));

	it('says nothing where there is nothing to know: no bibliography, no corpus', () =>
		checkRule(unknownKey, { files: { 'a.md': 'See \\cite{x}.\n' }, problems: 0 }));

	it('knows keys that the document defines itself, and everything that \\nocite{*} means', () =>
		checkRule(unknownKey, {
			files: {
				'a.tex': tex('\\cite{own}\\nocite{*}\\begin{thebibliography}{9}\\bibitem{own} Me.\\end{thebibliography}'),
				'refs.bib': bib,
			},
			problems: 0,
		}));

	it('checks a document without a bibliography against the whole corpus', () =>
		checkRule(unknownKey, {
			files: { 'a.md': 'See \\cite{devlin2019bert} and \\cite{nope}.\n', 'all.bib': bib },
			corpus: ['*.bib'],
			problems: 1,
			marks: ['nope'],
		}));

	it('obeys comments that silence it', () =>
		checkRule(unknownKey, {
			files: { 'a.tex': tex('% relwork-ignore unknown-key\n\\cite{x}\n\\cite{y}'), 'refs.bib': bib },
			problems: 1,
			marks: ['y'],
		}));

	it('offers to add the paper when the corpus has the very key', () =>
		checkRule(unknownKey, {
			files: {
				'a.tex': tex('\\cite{lewis2020rag}'),
				'refs.bib': bib,
				'more.jsonl': JSON.stringify({ id: 'lewis2020rag', title: 'Retrieval-Augmented Generation', year: 2020 }),
			},
			corpus: ['more.jsonl'],
			problems: 1,
			fixes: [/^Use .*add it to refs\.bib$/, /Remove/],
		}));

	it('knows a key of a shared chapter that any of its roots has', async () => {
		const files = {
			'ch.tex': '\\cite{devlin2019bert, own, nobody}\n',
			'paper.tex': '\\documentclass{article}\\input{ch}\\bibliography{empty}',
			'thesis.tex': '\\documentclass{book}\\input{ch}\\bibliography{refs}',
			'talk.tex': '\\documentclass{beamer}\\input{ch}\\bibitem{own}',
			'empty.bib': '@misc{other, title = {Other}}',
			'refs.bib': bib,
		};
		await checkRule(unknownKey, { files, problems: 1, marks: ['nobody'] });
	});

	it('keeps folders apart that are open at once', async () => {
		const main = '\\documentclass{article}\\bibliography{refs}\\input{ch}\\cite{a,b}';
		const workspace = memoryWorkspace({
			'one/main.tex': main,
			'one/ch.tex': '\\cite{a}\\cite{b}',
			'one/refs.bib': '@misc{a, title = {A}}',
			'two/main.tex': main,
			'two/ch.tex': '\\cite{a}\\cite{b}',
			'two/refs.bib': '@misc{b, title = {B}}',
		});
		const service = serviceOver({ ...workspace, folders: [uriOf('one'), uriOf('two')] });
		const unknown = async (path: string) => (await service.check(uriOf(path), never)).map(({ data }) => data?.key);
		assert.deepEqual(await unknown('one/main.tex'), ['b']);
		assert.deepEqual(await unknown('one/ch.tex'), ['b']);
		assert.deepEqual(await unknown('two/main.tex'), ['a']);
		assert.deepEqual(await unknown('two/ch.tex'), ['a']);
	});
});
