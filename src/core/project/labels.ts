import type { Citation } from '../model/citation.ts';
import type { ScannedDocument } from './types.ts';

/** A document as its project makes it mean, by what that changed. */
const read = new WeakMap<ScannedDocument, { readonly changed: string; readonly scanned: ScannedDocument }>();

/**
 * The documents of a project: what references a label of another file of it is no citation, and where the project declares
 * bibliographies, `@name` is a citation also in files that declare none.
 */
export function asMeant(
	documents: ReadonlyMap<string, ScannedDocument>,
	declares: boolean,
): ReadonlyMap<string, ScannedDocument> {
	const labels = new Set([...documents.values()].flatMap(({ semantics }) => semantics.labels ?? []));
	if (labels.size === 0 && !declares) return documents;
	return new Map([...documents].map(([uri, scanned]) => [uri, inProject(scanned, labels, declares)]));
}

function inProject(scanned: ScannedDocument, labels: ReadonlySet<string>, declares: boolean): ScannedDocument {
	const { citations } = scanned.semantics;
	const changes = citations.filter(isNarrative).flatMap((citation) => {
		const meant = asCitation(citation, labels, declares);
		return meant === citation ? [] : [{ citation, meant }];
	});
	if (changes.length === 0) return scanned;
	const changed = changes.map(({ citation, meant }) => `${citation.span.start}${meant ? '' : '-'}`).join();
	const known = read.get(scanned);
	if (known?.changed === changed) return known.scanned;
	const meant = new Map(changes.map((change) => [change.citation, change.meant]));
	const left = citations.flatMap((citation) => (meant.has(citation) ? (meant.get(citation) ?? []) : citation));
	const again = { ...scanned, semantics: { ...scanned.semantics, citations: left } };
	read.set(scanned, { changed, scanned: again });
	return again;
}

/** Only `@name` in the text may be something else. */
function isNarrative({ form }: Citation): boolean {
	return form === 'narrative';
}

/** Undefined for what is no citation. */
function asCitation(citation: Citation, labels: ReadonlySet<string>, declares: boolean): Citation | undefined {
	const { key } = citation.items[0]!;
	if (labels.has(key)) return undefined;
	return declares && !citation.closed && key !== '' ? { ...citation, closed: true } : citation;
}
