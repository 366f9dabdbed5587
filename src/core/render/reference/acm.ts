import { type Facts, monthAndYear } from './facts.ts';
import { inOrder, listed } from './names.ts';
import { all, ended, italic, joined, type Part } from './pieces.ts';

/**
 * The reference format of the Association for Computing Machinery.
 * @see https://www.acm.org/publications/authors/reference-formatting
 */
export function acm(facts: Facts): Part {
	const { kind, authors, hasOthers, editors, year, title, edition, link } = facts;
	const inFull = (name: Facts['authors'][number]) => inOrder(name, false);
	const who = hasOthers ? `${authors.map(inFull).join(', ')}, et al.` : listed(authors.map(inFull), 'and');
	const byEditors = !who && kind === 'book' && editors.length > 0;
	const edited = byEditors && `${listed(editors.map(inFull), 'and')} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`;
	const isWhole = kind === 'book' || kind === 'thesis' || kind === 'report';
	const what = [isWhole ? italic(title) : title, all(' (', kind === 'book' && edition && `${edition}. ed.`, ')')];
	return joined(' ', ended(who || edited), ended(year || 'n.d.'), ended(what), where(facts), link);
}

function where(facts: Facts): Part {
	const { kind, container, volume, issue, pages, publisher, place, number, editors, isMaster, arxiv } = facts;
	const imprint = joined(', ', publisher, place);
	if (kind === 'preprint') return `arXiv:${arxiv}.`;
	if (kind === 'article') {
		const numbered = joined(', ', joined(' ', italic(container), volume), issue);
		return ended(joined(', ', joined(' ', numbered, all('(', monthAndYear(facts), ')')), pages));
	}
	if (kind === 'conference' || kind === 'chapter') {
		const by =
			editors.length > 0 &&
			`${listed(
				editors.map((name) => inOrder(name, false)),
				'and',
			)} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`;
		return joined(' ', ended(joined(', ', all('In ', italic(container)), by)), ended(joined(', ', imprint, pages)));
	}
	if (kind === 'thesis') return joined(' ', isMaster ? 'Master’s thesis.' : 'Ph.D. Dissertation.', ended(imprint));
	if (kind === 'report') return joined(' ', ended(number && `Technical Report ${number}`), ended(imprint));
	return joined(' ', ended(container), ended(imprint));
}
