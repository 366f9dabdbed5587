import type { TextDocument } from 'vscode-languageserver-textdocument';
import { linking } from '../bibtex/inherit.ts';
import { parseBibtex } from '../bibtex/parser.ts';
import type { BibEntry, Bibliography } from '../bibtex/types.ts';
import { readText } from '../importers/index.ts';
import type { Citation } from '../model/citation.ts';
import { type Span, touches } from '../model/span.ts';
import type { ScannedDocument } from '../project/types.ts';

/** Where a key stands, exactly. */
export interface KeyPlace extends Span {
	readonly key: string;
	/**
	 * `entry`: it names an entry, here; `alias`: another name of one; `link`: an entry names another one; `citation`: a text
	 * does.
	 */
	readonly kind: 'entry' | 'alias' | 'link' | 'citation';
	/** Of a citation, with the number of its item. */
	readonly in?: { readonly citation: Citation; readonly index: number };
}

/** A bibliography with the places of its keys. */
export interface KeyedFile {
	readonly document: TextDocument;
	readonly places: readonly KeyPlace[];
	/** Of BibTeX files. */
	readonly bibliography?: Bibliography;
}

/** Files by their text, of which there is one value per version. */
const known = new WeakMap<TextDocument, KeyedFile>();

/** The keys of a bibliography of any format; none of those that are not written there but made. */
export function keysOfFile(document: TextDocument): KeyedFile {
	const file = known.get(document) ?? read(document);
	known.set(document, file);
	return file;
}

function read(document: TextDocument): KeyedFile {
	const text = document.getText();
	if (/\.(?:bib|bibtex)$/i.test(document.uri)) {
		const bibliography = parseBibtex(text);
		return { document, bibliography, places: bibliography.entries.flatMap((entry) => placesIn(text, entry)) };
	}
	const { papers } = readText({ file: document.uri, text });
	const places = papers.flatMap(({ id, provenance }) =>
		provenance.flatMap(({ keyRange }): KeyPlace[] => {
			if (!keyRange) return [];
			const span = { start: document.offsetAt(keyRange.start), end: document.offsetAt(keyRange.end) };
			return text.slice(span.start, span.end) === id ? [{ ...span, key: id, kind: 'entry' }] : [];
		}),
	);
	return { document, places };
}

function placesIn(text: string, { key, keySpan, fields }: BibEntry): readonly KeyPlace[] {
	const own: KeyPlace[] = key ? [{ ...keySpan, key, kind: 'entry' }] : [];
	const named = fields.flatMap(({ name, pieces }): KeyPlace[] => {
		const kind = name === 'ids' ? 'alias' : linking.includes(name) ? 'link' : undefined;
		const [piece] = pieces;
		if (!kind || pieces.length !== 1 || piece?.kind !== 'text') return [];
		const value = text.slice(piece.start, piece.end);
		return Array.from(value.matchAll(/[^\s,]+/g), (match) => {
			const start = piece.start + match.index;
			return { start, end: start + match[0].length, key: match[0], kind };
		});
	});
	return [...own, ...named];
}

/** The keys that a document cites or defines. */
export function keysOfDocument({ document, semantics }: ScannedDocument): readonly KeyPlace[] {
	const cited = semantics.citations.flatMap((citation) =>
		citation.items.flatMap(({ key, span }, index): KeyPlace[] =>
			key === '' || (citation.silent && key === '*')
				? []
				: [{ ...span, key, kind: 'citation', in: { citation, index } }],
		),
	);
	const own = semantics.localKeys.map(({ key, span }): KeyPlace => ({ ...span, key, kind: 'entry' }));
	return [...cited, ...own, ...(semantics.writes?.length ? linksIn(document.getText(), own) : [])];
}

/** Entries that a document writes itself may name each other. */
function linksIn(text: string, own: readonly KeyPlace[]): readonly KeyPlace[] {
	const starts = new Set(own.map(({ start }) => start));
	const entries = parseBibtex(text).entries.filter(({ keySpan }) => starts.has(keySpan.start));
	return entries.flatMap((entry) => placesIn(text, entry)).filter(({ kind }) => kind === 'link');
}

/** The place that a cursor touches. */
export function placeOfKey(places: readonly KeyPlace[], offset: number): KeyPlace | undefined {
	return places.find((place) => touches(place, offset));
}
