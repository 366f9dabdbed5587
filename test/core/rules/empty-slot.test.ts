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
		['\\cite{a,', 0],
		['\\cite{}', 0],
		['% \\cite{a,}', 0],
	];
	for (const [before, problems, after] of cases) {
		it(`${JSON.stringify(before)} has ${problems}`, () =>
			checkRule(emptySlot, { files: { 'a.tex': before }, problems, ...(after && { fixed: after }) }));
	}
});
