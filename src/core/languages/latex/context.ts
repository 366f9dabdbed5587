import type { Citation } from '../../model/citation.ts';
import type { Span } from '../../model/span.ts';
import { lineEnd } from '../arguments.ts';
import { findChunks, readChildren } from '../knitr.ts';
import { createSpanList, type SpanList } from '../span-list.ts';
import type { FileReference, Include, LanguageOptions, Macro, Semantics, Suppression } from '../types.ts';
import { readComment } from './comments.ts';
import { createGroups, type Groups } from './groups.ts';
import { createState, type State } from './state.ts';
import { type EnvironmentEnds, environmentEnds } from './verbatim.ts';

/** What one pass over LaTeX text knows at the place that it has reached, and what it found so far. */
export interface Scan {
	readonly text: string;
	readonly given: LanguageOptions['given'];
	readonly state: State;
	readonly groups: Groups;
	readonly ends: EnvironmentEnds;

	readonly citations: Citation[];
	readonly bibliographies: FileReference[];
	readonly includes: Include[];
	readonly localKeys: { readonly key: string; readonly span: Span }[];
	readonly headings: { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly suppressions: Suppression[];
	readonly opaque: SpanList;
	readonly writes: string[];
	readonly definitions: { readonly name: string; readonly text: string }[];
	readonly macros: Macro[];
	readonly impliedKeys: Set<string>;
	rootHint: FileReference | undefined;
	processor: Semantics['processor'];
	isRoot: boolean;
	title: Span | undefined;
	abstract: Span | undefined;

	/** Where reading ends. */
	end: number;
	/** A class was loaded. */
	headed: boolean;
	/** End of the definition that is read now. */
	definitionEnd: number;
	/** What opened last of opaque environments and display math, as long as it is not closed. */
	opened: { readonly name: string; readonly start: number; readonly isMath: boolean } | undefined;
	abstractStart: number;
	/** False where a conditional has no end. */
	conditionalsEnd: boolean;
	/** What is read of the conditionals that are open: the part that is true, or all where that is not known. */
	readonly conditionals: (boolean | undefined)[];
	/** Arguments ahead that commands throw away, the next one last. */
	readonly hidden: Span[];
	/** Chunks of knitr ahead, the next one last. */
	readonly chunks: Span[];
	/** Finds what `\MakeShortVerb` makes a `\verb` of; undefined where nothing is. */
	delimiters: ((from: number) => number) | undefined;
}

export function createScan(text: string, { citeCommands, given }: LanguageOptions): Scan {
	const state = createState(citeCommands);
	return {
		text,
		given,
		state,
		groups: createGroups(text, state),
		ends: environmentEnds(text),
		citations: [],
		bibliographies: [],
		includes: [],
		localKeys: [],
		headings: [],
		suppressions: [],
		opaque: createSpanList(),
		writes: [],
		definitions: [],
		macros: [],
		impliedKeys: new Set(),
		rootHint: undefined,
		processor: undefined,
		isRoot: false,
		title: undefined,
		abstract: undefined,
		end: text.length,
		headed: false,
		definitionEnd: 0,
		opened: undefined,
		abstractStart: -1,
		conditionalsEnd: true,
		conditionals: [],
		hidden: [],
		chunks: findChunks(text).reverse(),
		delimiters: undefined,
	};
}

/** Takes a part of the text for no prose. */
export function hide(scan: Scan, start: number, stop: number): number {
	scan.opaque.add(start, stop);
	return stop;
}

/** As `hide`, for what is no TeX at all. */
export function hideRaw(scan: Scan, start: number, stop: number): number {
	scan.groups.skip(start, stop);
	return hide(scan, start, stop);
}

/** Nothing of the text counts from here on. */
export function endHere(scan: Scan, start: number): void {
	scan.end = start;
	scan.opaque.add(start, scan.text.length);
}

export function closeOpaque(scan: Scan, stop: number): void {
	if (scan.opened) scan.opaque.add(scan.opened.start, stop);
	scan.opened = undefined;
}

/** What other files define that this one includes at a place, or, at -1, that came before it. */
export function enter({ given, state }: Scan, place: number): void {
	for (const macro of given?.get(place) ?? []) {
		state.define(macro, { isGlobal: true, isUnsure: macro.unsure ?? false });
	}
}

export function addInclude(scan: Scan, named: Include): void {
	scan.includes.push(named);
	enter(scan, named.span.start);
}

export function addCitation({ citations, definitionEnd }: Scan, citation: Citation): void {
	citations.push(citation.span.start < definitionEnd ? { ...citation, inDefinition: true } : citation);
}

/** A comment; returns where it ends. */
export function passComment(scan: Scan, start: number): number {
	const stop = hide(scan, start, lineEnd(scan.text, start));
	const said = readComment(scan.text, start, stop);
	if (said?.suppression) scan.suppressions.push(said.suppression);
	scan.rootHint ??= said?.root;
	return stop;
}

/** A chunk of knitr: code, which may put in other documents. */
export function passChunk(scan: Scan): number {
	const chunk = scan.chunks.pop()!;
	scan.includes.push(...readChildren(scan.text, chunk));
	return hide(scan, chunk.start, chunk.end);
}
