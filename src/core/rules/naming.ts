import { sameWork, titleKey } from '../corpus/identity.ts';
import type { Mention } from '../corpus/types.ts';
import { familyOf, type Name, type Paper } from '../model/paper.ts';
import { isTextual } from '../project/ways-to-cite.ts';
import { stem } from '../search/stem.ts';
import { isStopWord } from '../search/stop-words.ts';
import { shortName } from '../search/titles.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';
import { type Group, groupsOf } from './groups.ts';
import type { StatementView } from './types.ts';

/** A work that a sentence names, and the citations that stand for it there. */
export interface Naming {
	readonly mention: Mention;
	readonly group: Group;
}

/** What a named thing may be called in front of its citation: “the LightGBM package [1]”. */
const kinds = new Set(
	`algorithm analysis api approach architecture atlas attack benchmark challenge classifier code codebase collection configuration
	corpus data database dataset decoder detector embedding encoder estimator format framework implementation initiative kernel
	language layer library loss method methodology metric model module network ontology optimiser optimizer package paper parser
	pipeline platform plugin procedure program project protocol python r reasoner release reparameterization reparametrization
	repository resource scheme score server set simulator software specification standard study suite survey system task team
	technique tool toolbox toolkit toolset tracker transformer white work`.split(/\s+/),
);
/** Words that lead from a name to who made it. */
const links = new Set(
	`a also and are as been by cf created defined designed developed e.g eg first from given has have in introduced is made
	of originally presented proposed published recently released see that the was were which`.split(/\s+/),
);
const makers = new Set('by from of in'.split(' '));
/** Longest way from a name to its citation, in words. */
const FAR = 10;

