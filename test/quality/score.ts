import { createCorpus } from '../../src/core/corpus/engine.ts';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';

/** What a table of scores has above it. */
export const head = ['', 'queries', 'hit@1', 'hit@5', 'hit@10', 'recall@10'];

export interface Tally {
	add(keys: readonly string[], gold: ReadonlySet<string>): void;
	/** Share of queries, in percent, with a right answer first, among five, among ten. */
	shares(): { readonly first: number; readonly five: number; readonly ten: number };
	/** How many queries; the shares; and percent of the right answers among ten. */
	cells(): string[];
}

export function tally(): Tally {
	const counts = { asked: 0, first: 0, five: 0, ten: 0, found: 0 };
	const percent = (count: number) => (100 * count) / Math.max(1, counts.asked);
	return {
		add(keys, gold) {
			const rank = keys.findIndex((key) => gold.has(key));
			counts.asked++;
			if (rank === 0) counts.first++;
			if (rank >= 0 && rank < 5) counts.five++;
			if (rank >= 0 && rank < 10) counts.ten++;
			counts.found += keys.slice(0, 10).filter((key) => gold.has(key)).length / gold.size;
		},
		shares: () => ({ first: percent(counts.first), five: percent(counts.five), ten: percent(counts.ten) }),
		cells() {
			const { asked, first, five, ten, found } = counts;
			return [`${asked}`, ...[first, five, ten, found].map((count) => percent(count).toFixed(1))];
		},
	};
}

export function keysOf(hits: readonly { readonly key: string }[]): string[] {
	return hits.map(({ key }) => key);
}

/** A corpus of some files, each with its text or bytes. */
export async function corpusOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Corpus> {
	const corpus = createCorpus({ breathe: () => new Promise((resolve) => setImmediate(resolve)), log: silent });
	for (const [file, content] of Object.entries(files)) {
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		await corpus.load({ file, bytes }, never);
	}
	return corpus;
}
