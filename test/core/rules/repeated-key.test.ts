import { repeatedKey } from '../../../src/core/rules/repeated-key.ts';
import { checkRule } from '../../support/rule-tester.ts';

describe('repeated-key', () => {
	const cases: [file: string, before: string, problems: number, after?: string][] = [
		['a.tex', '\\cite{a,a}', 1, '\\cite{a}'],
		['a.tex', '\\cite{a, b,\n  a, c}', 1, '\\cite{a, b, c}'],
		['a.tex', '\\cite{a, b, % mine\n a}', 1],
		['a.tex', '\\cites[1]{a}[2]{a}', 0],
		['a.tex', '\\cite{a} \\cite{a}', 0],
		['a.tex', '\\cite{a, A}', 0],
		['a.md', '[@a; @b; @a]', 1, '[@a; @b]'],
		['a.md', '[@a, p. 1; @a, p. 2]', 0],
	];
	for (const [file, before, problems, after] of cases) {
		it(`${JSON.stringify(before)} has ${problems}`, () =>
			checkRule(repeatedKey, { files: { [file]: before }, problems, ...(after && { fixed: after }) }));
	}
});