/** Does what stands between a name and a citation only say what the thing is, its acronym, or who made it? */
function leadsOn(gap: string): boolean {
	// A citation in between is the one that the name belongs to.
	if (/[\ue000-\uf8ff]/.test(gap)) return false;
	if (/^[-–/][\p{L}\p{N}]/u.test(gap) || /[.;!?]\s/.test(gap.replace(/\b(?:al|cf|e\.g)\./g, ''))) return false;
	const tokens = gap.replace(/\([^()]{0,80}\)/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu) ?? [];
	if (tokens.length > FAR) return false;
	let made = false;
	// Behind a comma something else begins: “unlike MobileNet, residual networks [1]”.
	const parted = /^["'”’]?,/.test(gap);
	return tokens.every((token, at) => {
		const word = token.replace(/[.’']+s?$/, '').toLowerCase();
		if (!parted && (kinds.has(word) || kinds.has(word.replace(/s$/, '')))) return true;
		if (links.has(word)) {
			made ||= makers.has(word);
			return true;
		}
		if (made) return /^\p{Lu}/u.test(token) || /^(?:et|al|others|colleagues)\.?$/.test(token);
		// “image classification models”: one or two words that are no verbs, then what it is.
		const then = tokens.slice(at + 1, at + 3).some((next) => kinds.has(next.toLowerCase().replace(/s$/, '')));
		return !parted && then && /^\p{Ll}[\p{L}-]*(?<!s|ed)$/u.test(token);
	});
}

/** A name that is a part of a longer one: `Sentence-BERT`, `Video LLaMA`. */
const partOfName = /(?:[\p{L}\p{N}][-–/.]|(?<![.!?:;] ?)\b\p{Lu}[\p{L}\p{N}-]* |[-–])$/u;
/** Words with which sentences begin and after which a name stands as it is. */
const leading = /(?:^|[.!?:;(] ?)\p{Lu}\p{Ll}+,? $/u;

/** The names of a sentence that stand right in front of a citation, each with that citation. */
export function namings(statement: StatementView): Naming[] {
	const found: Naming[] = [];
	if (statement.works.length === 0 || statement.citations.length === 0) return found;
	for (const group of groupsOf(statement)) {
		const mention = statement.works.findLast(({ end }) => end <= group.start);
		if (!mention) continue;
		const gap = statement.text.slice(mention.end, group.start);
		// “On BERT, \citet{a} say”: what follows the comma is theirs.
		if (!leadsOn(gap) || (/^["'”’]?,/.test(gap) && isTextual(group.citations[0]!))) continue;
		const said = expansionOf(statement.text, mention);
		if (said && !mention.hits.some(({ paper }) => share(said, words(`${paper.title} ${paper.abstract}`)) >= 0.5))
			continue;
		const before = statement.text.slice(Math.max(0, mention.start - 40), mention.start);
		if (!mention.whole && partOfName.test(before) && !leading.test(before)) continue;
		found.push({ mention, group });
	}
	return found;
}

/** The words that a name in parentheses is short for, where they stand in front: `Linear Image Tool (LIT)`. */
function expansionOf(text: string, { start, end, name }: Mention): readonly string[] | undefined {
	if (text[start - 1] !== '(' || text[end] !== ')') return undefined;
	const before = text.slice(Math.max(0, start - 200), start - 1).match(/[\p{L}\p{N}]+/gu) ?? [];
	const telling = before.filter((word) => word.length > 1 && !isStopWord(word.toLowerCase())).slice(-name.length);
	const initials = telling.map((word) => word[0]).join('');
	return initials.toLowerCase() === name.toLowerCase() ? telling.map((word) => word.toLowerCase()) : undefined;
}

/** Titles of so many words are no common phrase: they name nothing else. */
const LONG = 5;

// A sentence names the same, and its paragraph cites the same, at every letter that is typed elsewhere.
const told = new WeakMap<Mention, WeakMap<Paper, boolean>>();

/** Is a paper the one of that name, or may it go by it as well? */
export function goesBy(paper: Paper, mention: Mention): boolean {
	let known = told.get(mention);
	if (!known) told.set(mention, (known = new WeakMap()));
	let answer = known.get(paper);
	if (answer === undefined) known.set(paper, (answer = mayGoBy(paper, mention)));
	return answer;
}

function mayGoBy(paper: Paper, { name, whole, hits }: Mention): boolean {
	if (hits.some((hit) => hit.key === paper.id || isWork(hit.paper, paper))) return true;
	const said = words(name);
	const title = words(paper.title);
	if (whole && said.length >= LONG) return share(said, title) >= 0.8 || share(title, said) >= 0.8;
	if (contains(title, said) || share(said, title) >= 0.6 || isAcronymOf(said.join(''), title)) return true;
	if (hasAcronymOf(paper.title, said)) return true;
	const within = [paper.abstract, paper['container-title'], paper['collection-title']];
	if (within.some((text) => text && asWritten(text, name))) return true;
	return hits.some((hit) => shareAuthors(hit.paper, paper) && !differInName(hit.paper, paper, said));
}

/** Has each of two papers a short name of its own, of which a sentence wrote one of several words? That is no other's. */
function differInName(named: Paper, paper: Paper, said: readonly string[]): boolean {
	const [one, other] = [shortName(named.title), shortName(paper.title)];
	return said.length > 2 && one !== undefined && other !== undefined && words(one).join() === said.join();
}

function isWork(a: Paper, b: Paper): boolean {
	return sameWork(a, b) || (titleKey(a.title) !== '' && titleKey(a.title) === titleKey(b.title));
}

/** Did the first author of one write the other, too? People name their things alike. */
function shareAuthors(a: Paper, b: Paper): boolean {
	const person = (name: Name) => `${fold(familyOf(name))} ${fold(name.given ?? '').slice(0, 1)}`;
	const own = a.author?.map(person) ?? [];
	const others = b.author?.map(person) ?? [];
	return [own[0], others[0]].some((first) => first !== undefined && own.includes(first) && others.includes(first));
}

/** How much of some words, those that say something, others have. */
export function share(some: readonly string[], others: readonly string[]): number {
	const telling = some.filter((word) => !isStopWord(word));
	return telling.length === 0 ? 0 : telling.filter((word) => others.includes(word)).length / telling.length;
}

/** Does a text have a name, written as it is? `steps` is not STEPS. */
export function asWritten(text: string, name: string): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const around = `${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`;
		if (!/[\p{L}\p{N}]/u.test(around)) return true;
	}
	return false;
}

/** Some words in a row, in the singular or the plural. */
function contains(all: readonly string[], some: readonly string[]): boolean {
	const [whole, part] = [all.map(stem), some.map(stem)];
	return whole.some((_, at) => part.every((word, i) => whole[at + i] === word));
}

/** Has a title the first letters of a name, as capitals that end a word? “HydroUQ” is about uncertainty quantification. */
function hasAcronymOf(title: string, said: readonly string[]): boolean {
	const letters = said.map((word) => word[0]!.toUpperCase()).join('');
	const at = said.length > 1 ? title.indexOf(letters) : -1;
	return at >= 0 && !/[\p{L}\p{N}]/u.test(title[at + letters.length] ?? ' ');
}

/** `lstm` of “Long Short-Term Memory”: the first letters of words in a row, small words taken or left out. */
function isAcronymOf(name: string, title: readonly string[]): boolean {
	if (name.length < 2 || !/^[a-z]+s?$/.test(name)) return false;
	const all = title.map((word) => word[0]).join('');
	const telling = title.filter((word) => !isStopWord(word)).map((word) => word[0]);
	const short = name.replace(/s$/, '');
	return all.includes(short) || telling.join('').includes(short);
}
