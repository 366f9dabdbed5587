import type { ScannedDocument } from './types.ts';

/** A document without what only seemed to cite, by the labels for which it was made. */
const read = new WeakMap<ScannedDocument, { readonly meant: string; readonly scanned: ScannedDocument }>();

/** The documents of a project; what references a label of another file of it is no citation. */
export function withLabels(documents: ReadonlyMap<string, ScannedDocument>): ReadonlyMap<string, ScannedDocument> {
	const labels = new Set([...documents.values()].flatMap(({ semantics }) => semantics.labels ?? []));
	if (labels.size === 0) return documents;
	return new Map([...documents].map(([uri, scanned]) => [uri, without(scanned, labels)]));
}

function without(scanned: ScannedDocument, labels: ReadonlySet<string>): ScannedDocument {
	const { citations } = scanned.semantics;
	const isReference = (citation: (typeof citations)[number]) =>
		citation.form === 'narrative' && labels.has(citation.items[0]!.key);
	const meant = citations
		.filter(isReference)
		.map(({ span }) => span.start)
		.join();
	if (meant === '') return scanned;
	const known = read.get(scanned);
	if (known?.meant === meant) return known.scanned;
	const semantics = { ...scanned.semantics, citations: citations.filter((citation) => !isReference(citation)) };
	const again = { ...scanned, semantics };
	read.set(scanned, { meant, scanned: again });
	return again;
}
