import * as l10n from '@vscode/l10n';
import { type Paper, yearOf } from '../model/paper.ts';
import type { WayToCite } from '../project/ways-to-cite.ts';
import { authorsLabel, titleOf } from './label.ts';

/** How a citation reads in a style of authors and years; empty where its papers or its command do not tell. */
export function readsAs({ sample, role }: WayToCite, papers: readonly (Paper | undefined)[]): string {
	const known = papers.flatMap((paper) => (paper && authorsLabel(paper) ? [paper] : []));
	if (known.length === 0 || known.length < papers.length) return '';
	const years = known.map((paper) => yearOf(paper)?.toString() ?? 'n.d.');
	const names = known.map(authorsLabel);
	const pairs = names.map((name, index) => `${name}, ${years[index]}`).join('; ');
	if (role === 'textual') return names.map((name, index) => `${name} (${years[index]})`).join('; ');
	if (/foot/i.test(sample)) return l10n.t('{0}, in a footnote', pairs);
	if (/super/i.test(sample)) return l10n.t('a raised number');
	if (role === 'behind') return `(${pairs})`;
	if (/author/i.test(sample)) return names.join('; ');
	if (/year|date/i.test(sample)) return years.join('; ');
	return /title/i.test(sample) ? known.map(titleOf).join('; ') : '';
}
