import type { Paper } from '../model/paper.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Alternatives, Corpus } from './types.ts';

/** Answers that are kept, of each kind; when there are more, all are asked for again. */
const MOST = 20_000;

/**
 * A corpus that tells again what it was asked of single keys, until papers change: a document asks for all that it cites
 * after every letter, and the papers may be in another thread. Equal answers are the same values. Disposing of it leaves
 * the corpus itself as it is.
 */
export function remembering(corpus: Corpus): Corpus {
	const papers = createMemory<Paper | undefined>();
	const alternatives = createMemory<Alternatives | undefined>();
	const otherCases = createMemory<readonly string[]>();
	const subscription = corpus.onDidChange(() => {
		for (const memory of [papers, alternatives, otherCases]) memory.forget();
	});
	return {
		...corpus,
		papers: (keys, scope, token) =>
			papers.answer(JSON.stringify(scope), keys, (unknown) => corpus.papers(unknown, scope, token), token),
		alternatives: ({ keys, scope, beyond }, token) =>
			alternatives.answer(
				JSON.stringify([scope, beyond]),
				keys,
				(unknown) => corpus.alternatives({ keys: unknown, scope, ...(beyond && { beyond }) }, token),
				token,
			),
		inOtherCase: (keys, scope, token) =>
			otherCases.answer(JSON.stringify(scope), keys, (unknown) => corpus.inOtherCase(unknown, scope, token), token),
		dispose: subscription.dispose,
	};
}

interface Memory<T> {
	forget(): void;
	/**
	 * The answers for some keys, in order.
	 *
	 * @param about What else the question depends on.
	 * @param ask Answers for the keys that it is given, in order.
	 */
	answer(
		about: string,
		keys: readonly string[],
		ask: (keys: readonly string[]) => Promise<readonly T[]>,
		token: CancellationToken,
	): Promise<readonly T[]>;
}

function createMemory<T>(): Memory<T> {
	let kept = new Map<string, Map<string, T>>();
	let size = 0;
	const forget = () => {
		kept = new Map();
		size = 0;
	};
	return {
		forget,
		async answer(about, keys, ask, token) {
			if (size > MOST) forget();
			const current = kept;
			const known = current.get(about) ?? new Map<string, T>();
			const unknown = [...new Set(keys)].filter((key) => !known.has(key));
			const found = unknown.length > 0 ? await ask(unknown) : [];
			const asked = new Map(unknown.map((key, index) => [key, found[index]!]));
			// Where papers changed meanwhile, the answer may be older than they are.
			if (kept === current && !token.isCancellationRequested) {
				for (const [key, answer] of asked) known.set(key, answer);
				size += asked.size;
				kept.set(about, known);
			}
			return keys.map((key) => (asked.has(key) ? asked.get(key)! : known.get(key)!));
		},
	};
}
