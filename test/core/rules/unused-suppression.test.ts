import { unusedSuppression } from '../../../src/core/rules/unused-suppression.ts';
import { checkRule } from '../../support/rule-tester.ts';

const bib = '@misc{a, title = {A}}\n';
const tex = (body: string) =>
	`\\documentclass{article}\n\\begin{document}\n${body}\\bibliography{refs}\n\\end{document}\n`;

describe('unused-suppression', () => {
	const cases: [what: string, body: string, problems: number, after?: string][] = [
		['an id that no rule has', '% relwork-ignore unknown-keys\n\\cite{a}\n', 1, '\\cite{a}\n'],
		['a rule with nothing to say', '\\cite{a} % relwork-ignore empty-slot\n', 1, '\\cite{a} \n'],
		['a comment that takes away its line end', '\\cite{a}% relwork-ignore empty-slot\nb\n', 1, '\\cite{a}%\nb\n'],
		['every rule, with nothing to say', '% relwork-ignore\n\\cite{a}\n', 1, '\\cite{a}\n'],
		['the whole file', '% relwork-ignore-file unknown-key\n\\cite{a}\n', 1, '\\cite{a}\n'],
		['one id of two', '% relwork-ignore unknown-key empty-slot\n\\cite{b}\n', 1],
		['a rule that is silenced', '% relwork-ignore unknown-key\n\\cite{b}\n', 0],
		['every rule that is silenced', '\\cite{} % relwork-ignore\n', 0],
		['itself', '% relwork-ignore unknown-key unused-suppression\n\\cite{a}\n', 0],
		['a project that could not be read', '% relwork-ignore unknown-key\n\\cite{a}\\input{gone}\n', 0],
	];
	for (const [what, body, problems, after] of cases) {
		it(`${what}: ${problems}`, () =>
			checkRule(unusedSuppression, {
				files: { 'main.tex': tex(body), 'refs.bib': bib },
				problems,
				...(after !== undefined && { fixed: tex(after) }),
			}));
	}

	it('tells the nearest id', () =>
		checkRule(unusedSuppression, {
			files: { 'main.tex': tex('% relwork-ignore unknown-keys\n'), 'refs.bib': bib },
			problems: 1,
			messages: [/There is no rule “unknown-keys”; did you mean “unknown-key”\?/],
		}));
	it('knows bibliographies, of whose entries not all are looked at', () =>
		checkRule(unusedSuppression, {
			files: { 'refs.bib': `% relwork-ignore duplicate-entry\n${bib}% relwork-ignore placeholder-entry\n` },
			problems: 1,
			fixed: `${bib}% relwork-ignore placeholder-entry\n`,
		}));
});
