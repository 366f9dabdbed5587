import type { Paper } from '../model/paper.ts';
import { docsOf, hashesOf } from '../search/hash-table.ts';
import type { Library } from '../search/library.ts';
import { paperOf } from '../search/segment.ts';
import { identities, merge, sameWork } from './identity.ts';

/**
 * The items of other sources that are the same work as this one, in order of the sources. Entries of one source are
 * never the same to us: each has its own key, and each may be cited.
 */
export function sameItems(library: Library, segment: number, paper: Paper): number[] {
	const found = new Set<number>();
	if (library.segments.length < 2) return [];
	for (const value of hashesOf(identities(paper))) {
		library.segments.forEach((other, i) => {
			if (i === segment) return;
			for (const doc of docsOf(other.identities, value)) {
				const item = library.bases[i]! + doc;
				if (!found.has(item) && sameWork(paper, paperOf(other, doc))) found.add(item);
			}
		});
	}
	return [...found].sort((a, b) => a - b);
}

/** A paper with what other sources know of it; its own key stays. */
export function merged(library: Library, segment: number, paper: Paper): Paper {
	return sameItems(library, segment, paper).reduce((whole, item) => {
		const at = library.segments.findIndex((one, i) => item < library.bases[i]! + one.size && item >= library.bases[i]!);
		return merge(whole, paperOf(library.segments[at]!, item - library.bases[at]!));
	}, paper);
}
