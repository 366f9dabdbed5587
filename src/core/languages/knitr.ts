import type { Span } from '../model/span.ts';
import type { Include } from './types.ts';

// knitr's chunks and the documents that they put in: https://yihui.org/knitr/options/#child-documents

const CHILD = /(?:\bchild\s{0,9}[=:]|\bknit_child\s{0,9}\()\s{0,9}(?:c\()?/g;
const QUOTED = /\s{0,9}["']([^"'\n]{1,300})["']\s{0,9},?/y;
const BARE = /\s{0,9}([^\s"',[\](){}]{1,300}\.[A-Za-z]{3})(?=\s|$)/y;

/** The documents that the options or the code of a chunk put in: `child='a.Rnw'`, `#| child: a.Rmd`, `knit_child("a")`. */
export function readChildren(text: string, { start, end }: Span): readonly Include[] {
	const children: Include[] = [];
	const code = text.slice(start, end);
	for (const match of code.matchAll(CHILD)) {
		let at = match.index + match[0].length;
		for (const pattern of [QUOTED, BARE]) {
			for (;;) {
				pattern.lastIndex = at;
				const path = pattern.exec(code);
				if (!path) break;
				const from = start + path.index + path[0].indexOf(path[1]!);
				children.push({ path: path[1]!, span: { start: from, end: from + path[1]!.length }, optional: false });
				at = pattern.lastIndex;
			}
			if (at > match.index + match[0].length) break;
		}
	}
	return children;
}

/** A chunk of Sweave and knitr in LaTeX, `<<options>>=` to `@`, each on a line of its own. */
const CHUNK = /^<<[^\n]*>>=[ \t]*\r?$/gm;
const CHUNK_END = /^@[ \t]*(?:%[^\n]*)?\r?$/gm;

/** The chunks of LaTeX, in order; one without an end goes on to the end of the text. */
export function findChunks(text: string): Span[] {
	if (!text.includes('>>=')) return [];
	const chunks: Span[] = [];
	CHUNK.lastIndex = 0;
	for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
		CHUNK_END.lastIndex = CHUNK.lastIndex;
		const end = CHUNK_END.exec(text) ? CHUNK_END.lastIndex : text.length;
		chunks.push({ start: match.index, end });
		CHUNK.lastIndex = end;
	}
	return chunks;
}
