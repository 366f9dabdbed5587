import type { DocumentView } from './types.ts';

/** True for keys that can be cited as they are written: a bibliography or the document itself has them. */
export function isKnown({ papers, project }: DocumentView, key: string): boolean {
	return papers.has(key) || project.localKeys.has(key);
}
