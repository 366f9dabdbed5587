import type { Corpus, Scope } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Cites } from './types.ts';

/** What a document and all that belongs to it cite. */
export interface CitedPapers {
	/** Each once, as the files have them. */
	readonly papers: readonly Paper[];
	/** Keys that none of the files has. */
	readonly missing: readonly string[];
}

/**
 * The papers of files that are cited; what is written in another case only is taken for the same, as BibTeX does.
 *
 * @param files What has been loaded, in order.
 */
export async function citedPapers(
	corpus: Corpus,
	{ keys, citations }: Pick<Cites, 'keys' | 'citations'>,
	files: Scope,
	token: CancellationToken,
): Promise<CitedPapers> {
	const isAll = citations.some(({ citation: { silent, items } }) => silent && items.some(({ key }) => key === '*'));
	const exact = await corpus.papers(keys, files, token);
	const unknown = keys.filter((_, at) => !exact[at]);
	const others = await corpus.inOtherCase(unknown, files, token);
	const known = unknown.flatMap((_, at) => others[at]?.[0] ?? []);
	const found = [...exact, ...(await corpus.papers(known, files, token))].flatMap((paper) => paper ?? []);
	return {
		papers: isAll ? await corpus.all(files, token) : inOrder(found, files === 'everything' ? [] : files),
		missing: unknown.filter((_, at) => !others[at]?.length),
	};
}

function inOrder(papers: readonly Paper[], files: readonly string[]): readonly Paper[] {
	const places = new Map(files.map((file, at) => [file, at]));
	const placeOf = ({ provenance: [first] }: Paper) => ({
		file: places.get(first!.file) ?? files.length,
		...first!.range.start,
	});
	return [...new Map(papers.map((paper) => [paper.id, paper])).values()].sort((one, other) => {
		const [a, b] = [placeOf(one), placeOf(other)];
		return a.file - b.file || a.line - b.line || a.character - b.character;
	});
}
