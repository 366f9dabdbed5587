import type { Span } from '../../model/span.ts';
import { argumentAt, indexWithin, skipBlanks, skipOptional, skipOptions } from '../arguments.ts';
import type { FileReference, Include } from '../types.ts';

// The files that commands name.

/**
 * A name as written, commands in it included, without quotes and blanks around it. Undefined for no name, and for the
 * parameter of a definition.
 */
export function readReference(text: string, { start, end }: Span): FileReference | undefined {
	let from = start;
	let to = end;
	while (from < to && /[\s"]/.test(text[from]!)) from++;
	while (to > from && /[\s"]/.test(text[to - 1]!)) to--;
	const path = text.slice(from, to);
	return path === '' || /[#\n]/.test(path) ? undefined : { path, span: { start: from, end: to } };
}

/** The names in a list parted by commas; comments in front of a name are passed over. */
export function readReferences(text: string, list: Span | undefined): readonly FileReference[] {
	const found: FileReference[] = [];
	for (let start = list?.start ?? 0; list && start <= list.end; ) {
		const from = Math.min(skipBlanks(text, start), list.end);
		const comma = indexWithin(text, ',', from, list.end - from);
		const stop = comma < 0 ? list.end : comma;
		const comment = text.slice(from, stop).search(/(?<!\\)%/);
		const named = readReference(text, { start: from, end: comment < 0 ? stop : from + comment });
		if (named) found.push(named);
		start = stop + 1;
	}
	return found;
}

/** Files of `\bibliography{a,b}`, with the ending that it leaves out, and of `\addbibresource{a.bib}`, in another language. */
export function readRawBibliography(text: string, name: string, after: number): readonly FileReference[] {
	const list = argumentAt(text, skipOptions(text, after));
	return readReferences(text, list).map((file) =>
		name === 'addbibresource' || /\.bib$/i.test(file.path) ? file : { ...file, path: `${file.path}.bib` },
	);
}

/** Commands that {@link readRawBibliography} reads. */
export const declaresBibliography = (name: string): boolean =>
	/^(?:bibliography|nobibliography|addbibresource)$/.test(name);

/** The files of `\bibliography{a,b}` and its like; the ones of `\putbib` stand in brackets. */
export function readBibliographies(text: string, name: string, after: number): readonly FileReference[] {
	const open = skipBlanks(text, text[after] === '*' ? after + 1 : after);
	const close = name === 'putbib' && text[open] === '[' ? skipOptional(text, open) : -1;
	return readReferences(text, close > 0 ? { start: open + 1, end: close - 1 } : argumentAt(text, open));
}

/** The root that `\documentclass[root]{subfiles}` names; undefined for other classes. */
export function readSubfileRoot(text: string, after: number): FileReference | undefined {
	const open = skipBlanks(text, after);
	const close = text[open] === '[' ? skipOptional(text, open) : -1;
	const name = close > 0 ? argumentAt(text, close) : undefined;
	const isSubfile = name && text.slice(name.start, name.end).trim() === 'subfiles';
	return isSubfile ? readReference(text, { start: open + 1, end: close - 1 }) : undefined;
}

/** The file of `\input{file}`, `\include{file}`, and TeX's own `\input file`; `after` is behind the command's name. */
export function readInclude(text: string, after: number, optional: boolean): Include | undefined {
	const argument = argumentAt(text, skipOptions(text, after));
	if (argument) {
		const named = readReference(text, argument);
		return named && { ...named, optional };
	}
	if (optional || !/[ \t]/.test(text[after] ?? '')) return undefined;
	const from = skipBlanks(text, after);
	let to = from;
	while (to < text.length && !/[\s\\{}%#$&~^,]/.test(text[to]!)) to++;
	const named = readReference(text, { start: from, end: to });
	return named && { ...named, optional };
}

/** The folder and file of `\import{folder}{file}`. */
export function readImport(text: string, after: number): Include | undefined {
	const folder = argumentAt(text, skipOptions(text, after));
	const file = folder && argumentAt(text, folder.end + 1);
	const named = file && readReference(text, file);
	const directory = folder && readReference(text, folder);
	return named && { ...named, directory: directory?.path ?? '', optional: false };
}

/** Packages or a class, by the files that a project may hold of them; TeX's own are not there, which is no mistake. */
export function readPackages(text: string, after: number, ending: '.cls' | '.sty'): readonly Include[] {
	const list = argumentAt(text, skipOptions(text, after));
	return readReferences(text, list)
		.filter(({ path }) => /^[\w./-]+$/.test(path))
		.map(({ path, span }) => ({ path: `${path}${ending}`, span, optional: true, package: true }));
}

/**
 * The program that makes the bibliography, where biblatex is among the packages of a command; undefined elsewhere.
 *
 * @param options Where the options of the packages stand.
 */
export function readProcessor(text: string, options: Span, packages: Span): 'biber' | 'bibtex' | undefined {
	if (!/(?:^|,)\s*biblatex\s*(?:$|,)/.test(text.slice(packages.start, packages.end))) return undefined;
	const said = text.slice(options.start, options.end).replace(/%.*/g, '');
	return /\bbackend\s*=\s*\{?\s*bibtex/.test(said) ? 'bibtex' : 'biber';
}

/** A key that a command defines, such as `\bibitem[label]{key}`; `next` is where to read on. */
export function readLocalKey(
	text: string,
	after: number,
	groups: number,
): { readonly key: string; readonly span: Span; readonly next: number } | undefined {
	let at = skipOptions(text, after);
	for (let group = 0; group < groups; group++) {
		const skipped = argumentAt(text, at);
		if (!skipped) return undefined;
		at = skipped.end + 1;
	}
	const named = argumentAt(text, at);
	if (!named) return undefined;
	const start = skipBlanks(text, named.start);
	const key = text.slice(start, named.end).trimEnd();
	if (key === '' || /[\\#{}\s]/.test(key)) return undefined;
	return { key, span: { start, end: start + key.length }, next: named.end + 1 };
}

/**
 * A file that `filecontents` writes when the document is compiled, and the entries in it.
 *
 * @param after Offset behind `\begin{filecontents}`.
 * @param stop Offset of its `\end`.
 */
export function readWritten(
	text: string,
	after: number,
	stop: number,
): { readonly name: string; readonly keys: readonly { readonly key: string; readonly span: Span }[] } | undefined {
	const options = text[after] === '[' ? skipOptional(text, after) : after;
	const named = argumentAt(text, Math.max(options, after));
	if (!named || named.end > stop) return undefined;
	const keys: { key: string; span: Span }[] = [];
	for (const match of text.slice(named.end, stop).matchAll(/@\s*([a-zA-Z]+)\s*[{(]\s*([^\s,{}()="]+)\s*,/g)) {
		const start = named.end + match.index + match[0].indexOf(match[2]!, match[1]!.length + 1);
		keys.push({ key: match[2]!, span: { start, end: start + match[2]!.length } });
	}
	return { name: text.slice(named.start, named.end).trim(), keys };
}
