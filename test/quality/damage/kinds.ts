import type { Citation } from '../../../src/core/model/citation.ts';
import { familyOf, type Paper, yearOf } from '../../../src/core/model/paper.ts';
import type { Span } from '../../../src/core/model/span.ts';
import type { Project } from './project.ts';
import type { Random } from './random.ts';
import { endOfName, familyIn, mayBeNamed, type Name, nameOf, nearest } from './truth.ts';

/** A change of the text that makes a citation wrong. */
export interface Change {
	readonly span: Span;
	readonly newText: string;
	/** The citation: what a problem must touch to be about it. */
	readonly citation: Span;
	/** What a repair should leave, where that is not the text as it was. */
	readonly right?: string;
}

/** One citation, or two, made wrong. */
export interface Damage {
	readonly kind: string;
	/** In order of the text, apart from each other. */
	readonly changes: readonly Change[];
	/** Rules of which one has to speak; none where nothing can be known from the text. */
	readonly rules: readonly string[];
	/** What was done, for people. */
	readonly what: string;
}

/** A citation of one file, its first key, and the paper of that key. */
interface Victim {
	readonly text: string;
	readonly citation: Citation;
	readonly key: string;
	/** Of the key. */
	readonly span: Span;
	readonly paper: Paper;
}

type Maker = (victim: Victim, project: Project, random: Random) => Damage | undefined;

const letters = 'abcdefghijklmnopqrstuvwxyz';

function typo(key: string, random: Random): string {
	const at = random(key.length);
	const [before, here, after] = [key.slice(0, at), key[at]!, key.slice(at + 1)];
	const other = /\d/.test(here) ? `${random(10)}` : letters[random(26)]!;
	switch (random(4)) {
		case 0:
			return before + other + after;
		case 1:
			return before + after;
		case 2:
			return before + other + here + after;
		default:
			return after ? before + after[0] + here + after.slice(1) : before + other;
	}
}

function damage(
	kind: string,
	{ citation, span, key, paper }: Victim,
	newText: string,
	rules: readonly string[],
	at = span,
	right?: string,
): Damage {
	const around = { start: Math.min(at.start, citation.span.start), end: citation.span.end };
	const what = `${key} -> ${newText} | ${paper.title.slice(0, 70)}`;
	return {
		kind,
		changes: [{ span: at, newText, citation: around, ...(right !== undefined && { right }) }],
		rules,
		what,
	};
}

const isTaken = ({ papers }: Project, key: string) =>
	papers.some(({ id, aliases }) => [id, ...(aliases ?? [])].some((one) => one.toLowerCase() === key.toLowerCase()));

