import type { DocumentView } from './types.ts';

/** True for keys that can be cited as they are written: a bibliography or a document of the project, or of another, has them. */
export function isKnown({ papers, project, elsewhere }: DocumentView, key: string): boolean {
	return papers.has(key) || project.localKeys.has(key) || elsewhere.has(key);
}
