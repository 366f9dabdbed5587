import type { Config } from '../config.ts';
import type { SourceReport } from '../corpus/types.ts';
import type { Suppression } from '../languages/types.ts';
import type { Level, Problem, Severity } from '../model/problem.ts';
import { rules } from './index.ts';
import type { DocumentView, Rule } from './types.ts';

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The level that a user gave the rule, or its own. */
function levelOf(rule: Rule, config: Config): Level {
	return config.rules[rule.id] ?? rule.severity;
}

/** A finding may be gentler than its rule, never harsher. */
function gentler(level: Severity, finding: Severity | undefined): Severity {
	return finding && order.indexOf(finding) > order.indexOf(level) ? finding : level;
}

/** Problems without the `undefined`s that a finding may carry. */
function problemOf(
	rule: Rule,
	severity: Severity,
	file: string,
	range: Problem['range'],
	finding: { readonly message: string; readonly data?: Problem['data']; readonly related?: Problem['related'] },
): Problem {
	const { message, data, related } = finding;
	return { file, range, rule: rule.id, severity, message, ...(data && { data }), ...(related && { related }) };
}

/** A comment that turns rules off, by the lines that it begins and ends on. */
interface Silence extends Pick<Suppression, 'rules' | 'reach'> {
	readonly first: number;
	readonly last: number;
}

/** Lines on which each rule (`''` for every rule) is silenced by a comment, and the rules silenced for the whole file. */
function silenced(silences: readonly Silence[]): (rule: string, line: number) => boolean {
	const lines = new Map<string, Set<number>>();
	const wholly = new Set<string>();
	for (const { rules: ids, reach, first, last } of silences) {
		for (const id of ids.length > 0 ? ids : ['']) {
			if (reach === 'file') {
				wholly.add(id);
				continue;
			}
			const on = lines.get(id) ?? new Set();
			lines.set(id, on);
			on.add(first).add(last + 1);
		}
	}
	return (rule, line) => ['', rule].some((id) => wholly.has(id) || lines.get(id)?.has(line));
}

/** All problems of a document, in order of the text. */
export function checkDocument(view: DocumentView, config: Config): readonly Problem[] {
	const { document, semantics } = view;
	const line = (offset: number) => document.positionAt(offset).line;
	const isSilenced = silenced(
		semantics.suppressions.map((comment) => ({
			...comment,
			first: line(comment.span.start),
			last: line(comment.span.end),
		})),
	);
	const problems: Problem[] = [];
	for (const rule of rules) {
		const level = levelOf(rule, config);
		if (rule.scope !== 'document' || level === 'off') continue;
		for (const finding of rule.check(view)) {
			const range = {
				start: document.positionAt(finding.span.start),
				end: document.positionAt(finding.span.end),
			};
			if (isSilenced(rule.id, range.start.line)) continue;
			problems.push(problemOf(rule, gentler(level, finding.severity), document.uri, range, finding));
		}
	}
	return problems.sort(inOrder);
}

/** All problems of a source, in order of the file. */
export function checkSource(report: SourceReport, config: Config): readonly Problem[] {
	const isSilenced = silenced(
		(report.suppressions ?? []).map((comment) => ({ ...comment, first: comment.line, last: comment.line })),
	);
	const problems: Problem[] = [];
	for (const rule of rules) {
		const level = levelOf(rule, config);
		if (rule.scope !== 'source' || level === 'off') continue;
		for (const finding of rule.check(report)) {
			if (isSilenced(rule.id, finding.range.start.line)) continue;
			problems.push(problemOf(rule, gentler(level, finding.severity), report.file, finding.range, finding));
		}
	}
	return problems.sort(inOrder);
}

function inOrder(a: Problem, b: Problem): number {
	const [one, other] = [a.range.start, b.range.start];
	return one.line - other.line || one.character - other.character;
}
