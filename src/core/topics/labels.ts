import { stem } from '../search/stem.ts';
import { isStopWord } from '../search/stop-words.ts';
import { rawWords, variants } from '../text/tokens.ts';

const listed = (words: string) => new Set(words.split(/\s+/));

/** Words of titles that tell no topic, those of some other languages among them. */
const empty = listed(`approach approaches method methods new novel towards toward task tasks based improving improve
improved effective efficient overview shared evaluating exploring understanding case via beyond de des du la le les et en
pour un une dans sur par au aux der die das und für von mit ein eine el los las del y para con`);

/** Words that tell something beside another only. */
const common = listed(`learning model models modeling system systems analysis evaluation network networks data large
automatic deep language problem problems design framework`);

/** One word, two or three, as titles have them. */
interface Phrase {
	readonly stems: readonly string[];
	/** How often each way to write it stands in titles. */
	readonly forms: Map<string, number>;
	/** By topic: how many titles have it. */
	readonly titles: Uint32Array;
}

/** Longest label, in phrases. */
const mostPhrases = 4;
const fewestTitles = 2;
/** What is longer is no word of anybody, in UTF-16 units. */
const longestWord = 40;
/** More words say more: how many times one, two and three of them count. */
const worth = [1, 2, 2.4];
/** Words that end as these do say of what kind something is, not what: `cortical`, `large-scale`. */
const adjective = /(?:[^v]al|[^gs]ic|ive|ous|ary|able|ible|less|ex|-(?:scale|level|based|wide))$/iu;
/** So much an adjective counts that stands alone. */
const kindOnly = 0.35;
const slice = 200;

/**
 * What is written at topics: the words and pairs of words of their titles that other topics have least, by class-based
 * TF-IDF (Grootendorst 2022, arXiv:2203.05794), the most distinctive first. Yields after small steps.
 *
 * @param topicOf The topic of each title; -1 for none.
 */
export function* labelTopics(
	titles: readonly string[],
	topicOf: ArrayLike<number>,
	topics: number,
): Generator<void, readonly (readonly string[])[]> {
	const phrases = new Map<string, Phrase>();
	const sizes = new Uint32Array(topics);
	const note = (stems: readonly string[], form: string, topic: number, seen: Set<string>) => {
		const name = stems.join(' ');
		let phrase = phrases.get(name);
		if (!phrase) phrases.set(name, (phrase = { stems, forms: new Map(), titles: new Uint32Array(topics) }));
		phrase.forms.set(form, (phrase.forms.get(form) ?? 0) + 1);
		if (!seen.has(name)) phrase.titles[topic]!++;
		seen.add(name);
	};
	const casing = caseCounter();
	for (const [i, title] of titles.entries()) {
		if (i % slice === 0) yield;
		const topic = topicOf[i]!;
		if (topic < 0) continue;
		sizes[topic]!++;
		const seen = new Set<string>();
		/** The words just before that tell something. */
		let before: readonly { readonly stem: string; readonly raw: string }[] = [];
		for (const raw of rawWords(title)) {
			casing.note(raw);
			const folded = variants(raw).at(-1)!;
			const tells =
				folded.length > 1 &&
				raw.length <= longestWord &&
				!isStopWord(folded) &&
				!empty.has(folded) &&
				!/^\p{N}+$/u.test(folded);
			const one = tells ? { stem: stem(folded), raw } : undefined;
			if (one && !common.has(folded)) note([one.stem], raw, topic, seen);
			before = one ? [...before, one].slice(-worth.length) : [];
			for (let from = before.length - 2; from >= 0; from--) {
				const phrase = before.slice(from);
				note(
					phrase.map((word) => word.stem),
					phrase.map((word) => word.raw).join(' '),
					topic,
					seen,
				);
			}
		}
	}
	const candidates: Candidate[] = [];
	for (const phrase of phrases.values()) {
		if (!phrase.titles.some((count) => count >= fewestTitles)) continue;
		// Shares, so that large topics do not own every word.
		const shares = phrase.titles.reduce((sum, count, topic) => sum + count / Math.max(1, sizes[topic]!), 0);
		if (candidates.push({ phrase, shares }) % slice === 0) yield;
	}
	const labels: (readonly string[])[] = [];
	const named = new Set<Phrase>();
	for (const [topic, size] of sizes.entries()) {
		const found = chosen(candidates, topic, size, topics);
		// No two topics are called the same, where there is another word; the larger one, which comes first, has the better.
		const own = found.find((phrase) => !named.has(phrase)) ?? found[0];
		if (own) named.add(own);
		labels.push([...(own ? [own] : []), ...found.filter((phrase) => phrase !== own)].map(casing.shown));
		yield;
	}
	return labels;
}

interface Candidate {
	readonly phrase: Phrase;
	/** Sum over the topics of the share of its titles that have it. */
	readonly shares: number;
}

function chosen(candidates: readonly Candidate[], topic: number, size: number, topics: number): readonly Phrase[] {
	const scored: { readonly phrase: Phrase; readonly score: number }[] = [];
	for (const { phrase, shares } of candidates) {
		const here = phrase.titles[topic]!;
		if (here < Math.max(fewestTitles, size / 100)) continue;
		const share = here / size;
		const alone = phrase.stems.length === 1 && adjective.test(formOf(phrase)) ? kindOnly : 1;
		const score = share * Math.log(1 + topics * (share / shares)) * worth[phrase.stems.length - 1]! * alone;
		scored.push({ phrase, score });
	}
	scored.sort(
		(one, other) => other.score - one.score || (one.phrase.stems.join() < other.phrase.stems.join() ? -1 : 1),
	);
	const taken: Phrase[] = [];
	const used = new Set<string>();
	for (const { phrase } of scored) {
		const parts = formOf(phrase).toLowerCase().split(/[ -]/).map(stem);
		if (parts.some((one) => used.has(one))) continue;
		for (const one of parts) used.add(one);
		if (taken.push(phrase) === mostPhrases) break;
	}
	return taken;
}

/** As it is written most often. */
function formOf({ forms }: Phrase): string {
	const [[form] = ['']] = [...forms].sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1));
	return form;
}

/** `Parsing`, `Multi-Agent`, but not `BERT`. */
function isCapitalized(word: string): boolean {
	return word.split('-').every((part) => /^\p{Lu}?\P{Lu}*$/u.test(part));
}

/** Learns which words are written small where they may be. */
function caseCounter() {
	const small = new Set<string>();
	return {
		note(raw: string) {
			if (raw === raw.toLowerCase()) small.add(raw);
		},
		/** A phrase as it is written most often; capitals only where no title goes without them. */
		shown(phrase: Phrase): string {
			const plain = (word: string) =>
				small.has(word.toLowerCase()) && isCapitalized(word) ? word.toLowerCase() : word;
			return formOf(phrase).split(' ').map(plain).join(' ');
		},
	};
}
