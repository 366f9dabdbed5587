import * as l10n from '@vscode/l10n';
import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import { shown } from '../text/shown.ts';
import { addressesOf, filesOf } from './addresses.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { evidence } from './evidence.ts';
import { readableMath } from './math.ts';

/** The longest abstract that a card shows, in characters; more than a screen helps nobody. */
const abstractLimit = 2400;
const authorLimit = 8;
/** Characters of the title, of the venue and of a name. */
const titleLimit = 600;
const venueLimit = 300;
const nameLimit = 80;

function nameOf(name: Name): string {
	return (
		[name.given, familyOf(name), name.suffix].filter((part) => part && part !== name.literal).join(' ') ||
		familyOf(name)
	);
}

function authors({ author = [], editor = [] }: Paper): string {
	const people = author.length > 0 ? author : editor;
	const names = people.slice(0, authorLimit).map((name) => shown(nameOf(name), nameLimit));
	const listed = names.join(', ');
	return people.length > authorLimit ? l10n.t('{0}, and {1} more', listed, people.length - authorLimit) : listed;
}

/** Where the paper can be read. */
function links(paper: Paper): string {
	const target = (address: string) => address.replaceAll('(', '%28').replaceAll(')', '%29');
	return [...addressesOf(paper), ...filesOf(paper)]
		.map(({ name, address }) => `[${escapeMarkdown(name)}](${target(address)})`)
		.join(' · ');
}

function abstractOf(paper: Paper, sentence: string | undefined): string {
	const text = readableMath((paper.abstract ?? '').slice(0, 2 * abstractLimit));
	const cut = text.length > abstractLimit ? `${text.slice(0, abstractLimit).replace(/\s+\S*$/, '')} …` : text;
	const bears = sentence ? evidence(sentence, cut) : undefined;
	if (!bears) return escapeMarkdown(cut);
	const [before, marked, after] = [cut.slice(0, bears.start), cut.slice(bears.start, bears.end), cut.slice(bears.end)];
	return `${escapeMarkdown(before)}**${escapeMarkdown(marked.trim())}**${after && ' '}${escapeMarkdown(after.trimStart())}`;
}

/**
 * A paper as Markdown: title, authors, venue and year, the abstract with the sentence that bears on `sentence` (the
 * citing one) in bold, links.
 */
export function card(paper: Paper, sentence?: string): string {
	const venue = paper['container-title'] ?? paper.publisher;
	const facts = [
		escapeMarkdown(authors(paper)),
		venue && `*${escapeMarkdown(shown(venue, venueLimit))}*`,
		yearOf(paper)?.toString() ?? (paper.issued?.literal && escapeMarkdown(shown(paper.issued.literal, nameLimit))),
	];
	return [
		`**${escapeMarkdown(shown(readableMath(paper.title.slice(0, 2 * titleLimit)), titleLimit) || l10n.t('Untitled'))}**`,
		facts.filter(Boolean).join(' · '),
		abstractOf(paper, sentence),
		links(paper),
	]
		.filter(Boolean)
		.join('\n\n');
}
