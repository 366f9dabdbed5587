import { missingBibliography } from '../../../src/core/rules/missing-bibliography.ts';
import { checkRule } from '../../support/rule-tester.ts';

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
});
