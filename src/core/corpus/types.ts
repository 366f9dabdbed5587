import type { Range } from 'vscode-languageserver-types';
import type { SourceProblem, SourceSuppression } from '../importers/types.ts';
import type { Context } from '../model/citation.ts';
import type { Paper } from '../model/paper.ts';
import type { RangedBytes } from '../ports.ts';
import type { TopicMap } from '../topics/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Event } from '../util/event.ts';

/** Which sources a document may cite from: file URIs, or the whole corpus. */
export type Scope = readonly string[] | 'everything';

/** One file with what is in it. */
export interface SourceInput {
	readonly file: string;
	readonly bytes: Uint8Array | RangedBytes;
	/** How keys are made for papers that have none; the default where nothing is said. See `src/core/keys/`. */
	readonly keyFormula?: string;
}

/** One file that the corpus should hold. */
export interface SourceRequest {
	readonly file: string;
	/** What is in it, where that is not what lies on disk; without it the corpus reads the file by itself. */
	readonly bytes?: Uint8Array;
	/** As of {@link SourceInput}. */
	readonly keyFormula?: string;
	/** Read it even if what was kept of it is still good. */
	readonly fresh?: boolean;
}

/** How far the reading of a source is. */
export interface LoadProgress {
	readonly file: string;
	readonly papers: number;
}

/** Entries of one source that share a citation key. */
export interface DuplicateEntries {
	readonly key: string;
	/** The entries, in file order; at least two. */
	readonly ranges: readonly Range[];
	/** Of the same length: is the entry the same as the first one, field by field? */
	readonly identical: readonly boolean[];
}

/** What became of a source. */
export interface SourceReport {
	readonly file: string;
	/** Id of the importer; undefined where no format was recognised. */
	readonly format: string | undefined;
	/** Papers read from this source. */
	readonly papers: number;
	readonly problems: readonly SourceProblem[];
	readonly duplicates: readonly DuplicateEntries[];
	/** Comments that turn rules off. */
	readonly suppressions?: readonly SourceSuppression[];
}

/** One ranked paper. */
export interface Hit {
	readonly key: string;
	/** Higher is better; comparable within one answer only. Of a key's repairs, how likely they are meant, from 0 to 1. */
	readonly score: number;
	readonly paper: Paper;
	/** False for a paper that only the rest of the corpus has. */
	readonly inScope: boolean;
	/** Why it is here, in one line, where there is more to say than "it matches". */
	readonly why?: string;
}

interface Question {
	readonly scope: Scope;
	/** At most this many hits. */
	readonly limit: number;
	/** Files whose papers are offered, too, after those of `scope` that match as well. */
	readonly beyond?: readonly string[];
	/** Keys to leave out: what the citation already has. */
	readonly exclude?: readonly string[];
	/** Keys that the document cites elsewhere: breaks ties. */
	readonly used?: readonly string[];
}

/** What someone typed, and what surrounds it. */
export interface CompleteQuestion extends Question {
	readonly query: string;
	readonly context?: Context;
}

/** A sentence that already cites: what the user's own documents say of a paper. */
export interface CitingSentence {
	readonly text: string;
	readonly keys: readonly string[];
	/** How many citing sentences from the one asked about, before or behind it; undefined where it stands elsewhere. */
	readonly apart?: number;
}

/** Papers that fit a sentence. */
export interface SuggestQuestion extends Question {
	readonly context: Context;
	/** The other citing sentences of the user's documents, never the one asked about. */
	readonly citing?: readonly CitingSentence[];
}

/** What someone looks for among all papers. */
export interface BrowseQuestion {
	/** As typed; where it is blank, papers come in the order of the sources. */
	readonly query: string;
	/** Whose papers come first, and by whose keys the others go. */
	readonly scope: Scope;
	/** At most this many papers. */
	readonly limit: number;
	/** Years of issue, both included. */
	readonly years?: { readonly from: number; readonly to: number };
	/** Exactly as {@link Venue} has it. */
	readonly venue?: string;
	/** Only the papers of this file. */
	readonly source?: string;
	/** Only the papers of these keys, or only all others. */
	readonly cited?: { readonly keys: readonly string[]; readonly wanted: boolean };
}

/** Papers that were looked for, one per work; their scores say nothing. */
export interface Browsed {
	readonly papers: readonly Hit[];
	/** There are more than the limit let through. */
	readonly more: boolean;
}

/** A journal, a series of conferences, a publisher. */
export interface Venue {
	readonly name: string;
	/** How many entries name it. */
	readonly papers: number;
}

/** What may have been meant by an unknown key; with an empty key, by an empty citation. */
export interface RepairQuestion extends Question {
	readonly key: string;
	readonly context?: Context;
}

/** Which works some texts name, one by one. */
export interface NamedQuestion {
	readonly texts: readonly string[];
	readonly scope: Scope;
	/** Files whose papers count, too. */
	readonly beyond?: readonly string[];
}

/** A work that a text names by its title, or by the short name in front of its title's colon. */
export interface Mention {
	/** Where in the text, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** As the text has it. */
	readonly name: string;
	/** The whole title stands there. */
	readonly whole: boolean;
	/** The records of that name, one per work, those in scope first; at least one. */
	readonly hits: readonly Hit[];
}

