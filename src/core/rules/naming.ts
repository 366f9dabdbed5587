import { sameWork, titleKey } from '../corpus/identity.ts';
import type { Mention } from '../corpus/types.ts';
import { familyOf, type Paper } from '../model/paper.ts';
import { isStopWord } from '../search/stop-words.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';
import { type Group, groupsOf } from './groups.ts';
import type { StatementView } from './types.ts';

/** A work that a sentence names, and the citations that stand for it there. */
export interface Naming {
	readonly mention: Mention;
	readonly group: Group;
}

/** What may stand between a name and its citation: what the thing is, an acronym, who made it. */
const bridge = new RegExp(
	[
		"^[\"'”’»)\\]]*(?:[’']s)?",
		// “ResNet image classification models”
		'(?:[ -](?:\\p{Ll}+[ -]){0,2}(?:model|network|architecture|framework|method|algorithm|approach|system|dataset|data set|corpus|benchmark|library|toolkit|package|tool|software|database|paper|work|study|survey|technique|optimi[sz]er|language|platform|project|challenge|task|team|technique|scheme|loss|layer|encoder|decoder|transformer|classifier|detector|estimator|embedding|simulator|pipeline|protocol|standard|metric|score)s?)?',
		// “(PPO)”, “(Smith et al., 2019)”
		'(?: ?\\([^()]{1,60}\\))?',
		// “, proposed by Smith and others”
		"(?:,? (?:(?:was |were |is |as |first |originally |recently )?(?:proposed|introduced|presented|described|developed|published|released|reported|created|designed|defined|given|made)? ?(?:by|from|of|in) [\\p{L}.’' &-]{0,60}))?",
		'[\\s~,:–—(\\[]*(?:(?:see|cf\\.?|e\\.g\\.?),? ?)?$',
	].join(''),
	'u',
);

/** A name that is a part of a longer one: `Sentence-BERT`, `Video LLaMA`. */
const partOfName = /(?:[\p{L}\p{N}][-–/.]|(?<![.!?:;] ?)\b\p{Lu}[\p{L}\p{N}-]* |[-–])$/u;
/** Words with which sentences begin and after which a name stands as it is. */
const leading = /(?:^|[.!?:;(] ?)\p{Lu}\p{Ll}+,? $/u;

/** The names of a sentence that stand right in front of a citation, each with that citation. */
export function namings(statement: StatementView): Naming[] {
	const found: Naming[] = [];
	if (statement.mentions.length === 0 || statement.citations.length === 0) return found;
	for (const group of groupsOf(statement)) {
		const mention = statement.mentions.findLast(({ end }) => end <= group.start);
		if (!mention || !bridge.test(statement.text.slice(mention.end, group.start))) continue;
		const before = statement.text.slice(Math.max(0, mention.start - 40), mention.start);
		if (!mention.whole && partOfName.test(before) && !leading.test(before)) continue;
		found.push({ mention, group });
	}
	return found;
}

/** Titles of so many words are no common phrase: they name nothing else. */
const LONG = 5;

/** Is a paper the one of that name, or may it go by it as well? */
export function goesBy(paper: Paper, { name, whole, hits }: Mention): boolean {
	if (hits.some((hit) => hit.key === paper.id || isWork(hit.paper, paper))) return true;
	const said = words(name);
	const title = words(paper.title);
	if (whole && said.length >= LONG) return share(said, title) >= 0.8 || share(title, said) >= 0.8;
	if (contains(title, said) || share(said, title) >= 0.6 || isAcronymOf(said.join(''), title)) return true;
	const within = [paper.abstract, paper['container-title'], paper['collection-title']];
	if (within.some((text) => text && contains(words(text), said))) return true;
	return hits.some((hit) => shareAuthor(hit.paper, paper));
}

function isWork(a: Paper, b: Paper): boolean {
	return sameWork(a, b) || (titleKey(a.title) !== '' && titleKey(a.title) === titleKey(b.title));
}

function shareAuthor(a: Paper, b: Paper): boolean {
	const families = new Set(a.author?.map((name) => fold(familyOf(name))));
	return b.author?.some((name) => families.has(fold(familyOf(name)))) ?? false;
}

/** How much of some words, those that say something, others have. */
function share(some: readonly string[], others: readonly string[]): number {
	const telling = some.filter((word) => !isStopWord(word));
	return telling.length === 0 ? 0 : telling.filter((word) => others.includes(word)).length / telling.length;
}

function contains(all: readonly string[], some: readonly string[]): boolean {
	return all.some((_, at) => some.every((word, i) => all[at + i] === word));
}

/** `lstm` of “Long Short-Term Memory”: the first letters of words in a row, small words taken or left out. */
function isAcronymOf(name: string, title: readonly string[]): boolean {
	if (name.length < 2 || !/^[a-z]+s?$/.test(name)) return false;
	const all = title.map((word) => word[0]).join('');
	const telling = title.filter((word) => !isStopWord(word)).map((word) => word[0]);
	const short = name.replace(/s$/, '');
	return all.includes(short) || telling.join('').includes(short);
}
