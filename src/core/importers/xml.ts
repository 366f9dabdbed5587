import { SaxesParser } from 'saxes';
import type { Span } from '../model/span.ts';
import { entities } from '../text/html.ts';
import { collapse } from '../text/tex.ts';

/** An element with what stands in it, in order. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly (XmlElement | string)[];
}

/** One that begins no entity, and would swallow the text behind it. */
const BARE_AMPERSAND = /&(?!#?\w{1,31};)/g;

/** Elements nest no deeper in records of papers; what does is read as text. */
const DEEPEST = 64;

/** Without a prototype, whose names would be taken for entities. */
const named: Record<string, string> = Object.assign(Object.create(null), Object.fromEntries(entities));

/** What a record's XML means, and what is wrong with it; the element is undefined where nothing was understood. */
export interface ParsedElement {
	readonly element: XmlElement | undefined;
	/** The first error, in the parser's words. */
	readonly error: string | undefined;
}

/** The one element that a text holds. Damaged XML gives what there is of it. Linear; never throws. */
export function parseElement(text: string): ParsedElement {
	interface Open {
		readonly name: string;
		readonly attributes: Record<string, string>;
		readonly children: (XmlElement | string)[];
	}
	let root: Open | undefined;
	let error: string | undefined;
	let depth = 0;
	const open: Open[] = [];
	const parser = new SaxesParser({ xmlns: false, fragment: true, position: false });
	parser.ENTITIES = named;
	parser.on('opentag', ({ name, attributes }) => {
		depth++;
		if (depth > DEEPEST) return;
		const element: Open = { name, attributes, children: [] };
		open.at(-1)?.children.push(element);
		if (root && open.length === 0) return;
		root ??= element;
		open.push(element);
	});
	parser.on('closetag', () => {
		if (depth <= open.length) open.pop();
		depth--;
	});
	const take = (piece: string) => {
		open.at(-1)?.children.push(piece);
	};
	parser.on('text', take);
	parser.on('cdata', take);
	parser.on('error', ({ message }) => {
		error ??= message;
	});
	try {
		parser.write(text.replace(BARE_AMPERSAND, '&amp;')).close();
	} catch (thrown) {
		error ??= String(thrown);
	}
	return { element: root, error };
}

/** The name without its prefix. */
function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

/** The elements of this name, prefix aside, that stand directly in another one. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
	return elementsOf(children).filter((child) => localName(child.name) === name);
}

export function elementsOf(children: readonly (XmlElement | string)[]): readonly XmlElement[] {
	return children.filter((child) => typeof child !== 'string');
}

/** The elements at the end of a path of names. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
	return path.reduce<readonly XmlElement[]>((found, name) => found.flatMap((one) => childrenOf(one, name)), [element]);
}

/** The text at the end of a path of names, of the first that has some. */
export function textAt(element: XmlElement, ...path: readonly string[]): string | undefined {
	for (const found of elementsAt(element, ...path)) {
		const text = textOf(found);
		if (text !== '') return text;
	}
	return undefined;
}

/** All text of an element, white space collapsed. `write` may say what an element inside stands for. */
export function textOf(element: XmlElement, write?: (element: XmlElement) => string | undefined): string {
	const pieces = (children: XmlElement['children']): string =>
		children.map((child) => (typeof child === 'string' ? child : (write?.(child) ?? pieces(child.children)))).join('');
	return collapse(pieces(element.children));
}

/** Tags without content are told apart from others by their end, if it is not farther away. */
const LONGEST_TAG = 1000;

/** An element that a scan found, not yet parsed. */
export interface FoundElement {
	readonly name: string;
	readonly span: Span;
	/** False where its end tag is missing: it then ends where the next one begins. */
	readonly closed: boolean;
}

/**
 * Finds elements by name, wherever they stand outside of comments, without parsing anything, so that each can be read,
 * or fail, by itself. None contains another. Linear.
 */
export function* findElements(text: string, names: readonly string[]): Generator<FoundElement> {
	const tag = new RegExp(`<!--|<(/?)(${names.join('|')})(?=[\\s/>])`, 'g');
	let name = '';
	let start = -1;
	let commentsEnd = true;
	for (let found: RegExpExecArray | null = tag.exec(text); found; found = tag.exec(text)) {
		const [whole, slash, own] = found;
		if (whole === '<!--') {
			// A comment without an end hides nothing.
			const end: number = commentsEnd ? text.indexOf('-->', tag.lastIndex) : -1;
			commentsEnd = end >= 0;
			if (commentsEnd) tag.lastIndex = end + 3;
		} else if (slash === '') {
			if (start >= 0) yield { name, span: { start, end: found.index }, closed: false };
			name = own!;
			start = found.index;
			const head = text.slice(start, start + LONGEST_TAG);
			const headEnd = head.indexOf('>');
			if (head[headEnd - 1] !== '/' || head.lastIndexOf('<', headEnd) > 0) continue;
			tag.lastIndex = start + headEnd + 1;
			yield { name, span: { start, end: start + headEnd + 1 }, closed: true };
			start = -1;
		} else if (start >= 0 && own === name) {
			const closing = tag.lastIndex;
			yield { name, span: { start, end: closing + (text[closing] === '>' ? 1 : 0) }, closed: true };
			start = -1;
		}
	}
	if (start >= 0) yield { name, span: { start, end: text.length }, closed: false };
}
