import type { Corpus, NamedInText, SourceReport } from '../corpus/types.ts';
import type { DocumentScope } from '../features/scope.ts';
import type { Paper } from '../model/paper.ts';
import type { FileEdit, Fix, Problem, Severity } from '../model/problem.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../text/statements.ts';
import type { CancellationToken } from '../util/cancellation.ts';

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
	/** One sentence: what it reports. */
	readonly summary: string;
	/** Why that matters. */
	readonly rationale: string;
	/** What to do about it. */
	readonly remedy: string;
	readonly examples: readonly Example[];
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
	/** Its sentences, in order. */
	readonly statements: readonly StatementView[];
}

export interface DocumentRule extends RuleMeta {
	readonly scope: 'document';
	check(view: DocumentView): Iterable<Finding>;
	/** Repairs of a problem that this rule reported, best first. */
	fixes?(problem: Problem, view: FixView, token: CancellationToken): Promise<readonly Fix[]>;
}

/** A rule on a source of papers: a bibliography, a corpus file. Its findings come with ready ranges. */
export interface SourceRule extends RuleMeta {
	readonly scope: 'source';
	check(report: SourceReport): Iterable<Omit<Finding, 'span'> & { readonly range: Problem['range'] }>;
	fixes?(problem: Problem): readonly Fix[];
}

export type Rule = DocumentRule | SourceRule;

/** What a fix may ask beyond what the check saw. */
export interface FixView extends DocumentView {
	readonly corpus: Corpus;
	/** The edit that writes a paper of the corpus into the document's bibliography, where it has one to write to. */
	addEntry(paper: Paper): Promise<FileEdit | undefined>;
}
