import type { CompletionItem, Location, Position } from 'vscode-languageserver-types';
import type { Hit, LoadProgress, SourceReport } from '../corpus/types.ts';
import type { Citation } from '../model/citation.ts';
import type { FileEdit, Fix, Problem } from '../model/problem.ts';
import type { ReportData, ReportWish } from '../report/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Disposable, Event } from '../util/event.ts';
import type { Browsing } from './browsing.ts';
import type { Citing } from './citing.ts';
import type { CorpusFiles, UnmatchedPattern } from './corpus-files.ts';
import type { CardHover } from './hover.ts';
import type { Keys } from './keys.ts';
import type { Navigation } from './navigation.ts';
import type { Rewriting } from './rewriting.ts';

/** What `cites` prints: which keys a project cites, where, and from what. All files are URIs. */
export interface Cites {
	readonly root: string;
	readonly files: readonly string[];
	readonly bibliographies: readonly string[];
	readonly citations: readonly { readonly file: string; readonly citation: Citation }[];
	/** Sorted, distinct. */
	readonly keys: readonly string[];
	/** What could not be resolved, in words. */
	readonly open: readonly string[];
}

/** What came of the wish to add a paper to a bibliography. */
export type Added =
	/** The edits that do it, all of them of `file`. */
	| { readonly kind: 'edits'; readonly file: string; readonly edits: readonly FileEdit[] }
	/** It could go into any of these, and nothing tells into which. */
	| { readonly kind: 'choice'; readonly files: readonly string[] }
	/** Why it cannot be done, and what to do, in a sentence. */
	| { readonly kind: 'refused'; readonly why: string }
	/** It is there already, or the document does not say from what it cites. */
	| { readonly kind: 'nothing' };

/** How the corpus stands. */
export interface CorpusStatus {
	/** Distinct papers. */
	readonly papers: number;
	readonly sources: readonly SourceReport[];
	/** Files that are being read just now. */
	readonly loading: readonly string[];
	/** Files that were not read to the end, as that was stopped. */
	readonly stopped: readonly string[];
	/** Patterns of the configuration that stand for no file. */
	readonly unmatched: readonly UnmatchedPattern[];
}

/**
 * Everything the product does, for any front end. Documents are named by URI; positions are zero-based lines and
 * UTF-16 characters. Nothing here throws for what a document contains.
 */
export interface CitationService
	extends Browsing,
		Citing,
		Omit<CorpusFiles, 'unmatched'>,
		Omit<Keys, 'mergeRepeated'>,
		Navigation,
		Rewriting,
		Disposable {
	/** Fires when problems of documents may have changed other than by an edit of the document itself. */
	readonly onDidChange: Event<void>;
	/** Fires when what sources give or how they are judged changed, or what is being read; of edits, only where other entries are cited. */
	readonly onDidChangeSources: Event<void>;
	/** Fires when what can be cited, or how it is judged, may have changed; never of an edit of a document. */
	readonly onDidChangePapers: Event<void>;
	/** Fires every so often while a source is read. */
	readonly onDidProgress: Event<LoadProgress>;
	/**
	 * True for URIs of documents that a language here reads.
	 *
	 * @param languageId The language that an editor takes it for.
	 */
	reads(uri: string, languageId?: string): boolean;
	/** Loads what the configuration names; documents load their bibliographies when first asked about. */
	loadCorpus(token: CancellationToken): Promise<void>;
	/**
	 * Reads every source again, changed since or not.
	 *
	 * @param fresh Take nothing that was kept of earlier reading.
	 */
	reload(fresh: boolean): Promise<void>;
	/** Ends all reading of sources; what they gave before stays. `reload` starts it again. */
	stopLoading(): void;
	status(): Promise<CorpusStatus>;
	/** Undefined where the cursor is not in a citation. At most 50 items, ranked; the answer is never complete. */
	complete(uri: string, position: Position, token: CancellationToken): Promise<readonly CompletionItem[] | undefined>;
	/** Papers that fit a place of a document, in a citation or not, best first; none where it cannot be read. */
	suggest(uri: string, position: Position, limit: number, token: CancellationToken): Promise<readonly Hit[]>;
	/** Adds the card to an item that `complete` gave. */
	resolveCompletion(item: CompletionItem, token: CancellationToken): Promise<CompletionItem>;
	hover(uri: string, position: Position, token: CancellationToken): Promise<CardHover | undefined>;
	/** From a key in the text to its entry. */
	definition(uri: string, position: Position, token: CancellationToken): Promise<readonly Location[]>;
	/** From now on, what a root document includes is judged as its part, though other roots may include it as well. */
	adopt(uri: string, token: CancellationToken): Promise<void>;
	/** Problems of a document, in order of the text. */
	check(uri: string, token: CancellationToken): Promise<readonly Problem[]>;
	/**
	 * Problems of all loaded sources: bibliographies and corpus files. Of their entries, those are looked at which
	 * documents cite that were checked before.
	 *
	 * @param named Files of which all entries are looked at.
	 */
	checkSources(named?: readonly string[]): Promise<readonly Problem[]>;
	/** Repairs of a problem that `check` or `checkSources` gave, best first. */
	fixes(problem: Problem, token: CancellationToken): Promise<readonly Fix[]>;
	/** The same for several problems, in order, of documents that do not change meanwhile: quicker than one by one. */
	fixesOf(problems: readonly Problem[], token: CancellationToken): Promise<readonly (readonly Fix[])[]>;
	/** The edits of all safe fixes of a file. */
	fixAll(uri: string, token: CancellationToken): Promise<readonly FileEdit[]>;
	/**
	 * Writes a paper, which only the corpus has, into the bibliography of a document that holds most of what it cites, in
	 * the way that the file is written.
	 *
	 * @param into The bibliography to take where that does not tell.
	 */
	addEntry(uri: string, key: string, token: CancellationToken, into?: string): Promise<Added>;
	cites(uri: string, token: CancellationToken): Promise<Cites>;
	/** What a page about a document and all that it includes says; undefined where it was cancelled. Takes its time. */
	report(uri: string, wish: ReportWish, token: CancellationToken): Promise<ReportData | undefined>;
}
