import { type Facts, monthAndYear } from './facts.ts';
import { inOrder, listed } from './names.ts';
import { all, ended, italic, joined, type Part, quoted } from './pieces.ts';

/** Of more authors, the first one stands for all. */
const mostAuthors = 6;

/**
 * The style of the Institute of Electrical and Electronics Engineers.
 * @see https://journals.ieeeauthorcenter.ieee.org/wp-content/uploads/sites/7/IEEE_Reference_Guide.pdf
 */
export function ieee(facts: Facts): Part {
	const { kind, authors, hasOthers, title, doi, link } = facts;
	const names = authors.map((name) => inOrder(name, true));
	const isMany = hasOthers || names.length > mostAuthors;
	const who: Part = isMany
		? [hasOthers ? names.slice(0, mostAuthors).join(', ') : names[0], ' ', italic('et al.')]
		: listed(names, 'and');
	const online: Part = doi ? `doi: ${doi}` : kind === 'preprint' ? undefined : all('[Online]. Available: ', link);
	// An address may be followed by nothing that could be taken for a part of it.
	const finish = (part: Part) =>
		doi || !link || kind === 'preprint' ? ended(joined(', ', part, online)) : joined(' ', ended(part), online);
	if (kind === 'book') {
		const head = joined(', ', who, italic(title), facts.edition && `${facts.edition} ed`);
		return finish(joined(' ', ended(head), joined(', ', imprint(facts), facts.year)));
	}
	return finish([joined(', ', who, quoted(title, ',')).concat({ text: ' ', isItalic: false }), where(facts)]);
}

function imprint({ place, publisher }: Facts): Part {
	return joined(': ', place, publisher);
}

function where(facts: Facts): Part {
	const { kind, container, volume, issue, pages, publisher, place, year, number, arxiv } = facts;
	const on = pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
	if (kind === 'preprint') return joined(', ', year, italic(`arXiv:${arxiv}`));
	if (kind === 'article')
		return joined(
			', ',
			italic(container),
			volume && `vol. ${volume}`,
			issue && `no. ${issue}`,
			on,
			monthAndYear(facts),
		);
	if (kind === 'conference') return joined(', ', all('in ', italic(container)), place, year, on);
	if (kind === 'chapter') {
		const editors = listed(
			facts.editors.map((name) => inOrder(name, true)),
			'and',
		);
		const by = editors && `${editors}, ${facts.editors.length > 1 ? 'Eds' : 'Ed'}`;
		return joined(', ', joined('. ', joined(', ', all('in ', italic(container)), by), imprint(facts)), year, on);
	}
	if (kind === 'thesis')
		return joined(', ', facts.isMaster ? 'M.S. thesis' : 'Ph.D. dissertation', publisher, place, year);
	if (kind === 'report') return joined(', ', publisher, place, number && `Rep. ${number}`, year);
	return joined(', ', container, publisher, year);
}
