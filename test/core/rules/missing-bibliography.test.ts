import assert from 'node:assert/strict';
import { noTex } from '../../../src/core/ports.ts';
import { missingBibliography } from '../../../src/core/rules/missing-bibliography.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { checkRule } from '../../support/rule-tester.ts';
import { serviceOver } from '../../support/service.ts';

const bib = '@misc{a, title = {A}}\n';

describe('missing-bibliography', () => {
	it('marks each name of a list by itself', () =>
		checkRule(missingBibliography, {
			files: { 'a.tex': '\\documentclass{article}\\bibliography{refs, lost,\n gone}\n', 'refs.bib': bib },
			problems: 2,
			marks: ['lost', 'gone'],
		}));

	it('offers the nearest name, written as the missing one is', () =>
		checkRule(missingBibliography, {
			files: {
				'a.tex': '\\documentclass{article}\\addbibresource{bib/refrences.bib}\n',
				'bib/references.bib': bib,
				'bib/other.bib': bib,
			},
			problems: 1,
			fixed: '\\documentclass{article}\\addbibresource{bib/references.bib}\n',
		}));

	it('does not offer a folder that happens to have the name', () =>
		checkRule(missingBibliography, {
			files: { 'a.tex': '\\documentclass{article}\\bibliography{refs}\n', 'refs.bib/keep.txt': '' },
			problems: 1,
			fixes: [],
		}));

	it('finds the bibliography of Markdown beside the document', () =>
		checkRule(missingBibliography, {
			files: { 'sub/a.md': '---\nbibliography: [refs.bib, lost.bib]\n---\n', 'sub/refs.bib': bib },
			problems: 1,
			marks: ['lost.bib'],
		}));

	it('blames nobody where TeX may find what we cannot', async () => {
		const files = {
			'a.tex': '\\documentclass{article}\\bibliography{lost}\\cite{a}\n',
			'b.md': '---\nbibliography: lost.bib\n---\n',
		};
		const found = async (path: string, service = serviceOver(memoryWorkspace(files), { tex: noTex })) =>
			(await service.check(uriOf(path), never)).find(({ rule }) => rule === missingBibliography.id);
		const gentle = await found('a.tex');
		assert.equal(gentle?.severity, 'information');
		assert.match(gentle.message, /cannot be searched here/);
		// Pandoc looks nowhere else.
		assert.equal((await found('b.md'))?.severity, 'error');
		assert.equal((await found('a.tex', serviceOver(memoryWorkspace(files))))?.severity, 'error');
	});
});
