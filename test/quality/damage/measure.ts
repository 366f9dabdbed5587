import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../../../src/core/model/problem.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { type Change, type Damage, damagesOf } from './kinds.ts';
import { edited, type Project } from './project.ts';
import type { Random } from './random.ts';

/** What became of the damages of one kind. */
export interface Tally {
	made: number;
	/** A rule that should speak did, of the citation that was damaged. */
	found: number;
	/** Its first fix gives the text as it was. */
	right: number;
	/** New problems of other places, hints not counted. */
	elsewhere: number;
	/** New hints of other places. */
	hints: number;
}

export type Tallies = Map<string, Tally>;

/** A damage that was not found, or not repaired, in a line. */
export type Miss = (line: string) => void;

/** Damages a project in every way, one after the other, and counts what the checker says. */
export async function measureDamage(project: Project, random: Random, tallies: Tallies, miss: Miss): Promise<void> {
	const before = new Map<string, readonly Problem[]>();
	const marked = new Map<string, readonly Span[]>();
	for (const { uri, text } of project.files) {
		const problems = await project.check(uri, text);
		before.set(uri, problems);
		marked.set(
			uri,
			problems.map((problem) => spanOf(text, problem)),
		);
	}
	const spared = (uri: string, span: Span) => marked.get(uri)!.some((one) => touch(one, span));
	const damages = damagesOf(project, spared, random);
	for (const { uri, text } of project.files) {
		for (const damage of damages.get(uri) ?? [])
			await tryOne(project, uri, text, before.get(uri)!, damage, tallies, miss);
		await project.check(uri, text);
	}
}

async function tryOne(
	project: Project,
	uri: string,
	text: string,
	before: readonly Problem[],
	{ kind, changes, rules, what }: Damage,
	tallies: Tallies,
	miss: Miss,
): Promise<void> {
	const tally = tallies.get(kind) ?? { made: 0, found: 0, right: 0, elsewhere: 0, hints: 0 };
	tallies.set(kind, tally);
	tally.made++;
	const damaged = apply(text, changes);
	const problems = await project.check(uri, damaged);
	const places = changes.map((change) => moved(change.citation, changes));
	const at = (problem: Problem) => places.findIndex((place) => touch(place, spanOf(damaged, problem)));
	const others = problems.filter((problem) => at(problem) < 0);
	for (const problem of unlike(others, before)) {
		if (problem.severity === 'hint') tally.hints++;
		else {
			tally.elsewhere++;
			miss(`ELSEWHERE ${kind}: ${what} :: ${problem.message}`);
		}
	}
	const problem = problems.find((one) => rules.includes(one.rule) && at(one) >= 0);
	if (!problem) {
		const { start } = changes[0]!.citation;
		miss(`MISSED ${kind}: ${what} :: ${text.slice(Math.max(0, start - 120), start + 60).replace(/\s+/g, ' ')}`);
		return;
	}
	tally.found++;
	const [first] = await project.fixes(problem);
	const wanted = apply(
		text,
		changes.flatMap((change, index) => {
			if (index !== at(problem)) return [change];
			return change.right === undefined ? [] : [{ ...change, newText: change.right }];
		}),
	);
	if (first && isSame(edited(uri, damaged, first.edits), wanted, project, changes[at(problem)]!, text)) tally.right++;
	else miss(`WRONG FIX ${kind}: ${what} :: ${first?.title ?? 'none'} :: ${problem.message}`);
}

/** The same but for white space, or for the key of another record of the same work. */
function isSame(text: string, wanted: string, { papers, cited }: Project, { span }: Change, original: string): boolean {
	const plain = (some: string) => some.replace(/\s+/g, '');
	if (plain(text) === plain(wanted)) return true;
	const key = original.slice(span.start, span.end);
	const title = cited.get(key)?.title.toLowerCase();
	const others = papers.filter((paper) => paper.id !== key && paper.title.toLowerCase() === title);
	return others.some(({ id }) => {
		const at = text.indexOf(id, Math.max(0, span.start - 100));
		return at >= 0 && plain(text.slice(0, at) + key + text.slice(at + id.length)) === plain(wanted);
	});
}

function apply(text: string, changes: readonly Change[]): string {
	return changes.reduceRight(
		(changed, { span, newText }) => changed.slice(0, span.start) + newText + changed.slice(span.end),
		text,
	);
}

/** Where a part of the text lies after changes, those at its ends included. */
function moved({ start, end }: Span, changes: readonly Change[]): Span {
	const shift = (at: number) =>
		changes.reduce(
			(sum, { span, newText }) => sum + (span.end <= at ? newText.length - (span.end - span.start) : 0),
			at,
		);
	return { start: shift(start), end: shift(end) };
}

function touch(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}

function spanOf(text: string, { file, range }: Problem): Span {
	const document = TextDocument.create(file, '', 1, text);
	return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** Problems that were not there before, wherever their lines are now. */
function unlike(problems: readonly Problem[], before: readonly Problem[]): readonly Problem[] {
	const name = ({ rule, message }: Problem) => `${rule} ${message}`;
	const left = new Map<string, number>();
	for (const problem of before) left.set(name(problem), (left.get(name(problem)) ?? 0) + 1);
	return problems.filter((problem) => {
		const known = left.get(name(problem)) ?? 0;
		left.set(name(problem), known - 1);
		return known <= 0;
	});
}
