import { sameWork } from './identity.ts';
import type { Hit } from './types.ts';

/**
 * Papers of which no two are one work, in order. Of several entries of a work the one stays that is cited already, else
 * the first: offered side by side they would look alike.
 */
export function oneOfEachWork<T extends Hit>(hits: readonly T[], isCited: (key: string) => boolean): readonly T[] {
	const works: T[] = [];
	for (const hit of hits) {
		const at = works.findIndex(({ paper }) => sameWork(paper, hit.paper));
		if (at < 0) works.push(hit);
		else if (isCited(hit.key) && !isCited(works[at]!.key)) works[at] = hit;
	}
	return works;
}