/** Authors by whom a text names a work: `Smith et al. (2019)`. */
export interface PeopleMention {
	/** Where in the text, in UTF-16 units, a year behind the names included. */
	readonly start: number;
	readonly end: number;
	/** Family names as written, without particles; at least one. */
	readonly families: readonly string[];
	/** There are more authors than are named. */
	readonly others: boolean;
	readonly year?: number;
	/** Their papers, of that year where there is one; none where nobody of that name is known, or where they are many. */
	readonly hits: readonly Hit[];
}

/** What a text names. */
export interface NamedInText {
	/** In order of the text. */
	readonly works: readonly Mention[];
	readonly people: readonly PeopleMention[];
}

/** Another entry of the work that a key stands for. */
export interface Alternative {
	readonly key: string;
	/** As its source has it, without the abstract. */
	readonly paper: Paper;
	readonly inScope: boolean;
	/** Did it appear anywhere but in a repository of preprints? Undefined where its source doesn't say. */
	readonly published?: boolean;
}

/** What else a key could be cited by. */
export interface Alternatives {
	readonly published?: boolean;
	/**
	 * At least one: entries in scope that have another key, and, of what only the rest of the corpus has, those that say
	 * where a preprint was published.
	 */
	readonly others: readonly Alternative[];
}

/** For which keys alternatives are asked. */
export interface AlternativesQuestion {
	readonly keys: readonly string[];
	readonly scope: Scope;
	/** Files whose papers count, too. */
	readonly beyond?: readonly string[];
}

/** An entry as its own source has it, without its abstract. */
export interface SourceEntry {
	readonly paper: Paper;
	/** Entries of any source that share an id or the title with it, be they of the same work or not. */
	readonly akin: readonly Paper[];
}

/** Asks for the map of all papers, and where on it those are that a document cites. */
export interface TopicsQuestion {
	readonly keys: readonly string[];
	/** Whose keys these are. */
	readonly scope: Scope;
	/** The `stamp` of the map that is there already: it is not sent again. */
	readonly known?: string;
}

export interface TopicsAnswer {
	/** The same for the same map. */
	readonly stamp: string;
	/** Undefined where it is known. */
	readonly map?: TopicMap;
	/** For each key, in order: which of the map's papers it stands for; -1 where it is not on the map. */
	readonly places: readonly number[];
}

/**
 * All papers that we know, merged. The one port to where they are held and searched: in this thread, in a worker, or
 * one day in a search server. Answers are plain JSON values.
 */
export interface Corpus {
	/** Fires with the files whose papers changed. */
	readonly onDidChange: Event<readonly string[]>;
	/** Fires every so often while a source is read. */
	readonly onDidProgress: Event<LoadProgress>;
	/**
	 * Reads a source, or reads it anew; its papers replace those it gave before, when all is read. Undefined where it was
	 * cancelled or removed before that: then all is as it was. Throws FileError for what cannot be read.
	 */
	load(source: SourceRequest, token: CancellationToken): Promise<SourceReport | undefined>;
	remove(file: string): Promise<void>;
	/** The papers of these keys or aliases, in order; undefined for what `scope` doesn't have. */
	papers(keys: readonly string[], scope: Scope, token: CancellationToken): Promise<readonly (Paper | undefined)[]>;
	/** For each of these keys, in order: the keys and aliases of `scope`, as written, that are the same but for case. */
	inOtherCase(keys: readonly string[], scope: Scope, token: CancellationToken): Promise<readonly (readonly string[])[]>;
	/** For each key, in order: other entries of its work; undefined where there is none. */
	alternatives(
		question: AlternativesQuestion,
		token: CancellationToken,
	): Promise<readonly (Alternatives | undefined)[]>;
	/** The entries of one file that have these keys or aliases, or all of them, in order of the file. */
	entries(file: string, keys: readonly string[] | 'all', token: CancellationToken): Promise<readonly SourceEntry[]>;
	/** Every paper of `scope`, merged, in order of sources and of the files. */
	all(scope: Scope, token: CancellationToken): Promise<readonly Paper[]>;
	/** Papers that pass a filter; none where it was cancelled. */
	browse(question: BrowseQuestion, token: CancellationToken): Promise<Browsed>;
	/** Where papers appeared, most papers first. */
	venues(token: CancellationToken): Promise<readonly Venue[]>;
	/** All papers by topic; undefined where it was cancelled. Takes seconds where the papers changed since the last time. */
	topics(question: TopicsQuestion, token: CancellationToken): Promise<TopicsAnswer | undefined>;
	/** How many distinct papers there are. */
	count(scope: Scope): Promise<number>;
	complete(question: CompleteQuestion, token: CancellationToken): Promise<readonly Hit[]>;
	suggest(question: SuggestQuestion, token: CancellationToken): Promise<readonly Hit[]>;
	repair(question: RepairQuestion, token: CancellationToken): Promise<readonly Hit[]>;
	/** For each text, in order: the works that it names. */
	named(question: NamedQuestion, token: CancellationToken): Promise<readonly NamedInText[]>;
	dispose(): void;
}
