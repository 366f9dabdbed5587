import { emptySlot } from '../../../src/core/rules/empty-slot.ts';
import { checkRule } from '../../support/rule-tester.ts';

describe('empty-slot', () => {
	const cases: [before: string, problems: number, after?: string][] = [
		['\\cite{a,}', 1, '\\cite{a}'],
		['\\cite{,a}', 1, '\\cite{a}'],
		['\\cite{ , a}', 1, '\\cite{a}'],
		['\\cite{a, , b}', 1, '\\cite{a, b}'],
		['\\cite{a,\n  b,\n}', 1, '\\cite{a,\n  b}'],
		['\\citep[see][p.~3]{a,,b}', 1, '\\citep[see][p.~3]{a,b}'],
		['\\cite{a, % later: b\n}', 1, '\\cite{a % later: b\n}'],
		['\\cites{a}[4]{}', 1],
		['\\cites{a}{b,}', 1],
		['\\cite{a,', 0],
		['\\cite{}', 0],
		['% \\cite{a,}', 0],
	];
	for (const [before, problems, after] of cases) {
		it(`${JSON.stringify(before)} has ${problems}`, () =>
			checkRule(emptySlot, { files: { 'a.tex': before }, problems, ...(after && { fixed: after }) }));
	}

	it('marks the comma alone where the slot spans lines', () =>
		checkRule(emptySlot, { files: { 'a.tex': '\\cite{a,\n  ,\n  b,\n}' }, problems: 2, marks: [',', ','] }));

	it('speaks of a part that has braces of its own, and fills it', () =>
		checkRule(emptySlot, {
			files: {
				'a.tex': '\\bibliography{refs}\nLinear Attention and others \\autocites[4]{a}[5]{}.',
				'refs.bib': '@misc{a, title = {Linear Attention}}\n@misc{b, title = {Others: Linear Attention in Depth}}',
			},
			problems: 1,
			marks: ['{}'],
			messages: [/^This part of \\autocites names no paper/],
			fixes: [/^Cite “Others/],
		}));
});
