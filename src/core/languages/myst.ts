import type { Citation, CiteItem } from '../model/citation.ts';

// MyST's roles and directives: https://mystmd.org/guide/citations, https://sphinxcontrib-bibtex.readthedocs.io

const ROLE = /\{(?:(?:foot)?cite(?::[a-z]{1,12})?|cite[a-z]{1,12}|(nocite))\}$/;
/** Longest list of keys, in UTF-16 units. */
const REACH = 2000;

/** Directives whose content is Markdown. */
const TEXT =
	/^\{(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition|margin|sidebar|aside|topic|dropdown|epigraph|pull-quote|blockquote|figure|table|list-table|abstract|card|grid|grid-item(?:-card)?|tab-set|tab-item|exercise|solution|(?:prf|proof):[a-z]+)\}/;

/** True for the first line of a directive, behind its fence, that holds text. */
export const holdsText = (info: string): boolean => TEXT.test(info.trimStart());

/**
 * ``{cite:p}`a,b` `` from its backtick; keys are parted by commas or semicolons, and a note may stand in braces around
 * each: ``{cite}`{see}a{p. 3}` ``. Undefined where no such role stands in front.
 */
export function readRole(text: string, tick: number): Citation | undefined {
	if (text[tick - 1] !== '}') return undefined;
	const role = ROLE.exec(text.slice(Math.max(0, tick - 30), tick));
	if (!role || text[tick - role[0].length - 1] === '\\') return undefined;
	const limit = Math.min(text.length, tick + REACH);
	let end = tick + 1;
	while (end < limit && text[end] !== '`' && text[end] !== '\n') end++;
	const closed = text[end] === '`';
	// What is half typed ends with the first word that no separator stands in front of.
	if (!closed) end = tick + 1 + /^(?:[^\s,;]*[,;][ \t]*)*[^\s,;]*/.exec(text.slice(tick + 1, end))![0].length;
	const items: CiteItem[] = [];
	let start = tick + 1;
	for (const part of text.slice(start, end).split(/[,;](?![^{}]*\})/)) {
		const [, before, key] = /^(\s*(?:\{[^{}]*\})?\s*)([^\s{}]*)/.exec(part)!;
		const from = start + before!.length;
		const span = { start: from, end: from + key!.length };
		items.push({ key: key!, span, slot: { start, end: start + part.length } });
		start += part.length + 1;
	}
	return {
		form: 'command',
		command: '@',
		span: { start: tick - role[0].length, end: closed ? end + 1 : end },
		list: { start: tick + 1, end },
		items,
		closed,
		silent: role[1] !== undefined,
		closing: '`',
	};
}
