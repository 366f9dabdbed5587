import * as l10n from '@vscode/l10n';
import { spellings } from '../util/spellings.ts';
import { itemAt } from './edits.ts';
import { isKnown, keysOfProject } from './known.ts';
import type { DocumentRule, DocumentView, Finding } from './types.ts';

function judge(
	{ project: { declares, ignoresCase, open } }: DocumentView,
	key: string,
	exact: string,
	[other]: readonly string[],
): Pick<Finding, 'message' | 'severity'> {
	const what = declares
		? l10n.t('The bibliography writes “{0}” as “{1}”', key, exact)
		: l10n.t('The corpus writes “{0}” as “{1}”', key, exact);
	if (open.length > 0) {
		const message = l10n.t('{0}, but not all that the document cites from could be read.', what);
		return { message, severity: 'hint' };
	}
	if (!ignoresCase) return { message: l10n.t('{0}, and capitals count here: write it so.', what) };
	if (other !== undefined) {
		const message = l10n.t('{0}. BibTeX refuses the key, as it is cited as “{1}” too: write it so.', what, other);
		return { message };
	}
	const message = l10n.t("{0}. BibTeX takes them for the same key; most other programs don't.", what);
	return { message, severity: 'information' };
}

const files = (key: string, preamble = '') => ({
	'main.tex': `\\documentclass{article}${preamble}\n\\begin{document}\\cite{${key}}\\bibliography{refs}\\end{document}\n`,
	'refs.bib': '@misc{knuth1984tex, title = {The TeXbook}}\n',
});

export const wrongCaseKey: DocumentRule = {
	id: 'wrong-case-key',
	scope: 'document',
	severity: 'error',
	summary: 'A citation key whose capitals differ from those of its entry.',
	rationale:
		'biber and Pandoc tell capitals from small letters: the citation prints as “[?]”. BibTeX does not, but it refuses a paper that is cited in two cases.',
	remedy: 'Write the key as its entry does.',
	examples: [
		{
			files: files('Knuth1984TeX', '\\usepackage{biblatex}'),
			problems: 1,
			fixed: files('knuth1984tex', '\\usepackage{biblatex}')['main.tex'],
		},
		{ files: files('knuth1984tex', '\\usepackage{biblatex}'), problems: 0 },
	],
	*check(view) {
		if (!view.judged) return;
		if (view.otherCases.size === 0) return;
		const cited = spellings(keysOfProject(view));
		for (const citation of view.semantics.citations) {
			if (!citation.closed) continue;
			for (const { key, span } of citation.items) {
				const [exact] = isKnown(view, key) ? [] : (view.otherCases.get(key) ?? []);
				if (exact === undefined) continue;
				const others = [...(cited.get(key.toLowerCase()) ?? [])].filter((other) => other !== key);
				yield { span, data: { key }, ...judge(view, key, exact, others) };
			}
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem);
		const exact = (found && view.otherCases.get(found.item.key)) ?? [];
		const safe = exact.length === 1 && view.project.open.length === 0;
		return exact.map((key) => ({
			title: l10n.t('Change to {0}', key),
			safe,
			edits: [{ file: problem.file, range: problem.range, newText: key }],
		}));
	},
};
