import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { readKey } from './pandoc.ts';
import type { FileReference } from './types.ts';

/** What the YAML at the head of a Markdown document declares. */
export interface FrontMatter {
	/** The block with both of its `---` lines. */
	readonly span: Span;
	readonly bibliographies: readonly FileReference[];
	readonly localKeys: readonly { readonly key: string; readonly span: Span }[];
	/** Keys of `nocite`. */
	readonly nocite: readonly Citation[];
	readonly title: string | undefined;
	readonly abstract: string | undefined;
}

/** A longer block is no front matter. */
const MAX_LENGTH = 500_000;
const END = /^(?:---|\.\.\.)[ \t]*\r?$/gm;

/** Reads the block that begins at the very start of a text; undefined without one. */
export function readFrontMatter(text: string): FrontMatter | undefined {
	const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text);
	if (!opening) return undefined;
	const start = opening[0].length;
	END.lastIndex = start;
	const closing = END.exec(text);
	if (!closing || closing.index - start > MAX_LENGTH) return undefined;
	const fields = fieldsOf(text.slice(start, closing.index));
	const words = (name: string) => {
		const node = fields.get(name);
		return isScalar(node) && typeof node.value === 'string' ? node.value.trim() || undefined : undefined;
	};
	return {
		span: { start: 0, end: closing.index + closing[0].length },
		bibliographies: bibliographiesOf(text, fields, start),
		localKeys: idsOf(fields.get('references')).map((node) => ({
			key: String(node.value),
			span: spanOf(text, node, start),
		})),
		nocite: nociteOf(text, fields.get('nocite'), start),
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

/**
 * The bibliographies that a file declares for all documents of a project: YAML of Quarto, MyST or Jupyter Book, or the
 * first document of a bookdown book.
 */
export function readMetadata(text: string): readonly FileReference[] {
	const front = readFrontMatter(text);
	if (front || text.length > MAX_LENGTH) return front?.bibliographies ?? [];
	const { contents } = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
	const nodes = PLACES.flatMap((place) => {
		const node = isMap(contents) ? contents.getIn(place, true) : undefined;
		return isNode(node) ? scalars(node) : [];
	});
	return referencesOf(text, nodes, 0);
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

function bibliographiesOf(text: string, fields: ReadonlyMap<string, Node>, offset: number): readonly FileReference[] {
	return referencesOf(text, scalars(fields.get('bibliography')), offset);
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

function nociteOf(text: string, node: Node | undefined, offset: number): readonly Citation[] {
	const citations: Citation[] = [];
	for (const scalar of scalars(node)) {
		const { start, end } = spanOf(text, scalar, offset);
		for (let at = text.indexOf('@', start); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
			const key = text[at + 1] === '*' ? { key: '*', start: at + 1, end: at + 2, after: at + 2 } : readKey(text, at);
			if (!key?.key) continue;
			const span = { start: key.start, end: key.end };
			citations.push({
				form: 'narrative',
				command: '@',
				span: { start: at, end: key.after },
				list: span,
				items: [{ key: key.key, span, slot: span }],
				closed: true,
				silent: true,
			});
		}
	}
	return citations;
}
