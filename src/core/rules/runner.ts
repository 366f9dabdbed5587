import type { Config } from '../config.ts';
import type { SourceEntry, SourceReport } from '../corpus/types.ts';
import type { Level, Problem, Severity } from '../model/problem.ts';
import { shown } from '../text/shown.ts';
import { defaultLevel, rules } from './index.ts';
import { createSilence, type Silence } from './silence.ts';
import type { DocumentView, EntryRule, EntryView, Finding, Rule } from './types.ts';

/** Characters of a message: keys, names and words of a document in it may be of any length. */
const messageLimit = 1200;

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The level that a user gave the rule, or its own. */
function levelOf(rule: Rule, config: Config): Level {
	return config.rules[rule.id] ?? defaultLevel(rule);
}

function givenOf(rule: Rule, config: Config): Readonly<Record<string, unknown>> {
	return config.ruleOptions?.[rule.id] ?? {};
}

/** A finding may be gentler than its rule, never harsher. */
function gentler(level: Severity, finding: Severity | undefined): Severity {
	return finding && order.indexOf(finding) > order.indexOf(level) ? finding : level;
}

/**
 * Problems of one file as rules find them, less what its comments turn off.
 *
 * @param isWhole Did a rule see all that it may speak of? Only then can a comment be said to turn nothing off.
 */
function collect(file: string, config: Config, silence: Silence, isWhole: (rule: Rule) => boolean) {
	const problems: Problem[] = [];
	const add = (rule: Rule, level: Severity, range: Problem['range'], finding: Omit<Finding, 'span'>) => {
		if (silence.covers(rule.id, range.start.line, rule.scope === 'suppression')) return;
		const { message, data, related } = finding;
		const severity = gentler(level, finding.severity);
		// Without the `undefined`s that a finding may carry.
		problems.push({
			file,
			range,
			rule: rule.id,
			severity,
			message: shown(message, messageLimit),
			...(data && { data }),
			...(related && { related }),
		});
	};
	return {
		/** Runs those of a scope that are on. */
		run<S extends Rule['scope']>(
			scope: S,
			check: (
				rule: Extract<Rule, { scope: S }>,
			) => Iterable<Omit<Finding, 'span'> & { readonly range: Problem['range'] }>,
		): void {
			for (const rule of rules) {
				const level = levelOf(rule, config);
				if (!isOf(rule, scope) || level === 'off') continue;
				silence.ran(rule.id, isWhole(rule));
				for (const finding of check(rule)) add(rule, level, finding.range, finding);
			}
		},
		/** All of them in order of the text, those with the comments themselves included. */
		finish(): readonly Problem[] {
			this.run('suppression', (rule) =>
				silence.comments().flatMap((comment) => [...rule.check({ ...comment, known: ids })]),
			);
			return problems.sort(inOrder);
		},
	};
}

function isOf<S extends Rule['scope']>(rule: Rule, scope: S): rule is Extract<Rule, { scope: S }> {
	return rule.scope === scope;
}

const ids = rules.map(({ id }) => id);

/** All problems of a document, in order of the text. */
export function checkDocument(view: DocumentView, config: Config): readonly Problem[] {
	const { document, semantics } = view;
	const rangeOf = ({ start, end }: Finding['span']) => ({
		start: document.positionAt(start),
		end: document.positionAt(end),
	});
	const comments = semantics.suppressions.map((comment) => ({ ...comment, range: rangeOf(comment.span) }));
	const isWhole = view.judged && view.project.open.length === 0;
	const found = collect(document.uri, config, createSilence(comments), () => isWhole);
	found.run('document', function* (rule) {
		for (const finding of rule.check(view, givenOf(rule, config))) yield { ...finding, range: rangeOf(finding.span) };
	});
	return found.finish();
}

/** Entries of a source that rules look at. */
export interface JudgedEntries {
	readonly cited: readonly SourceEntry[];
	readonly unused: readonly SourceEntry[];
	readonly today: EntryView['today'];
}

/** Is any rule on that looks at such entries? */
export function asksFor(of: EntryRule['of'], config: Config): boolean {
	return rules.some((rule) => rule.scope === 'entry' && rule.of === of && levelOf(rule, config) !== 'off');
}

/** All problems of a source, in order of the file. */
export function checkSource(report: SourceReport, entries: JudgedEntries, config: Config): readonly Problem[] {
	const comments = (report.suppressions ?? []).map(({ line, ...comment }) => ({
		...comment,
		range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
	}));
	const found = collect(report.file, config, createSilence(comments), ({ scope }) => scope === 'source');
	found.run('source', (rule) => rule.check(report));
	found.run('entry', function* (rule) {
		for (const entry of entries[rule.of]) {
			const at = entry.paper.provenance.find(({ file }) => file === report.file);
			if (!at) continue;
			const range = at.keyRange ?? at.range;
			for (const finding of rule.check({ ...entry, at, today: entries.today }, givenOf(rule, config)))
				yield { ...finding, range };
		}
	});
	return found.finish();
}

function inOrder(a: Problem, b: Problem): number {
	const [one, other] = [a.range.start, b.range.start];
	return one.line - other.line || one.character - other.character;
}
