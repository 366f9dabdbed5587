import type { Name } from '../../model/paper.ts';
import type { Facts } from './facts.ts';
import { inOrder, inverted, listed } from './names.ts';
import { shortened } from './pages.ts';
import { all, ended, italic, joined, type Part, quoted } from './pieces.ts';

/** Of more authors than these, the first seven are named. */
const mostAuthors = 10;
const named = 7;

/**
 * Author and date by the Chicago Manual of Style, 17th edition.
 * @see https://www.chicagomanualofstyle.org/tools_citationguide/citation-guide-2.html
 */
export function chicago(facts: Facts): Part {
	const { kind, authors, hasOthers, editors, year, title, edition, link } = facts;
	const byEditors = authors.length === 0 && kind === 'book' && editors.length > 0;
	const who = byEditors
		? `${names(editors, false)}, ${editors.length > 1 ? 'eds.' : 'ed.'}`
		: names(authors, hasOthers);
	const what = kind === 'book' ? ended(italic(title)) : quoted(title, '.');
	const date = ended(year || 'n.d.');
	const head = who ? joined(' ', ended(who), date, what) : joined(' ', what, date);
	return joined(' ', head, kind === 'book' && ended(edition && `${edition} ed.`), where(facts), ended(link));
}

function where(facts: Facts): Part {
	const { kind, container, volume, issue, publisher, place, number, editors, isMaster, arxiv } = facts;
	const pages = shortened(facts.pages, 'chicago');
	const imprint = ended(joined(': ', place, publisher));
	if (kind === 'preprint') return `Preprint, arXiv:${arxiv}.`;
	if (kind === 'article') {
		const numbered = joined(' ', italic(container), volume, all('(', issue, ')'));
		return ended(joined(': ', numbered, pages));
	}
	if (kind === 'conference' || kind === 'chapter') {
		const by =
			editors.length > 0 &&
			`edited by ${listed(
				editors.map((name) => inOrder(name, false)),
				'and',
			)}`;
		return joined(' ', ended(joined(', ', all('In ', italic(container)), by, pages)), imprint);
	}
	if (kind === 'thesis') return ended(joined(', ', isMaster ? 'Master’s thesis' : 'PhD diss.', publisher));
	if (kind === 'report') return joined(' ', ended(number && `Report ${number}`), imprint);
	return joined(' ', ended(container), imprint);
}

function names(all: readonly Name[], hasOthers: boolean): string {
	const shown = all.length > mostAuthors ? all.slice(0, named) : all;
	const written = shown.map((name, index) => (index === 0 ? inverted(name, false) : inOrder(name, false)));
	if (hasOthers || shown.length < all.length) return `${written.join(', ')}, et al.`;
	return listed(written, 'and', ', and ');
}
