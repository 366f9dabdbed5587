import type { Cites } from '../features/types.ts';
import type { Project } from './types.ts';

/** What a project cites, in reading order of its files. Citations in doubt are listed, but their keys don't count. */
export function citesOf(project: Project): Cites {
	const citations = [...project.documents].flatMap(([file, { semantics }]) =>
		semantics.citations.map((citation) => ({ file, citation })),
	);
	const keys = new Set<string>();
	for (const { citation } of citations) {
		if (!citation.closed || citation.inDefinition) continue;
		for (const { key } of citation.items) if (key !== '' && !(citation.silent && key === '*')) keys.add(key);
	}
	for (const { semantics } of project.documents.values()) for (const key of semantics.impliedKeys ?? []) keys.add(key);
	return {
		root: project.root,
		files: [...project.documents.keys()],
		bibliographies: project.bibliographies,
		citations,
		keys: [...keys].sort(),
		open: project.open,
	};
}
