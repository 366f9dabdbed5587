import type { Facts } from './facts.ts';
import { inOrder, inverted } from './names.ts';
import { all, ended, italic, joined, type Part } from './pieces.ts';

/** Authors that are named; of more, the first nineteen and the last. */
const mostAuthors = 20;

/**
 * The seventh edition of the style of the American Psychological Association. Titles keep their capitals.
 * @see https://apastyle.apa.org/style-grammar-guidelines/references/examples
 */
export function apa(facts: Facts): Part {
	const { authors, editors, year, title, edition, link, kind } = facts;
	const who = names(
		authors.map((name) => inverted(name, true)),
		facts.hasOthers,
	);
	const byEditors = kind === 'book' && who === '' && editors.length > 0;
	const edited =
		byEditors &&
		`${names(
			editors.map((name) => inverted(name, true)),
			false,
		)} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`;
	const isWhole = kind === 'book' || kind === 'thesis' || kind === 'report' || kind === 'preprint' || kind === 'other';
	const what = [isWhole ? italic(title) : title, all(' (', detail(facts), ')'), all(' [', thesis(facts), ']')];
	const date = `(${year || 'n.d.'})`;
	const author = who || edited;
	const head = author ? [ended(author), ended(` ${date}`), ' ', ended(what)] : [ended([what, ` ${date}`])];
	const tail = kind === 'book' && edition === '' ? ended(facts.publisher) : where(facts);
	return joined(' ', head, tail, link);
}

/** What stands in parentheses behind the title of a whole work. */
function detail({ kind, edition, number, arxiv }: Facts): string {
	if (kind === 'book') return edition && `${edition} ed.`;
	if (kind === 'report') return number && `Report No. ${number}`;
	return kind === 'preprint' ? `arXiv:${arxiv}` : '';
}

function thesis({ kind, isMaster, publisher }: Facts): string {
	if (kind !== 'thesis') return '';
	return [isMaster ? 'Master’s thesis' : 'Doctoral dissertation', publisher].filter(Boolean).join(', ');
}

function where({ kind, container, volume, issue, pages, publisher, edition, editors }: Facts): Part {
	if (kind === 'thesis') return undefined;
	if (kind === 'preprint') return 'arXiv.';
	if (kind === 'article') {
		const number = [italic(volume), issue && `(${issue})`];
		return ended(joined(', ', italic(container), volume || issue ? number : undefined, pages));
	}
	if (kind === 'conference' || kind === 'chapter') {
		const by =
			editors.length > 0 &&
			`${names(
				editors.map((name) => inOrder(name, true)),
				false,
			)} (${editors.length > 1 ? 'Eds.' : 'Ed.'})`;
		const inside = [edition && `${edition} ed.`, pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`].filter(
			Boolean,
		);
		const book = [italic(container), all(' (', inside.join(', '), ')')];
		return joined(' ', container !== '' && ended(['In ', joined(', ', by, book)]), ended(publisher));
	}
	return ended(joined('. ', kind === 'other' && container, publisher));
}

function names(all: readonly string[], hasOthers: boolean): string {
	if (all.length > mostAuthors) return `${all.slice(0, mostAuthors - 1).join(', ')}, . . . ${all.at(-1)}`;
	if (hasOthers) return `${all.join(', ')}, et al.`;
	return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')}, & ${all.at(-1)}`;
}