function mistyped(kind: string, edits: number): Maker {
	return (victim, project, random) => {
		let key = victim.key;
		for (let i = 0; i < edits; i++) key = typo(key, random);
		const usable = key !== victim.key && key.length > 2 && /^[^\s,;{}%\\#]+$/.test(key);
		return usable && !isTaken(project, key) ? damage(kind, victim, key, ['unknown-key']) : undefined;
	};
}

function otherCase({ key }: Victim, random: Random): string {
	const at = [...key].flatMap((letter, i) => (/[a-z]/i.test(letter) ? [i] : []));
	const [one] = at.length > 0 ? [at[random(at.length)]!] : [];
	if (one === undefined) return key;
	const flip = key[one]! === key[one]!.toLowerCase() ? key[one]!.toUpperCase() : key[one]!.toLowerCase();
	return random(2) === 0 ? key.slice(0, one) + flip + key.slice(one + 1) : key.toUpperCase();
}

/** What needs no understanding of the sentence. */
const mechanical: readonly Maker[] = [
	mistyped('key, one letter wrong', 1),
	mistyped('key, two letters wrong', 2),
	(victim, _, random) => {
		const key = otherCase(victim, random);
		return key === victim.key ? undefined : damage('key in another case', victim, key, ['wrong-case-key']);
	},
	(victim, _, random) => {
		const version = `${victim.paper.arxiv?.replace(/v\d+$/, '')}v${2 + random(5)}`;
		return victim.paper.arxiv && victim.key !== version
			? damage('arXiv id of another version as key', victim, version, ['unknown-key'])
			: undefined;
	},
	(victim) => damage('key twice', victim, `${victim.key}, ${victim.key}`, ['repeated-key']),
	(victim, _, random) =>
		damage('stray comma', victim, random(2) === 0 ? `${victim.key},` : `, ${victim.key}`, ['empty-slot']),
	(victim) => {
		const { citation, text, paper } = victim;
		if (citation.items.length > 1) return undefined;
		const kind = nameOf(text, citation, paper) ? 'key gone, work named' : 'key gone, nothing named';
		return damage(kind, victim, '', ['empty-citation']);
	},
];

const named = ['misattributed-citation', 'author-year-mismatch'];

/** Another paper of the bibliography that the text cannot mean. */
function another(
	{ papers }: Project,
	{ paper }: Victim,
	name: Name | undefined,
	pick: (some: Paper[]) => Paper | undefined,
) {
	return pick(
		papers.filter((other) => other.id !== paper.id && other.title && !(name && mayBeNamed(name, paper, other))),
	);
}

function moved(
	how: string,
	pick: (victim: Victim, some: readonly Paper[], random: Random) => Paper | undefined,
): Maker {
	return (victim, project, random) => {
		const { citation, text, paper } = victim;
		const name = citation.items.length === 1 ? nameOf(text, citation, paper) : undefined;
		const other = name && another(project, victim, name, (some) => pick(victim, some, random));
		return other && damage(`${name.kind}, ${how} paper cited`, victim, other.id, named);
	};
}

/** Writes a year behind the authors that stand in front of a citation: most documents leave it to the style. */
function dated(kind: string, off: (random: Random) => number): Maker {
	return (victim, _, random) => {
		const { text, citation, paper } = victim;
		const name = citation.items.length === 1 ? nameOf(text, citation, paper) : undefined;
		const year = yearOf(paper);
		if (name?.kind !== 'authors' || name.dated || year === undefined) return undefined;
		const end = endOfName(text, citation);
		const at = { start: end, end };
		return damage(kind, victim, ` (${year + off(random)})`, ['author-year-mismatch'], at, ` (${year})`);
	};
}

/** What only the sentence tells. */
const meant: readonly Maker[] = [
	moved('another', (_, some, random) => some[random(some.length)]),
	moved('nearest', ({ paper }, some) => nearest(paper, some)),
	dated('year written into the text, off by 3 to 9', (random) => (random(2) === 0 ? 1 : -1) * (3 + random(7))),
	dated('year written into the text, off by 1 or 2', (random) => (random(2) === 0 ? 1 : -1) * (1 + random(2))),
	dated('no damage: the right year written into the text', () => 0),
	(victim, _, random) => {
		const { text, citation, paper } = victim;
		const at = citation.items.length === 1 ? familyIn(text, citation, paper) : undefined;
		if (!at || at.end - at.start < 5) return undefined;
		const right = text.slice(at.start, at.end);
		const wrong = right[0] + typo(right.slice(1), random);
		if (right === wrong || !/^[\p{L}'-]+$/u.test(wrong)) return undefined;
		return damage('author in the text, one letter wrong', victim, wrong, ['author-year-mismatch'], at);
	},
	(victim, project, random) => {
		const { text, citation, paper } = victim;
		const at = citation.items.length === 1 ? familyIn(text, citation, paper) : undefined;
		const name = at && nameOf(text, citation, paper);
		const other = at && another(project, victim, name, (some) => some[random(some.length)]);
		const wrong = other && familyOf(other.author?.[0] ?? {});
		// Whoever is among the authors is not wrong.
		const known = paper.author?.some((one) => familyOf(one) === wrong);
		if (!at || !wrong || known || !/^\p{Lu}[\p{L}-]+$/u.test(wrong)) return undefined;
		return damage('author in the text, another’s', victim, wrong, ['author-year-mismatch'], at);
	},
];

/** Two citations that exchange their keys. */
function exchanged(one: Victim, other: Victim): Damage | undefined {
	if (one.key === other.key || one.paper.title === other.paper.title) return undefined;
	const names = [one, other].map(({ text, citation, paper }) => nameOf(text, citation, paper));
	const tells = (from: Victim, to: Victim, name: Name | undefined) => name && !mayBeNamed(name, from.paper, to.paper);
	const told = tells(one, other, names[0]) || tells(other, one, names[1]);
	const kind = told ? 'keys exchanged, a work named' : 'keys exchanged, nothing named';
	const changes = [
		{ span: one.span, newText: other.key, citation: one.citation.span },
		{ span: other.span, newText: one.key, citation: other.citation.span },
	];
	return { kind, changes, rules: named, what: `${one.key} <-> ${other.key}` };
}

/** So many damages of each mechanical kind for each document, and as many as can be of the others. */
const FEW = 12;

/**
 * Damages of a document, file by file, in every kind that there is a place for.
 * @param spared tells citations that are not to be touched: those that have problems already
 */
export function damagesOf(
	project: Project,
	spared: (uri: string, span: Span) => boolean,
	random: Random,
): Map<string, Damage[]> {
	const found = new Map<string, Damage[]>();
	const add = (uri: string, damages: readonly (Damage | undefined)[]) =>
		found.set(uri, [...(found.get(uri) ?? []), ...damages.filter((one) => one !== undefined)]);
	const all = project.files.flatMap(({ uri, text, citations }) =>
		citations.flatMap((citation) => {
			const { key, span } = citation.items[0]!;
			const paper = project.cited.get(key);
			return paper?.title && !spared(uri, citation.span) ? [{ uri, text, citation, key, span, paper }] : [];
		}),
	);
	const some = random.some(all, all.length);
	for (const make of mechanical) {
		let made = 0;
		for (const victim of some) {
			const one = made < FEW ? make(victim, project, random) : undefined;
			if (one) made++;
			add(victim.uri, [one]);
		}
	}
	for (const victim of all) {
		add(
			victim.uri,
			meant.map((make) => make(victim, project, random)),
		);
	}
	const single = all.filter(({ citation }) => citation.items.length === 1);
	for (const [i, one] of single.entries()) {
		const other = single[i + 1];
		if (i % 2 === 0 && other && other.uri === one.uri) add(one.uri, [exchanged(one, other)]);
	}
	return found;
}
