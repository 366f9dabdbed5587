import type { DocumentView } from './types.ts';

/** True for keys that can be cited as they are written: a bibliography or a document of the project, or of another, has them. */
export function isKnown({ papers, project, elsewhere }: DocumentView, key: string): boolean {
	return papers.has(key) || project.localKeys.has(key) || elsewhere.has(key);
}

/** Every key that the documents of its project cite, as often as they do, `\nocite` included. */
export function* keysOfProject({ project }: DocumentView): Generator<string> {
	for (const { semantics } of project.documents.values()) {
		for (const { items } of semantics.citations) for (const { key } of items) yield key;
	}
}
