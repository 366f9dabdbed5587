import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { literalEnd, runEnd } from './markdown-inline.ts';
import { readBracketed, readNarrative } from './pandoc.ts';
import type { FileReference } from './types.ts';

/** What a block of YAML in a Markdown document declares, at its head or further down. */
export interface FrontMatter {
	/** The block with both of its `---` lines. */
	readonly span: Span;
	readonly bibliographies: readonly FileReference[];
	/** They are a list. */
	readonly hasList: boolean;
	readonly localKeys: readonly { readonly key: string; readonly span: Span }[];
	/** What `nocite`, the title and the abstract cite. */
	readonly citations: readonly Citation[];
	readonly title: string | undefined;
	readonly abstract: string | undefined;
}

/** A longer block is no front matter. */
const MAX_LENGTH = 500_000;
const OPENING = /\ufeff?---[ \t]*\r?\n/y;
const END = /^(?:---|\.\.\.)[ \t]*\r?$/gm;
/** Fields that hold Markdown. */
const PROSE = ['title', 'subtitle', 'abstract', 'thanks'];

/**
 * Reads the block whose `---` stands at `from`; undefined where there is none. Behind the head of a text such a line may be a
 * rule as well: what follows must not be empty, and must be fields.
 */
export function readFrontMatter(text: string, from = 0): FrontMatter | undefined {
	OPENING.lastIndex = from;
	if (!OPENING.test(text)) return undefined;
	const start = OPENING.lastIndex;
	END.lastIndex = start;
	const closing = END.exec(text);
	if (!closing || closing.index - start > MAX_LENGTH) return undefined;
	const yaml = text.slice(start, closing.index);
	if (from > 0 && !/^[^\s:#][^\n:]*:/.test(yaml)) return undefined;
	const fields = fieldsOf(yaml);
	const words = (name: string) => {
		const node = fields.get(name);
		return isScalar(node) && typeof node.value === 'string' ? node.value.trim() || undefined : undefined;
	};
	return {
		span: { start: from, end: closing.index + closing[0].length },
		bibliographies: referencesOf(text, scalars(fields.get('bibliography')), start),
		hasList: isSeq(fields.get('bibliography')),
		localKeys: idsOf(fields.get('references')).map((node) => ({
			key: String(node.value),
			span: spanOf(text, node, start),
		})),
		citations: [
			...citationsOf(text, [fields.get('nocite')], start).map((citation) => ({ ...citation, silent: true })),
			...citationsOf(
				text,
				PROSE.map((name) => fields.get(name)),
				start,
			),
		].sort((a, b) => a.span.start - b.span.start),
		title: words('title'),
		abstract: words('abstract'),
	};
}

/** Where files for whole projects name bibliographies: Quarto's, MyST's and Jupyter Book's. */
const PLACES = [
	['bibliography'],
	['project', 'bibliography'],
	['bibtex_bibfiles'],
	['sphinx', 'config', 'bibtex_bibfiles'],
];

/** Bibliographies that a file declares for a whole project. */
export interface Metadata {
	readonly bibliographies: readonly FileReference[];
	/** They are a list, which other lists are joined to; a single name gives way to a nearer one. */
	readonly isList: boolean;
}

/**
 * The bibliographies that a file declares for all documents of a project: YAML of Quarto, MyST or Jupyter Book, or the
 * first document of a bookdown book.
 */
export function readMetadata(text: string): Metadata {
	const front = readFrontMatter(text);
	if (front) return { bibliographies: front.bibliographies, isList: front.hasList };
	const nodes = nodesAt(text, PLACES);
	return { bibliographies: referencesOf(text, nodes.flatMap(scalars), 0), isList: nodes.some(isSeq) };
}

/** The names of the documents of a bookdown book that its `_bookdown.yml` lists, of each output format in turn. */
export function readBookFiles(text: string): readonly string[] {
	return referencesOf(text, nodesAt(text, [['rmd_files']]).flatMap(scalars), 0).map(({ path }) => path);
}

function nodesAt(text: string, places: readonly (readonly string[])[]): readonly Node[] {
	if (text.length > MAX_LENGTH) return [];
	const { contents } = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
	if (!isMap(contents)) return [];
	return places.map((place) => contents.getIn(place, true)).filter(isNode);
}

function fieldsOf(yaml: string): ReadonlyMap<string, Node> {
	const root = parseDocument(yaml, { logLevel: 'silent', uniqueKeys: false }).contents;
	const fields = new Map<string, Node>();
	if (isMap(root)) {
		for (const { key, value } of root.items) {
			if (isScalar(key) && isNode(value)) fields.set(String(key.value), value);
		}
	}
	return fields;
}

function referencesOf(text: string, nodes: readonly Scalar[], offset: number): readonly FileReference[] {
	return nodes
		.map((node) => ({ path: String(node.value).trim(), span: spanOf(text, node, offset) }))
		.filter(({ path }) => path !== '');
}

function isNode(value: unknown): value is Node {
	return value !== null && typeof value === 'object' && 'range' in value;
}

/** The texts of a scalar, a list of them, or (Pandoc's several bibliographies) a map of names to them. */
function scalars(node: Node | undefined): readonly Scalar[] {
	if (isScalar(node)) return typeof node.value === 'string' ? [node] : [];
	if (isSeq(node)) return node.items.flatMap((item) => (isNode(item) ? scalars(item) : []));
	if (isMap(node)) return node.items.flatMap(({ value }) => (isNode(value) ? scalars(value) : []));
	return [];
}

function idsOf(node: Node | undefined): readonly Scalar[] {
	if (!isSeq(node)) return [];
	return node.items.flatMap((item) => {
		const id = isMap(item) ? item.items.find(({ key }) => isScalar(key) && key.value === 'id')?.value : undefined;
		return isScalar(id) && id.value !== null ? [id] : [];
	});
}

/** The place of a value in the text, without its quotes. */
function spanOf(text: string, { range }: Node, offset: number): Span {
	const start = (range?.[0] ?? 0) + offset;
	const end = (range?.[1] ?? 0) + offset;
	return /["']/.test(text[start] ?? '') && end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };
}

function citationsOf(text: string, nodes: readonly (Node | undefined)[], offset: number): readonly Citation[] {
	const citations: Citation[] = [];
	for (const scalar of nodes.flatMap(scalars)) {
		const { start, end } = spanOf(text, scalar, offset);
		for (let at = start; at < end; at++) {
			if (text[at] === '\\') at++;
			else if (text[at] === '`') at = Math.max(literalEnd(text, at), runEnd(text, at)) - 1;
			const found = text[at] === '[' ? readBracketed(text, at) : text[at] === '@' ? readReference(text, at) : undefined;
			if (!found || found.span.end > end) continue;
			citations.push(found);
			at = found.span.end - 1;
		}
	}
	return citations;
}

/** `@key`; also `@*`, which stands for all papers. */
function readReference(text: string, at: number): Citation | undefined {
	const narrative = readNarrative(text, at);
	if (narrative || text[at + 1] !== '*') return narrative;
	const span = { start: at + 1, end: at + 2 };
	return {
		form: 'narrative',
		command: '@',
		span: { start: at, end: at + 2 },
		list: span,
		items: [{ key: '*', span, slot: span }],
		closed: true,
		silent: true,
	};
}
