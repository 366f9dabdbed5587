import { type Span, touches } from './span.ts';

/** One key of a citation, or an empty slot where a key should stand. */
export interface CiteItem {
	/** The citation key, trimmed; empty for an empty slot. */
	readonly key: string;
	/** Exactly the key; for an empty slot, the empty span where a key would be typed. */
	readonly span: Span;
	/** The whole slot between its separators, white space and comments included: what completion replaces. */
	readonly slot: Span;
}

/** How a citation is written, which decides how an edit of it must look. */
export type CitationForm =
	/** `\cite[…]{a, b}` */
	| 'command'
	/** Pandoc `[@a; see @b, p. 3]` */
	| 'bracketed'
	/** Pandoc `@a` in running text */
	| 'narrative';

/** One cite command with its items. */
export interface Citation {
	readonly form: CitationForm;
	/** The command without its backslash and star, e.g. `citep`; `@` for Pandoc's. */
	readonly command: string;
	/** The whole citation, command and optional arguments included. */
	readonly span: Span;
	/** What holds the items: inside the braces or brackets; of several (`\cites{a}{b}`), from the first to the last. */
	readonly list: Span;
	readonly items: readonly CiteItem[];
	/**
	 * False while the closing brace or bracket is not yet typed, or while it is in doubt that this will be a citation
	 * (`\mycite{}`, Pandoc's `@` alone): something to complete, nothing to judge. Where the brace is missing, the last
	 * slot runs on to what cannot be a key, at most to the end of the line.
	 */
	readonly closed: boolean;
	/** True for `\nocite`: names papers without standing in a sentence. */
	readonly silent: boolean;
	/** What closes it while `closed` is false, where that is not `}` of a command or `]` of brackets. */
	readonly closing?: string;
	/** Stands in the definition of a command: its keys count where that command is used. */
	readonly inDefinition?: true;
}

/** How deep citations nest, as in another's prenote: so far back may one begin that still contains an offset. */
const nesting = 4;

/** The citations that contain or touch an offset, the innermost first. `citations` stand in order of their starts. */
export function citationsAt(citations: readonly Citation[], offset: number): readonly Citation[] {
	let [low, high] = [0, citations.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (citations[middle]!.span.start <= offset) low = middle + 1;
		else high = middle;
	}
	return citations
		.slice(Math.max(0, low - nesting), low)
		.filter(({ span }) => touches(span, offset))
		.reverse();
}

/** What surrounds a citation, as plain text (no markup, no citations). */
export interface Context {
	/** The sentence that holds the citation. */
	readonly text: string;
	/** Part of `text` in front of the citation, where it is known: names of works stand mostly there. */
	readonly lead?: string;
	/** The sentence before, and the one after. */
	readonly before?: string;
	readonly after?: string;
	/** Heading of the section. */
	readonly section?: string;
	/** The citing document's own title, abstract and year. */
	readonly title?: string;
	readonly abstract?: string;
	readonly year?: number;
}
