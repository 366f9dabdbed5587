import type { Alternatives, Corpus, NamedInText, SourceEntry, SourceReport } from '../corpus/types.ts';
import type { Keys } from '../features/keys.ts';
import type { DocumentScope } from '../features/scope.ts';
import type { Paper, Provenance } from '../model/paper.ts';
import type { FileEdit, Fix, Problem, Severity } from '../model/problem.ts';
import type { Span } from '../model/span.ts';
import type { ScannedDocument } from '../project/types.ts';
import type { Statement } from '../text/statements.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Given, RuleOption } from './options.ts';

/** A document or source of an example, run by the tests; `problems` says how often the rule must speak. */
export interface Example {
	/** File name to text; the first is the one that is checked. */
	readonly files: Readonly<Record<string, string>>;
	readonly problems: number;
	/** Text of the first file after the rule's first fix of each problem, where it has one. */
	readonly fixed?: string;
}

export interface RuleMeta {
	/** Stable, kebab-case. */
	readonly id: string;
	readonly severity: Severity;
	/** It speaks only where a user gives it a level. */
	readonly offByDefault?: true;
	/** One sentence: what it reports. */
	readonly summary: string;
	/** Why that matters. */
	readonly rationale: string;
	/** What to do about it. */
	readonly remedy: string;
	readonly examples: readonly Example[];
	/** What users can set of it beside its level. */
	readonly options?: readonly RuleOption[];
}

/** What a rule says of a place; the runner makes a Problem of it. */
export interface Finding {
	readonly span: Span;
	readonly message: string;
	readonly data?: Problem['data'];
	readonly related?: Problem['related'];
	/** Only to be gentler than the rule's own severity, e.g. in an open project. */
	readonly severity?: Severity;
}

/** A sentence with what it names. */
export interface StatementView extends Statement, NamedInText {}

/** What a rule on documents may look at. Complete before the rule runs, so that a rule is a plain function. */
export interface DocumentView extends DocumentScope {
	/** Papers by every key that the document cites; a key that isn't here is in no bibliography of its project. */
	readonly papers: ReadonlyMap<string, Paper>;
	/** Keys that it can cite all the same where another root includes it. */
	readonly elsewhere: ReadonlySet<string>;
	/** For keys without a paper: the keys of the bibliographies that are the same but for case, where there are any. */
	readonly otherCases: ReadonlyMap<string, readonly string[]>;
	/** By keys that it cites: other entries of the same work, where there are any. */
	readonly alternatives: ReadonlyMap<string, Alternatives>;
	/** Its sentences, in order. */
	readonly statements: readonly StatementView[];
}

export interface DocumentRule extends RuleMeta {
	readonly scope: 'document';
	check(view: DocumentView, given: Given): Iterable<Finding>;
	/** Repairs of a problem that this rule reported, best first. */
	fixes?(problem: Problem, view: FixView, token: CancellationToken): Promise<readonly Fix[]>;
}

/** What a rule says of a place in a source. */
export type SourceFinding = Omit<Finding, 'span'> & { readonly range: Problem['range'] };

/** A rule on what became of a source of papers when it was read: a bibliography, a corpus file. */
export interface SourceRule extends RuleMeta {
	readonly scope: 'source';
	check(report: SourceReport): Iterable<SourceFinding>;
	fixes?(problem: Problem, entries: Pick<Keys, 'mergeRepeated'>): Promise<readonly Fix[]>;
}

/** An entry with what a rule may hold against it. */
export interface EntryView extends SourceEntry {
	/** Where it stands. */
	readonly at: Provenance;
	/** The month in which it is judged. */
	readonly today: { readonly year: number; readonly month: number };
}

/**
 * A rule on single entries of a source. Only entries that matter are looked at: those that a checked document cites, or
 * those of a bibliography that nobody cites, or all of a file that the user asked about; never a whole corpus.
 */
export interface EntryRule extends RuleMeta {
	readonly scope: 'entry';
	readonly of: 'cited' | 'unused';
	check(entry: EntryView, given: Given): Iterable<Omit<Finding, 'span'>>;
	fixes?(problem: Problem): readonly Fix[];
}

/** A comment that turns rules off, with what came of it. */
export interface SuppressionView {
	/** As it names them; none for all. */
	readonly rules: readonly string[];
	/** Those of them that had something to turn off; `''` where the comment turns off all. */
	readonly used: ReadonlySet<string>;
	/** The rules that are on and saw all that they may speak of. */
	readonly judged: ReadonlySet<string>;
	/** All rules that are on did. */
	readonly isWhole: boolean;
	/** Ids of all rules. */
	readonly known: readonly string[];
	readonly range: Problem['range'];
}

/** A rule on the comments that turn off other rules; run when all others are done. */
export interface SuppressionRule extends RuleMeta {
	readonly scope: 'suppression';
	check(suppression: SuppressionView): Iterable<SourceFinding>;
	/** @param document Undefined for a source. */
	fixes?(problem: Problem, document: ScannedDocument | undefined): readonly Fix[];
}

export type Rule = DocumentRule | SourceRule | EntryRule | SuppressionRule;

/** What a fix may ask beyond what the check saw. */
export interface FixView extends DocumentView {
	readonly corpus: Corpus;
	/** The edit that writes a paper of the corpus into the document's bibliography, where it has one to write to. */
	addEntry(paper: Paper): Promise<FileEdit | undefined>;
}
