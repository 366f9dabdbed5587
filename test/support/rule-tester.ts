import assert from 'node:assert/strict';
import type { Problem } from '../../src/core/model/problem.ts';
import { rules } from '../../src/core/rules/index.ts';
import type { Example, Rule } from '../../src/core/rules/types.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from './memory-workspace.ts';
import { applyEdits, serviceOver } from './service.ts';

/** A case is an example, with what its problems say and mark where that matters. */
export interface RuleCase extends Example {
	/** The text that each problem marks, in order. */
	readonly marks?: readonly string[];
	readonly messages?: readonly RegExp[];
	readonly severities?: readonly Problem['severity'][];
	/** Patterns of corpus files among `files`. */
	readonly corpus?: string[];
	/** Titles of the fixes of the first problem, in order. */
	readonly fixes?: readonly RegExp[];
}

/** Runs a rule, and only that rule, over the first file of the case: through the service, as an editor does. */
async function problemsOf(rule: Rule, files: Example['files'], corpus: string[]) {
	const workspace = memoryWorkspace(files);
	const others = rules.filter(({ id }) => id !== rule.id).map(({ id }) => [id, 'off'] as const);
	const first = uriOf(Object.keys(files)[0]!);
	const service = serviceOver(workspace, { corpus, rules: Object.fromEntries(others) });
	if (rule.scope === 'source') await service.loadCorpus(never);
	const all = rule.scope === 'source' ? await service.checkSources() : await service.check(first, never);
	return { workspace, service, first, problems: all.filter(({ file }) => file === first) };
}

/**
 * Checks one case. Strict about the case itself: a fix that changes nothing or leaves the problem is a failure, and
 * so is a case that names fixes for a rule that has none.
 */
export async function checkRule(rule: Rule, test: RuleCase): Promise<void> {
	const corpus = test.corpus ?? (rule.scope === 'source' ? [Object.keys(test.files)[0]!] : []);
	const { workspace, service, first, problems } = await problemsOf(rule, test.files, corpus);
	const said = problems.map(({ message }) => message).join('\n');
	assert.equal(problems.length, test.problems, `problems found:\n${said}`);
	for (const problem of problems) assert.equal(problem.rule, rule.id);
	const document = await workspace.open(first);
	if (test.marks)
		assert.deepEqual(
			problems.map(({ range }) => document.getText(range)),
			test.marks,
		);
	test.messages?.forEach((message, index) => {
		assert.match(problems[index]!.message, message);
	});
	if (test.severities)
		assert.deepEqual(
			problems.map(({ severity }) => severity),
			test.severities,
		);
	if (test.fixes) {
		const titles = (await service.fixes(problems[0]!, never)).map(({ title }) => title);
		assert.equal(titles.length, test.fixes.length, titles.join('\n'));
		test.fixes.forEach((title, index) => {
			assert.match(titles[index]!, title);
		});
	}
	if (test.fixed === undefined) return;
	assert.ok(rule.fixes, `${rule.id} has no fixes`);
	assert.notEqual(test.fixed, test.files[Object.keys(test.files)[0]!], 'the fix must change the file');
	const edits = (await Promise.all(problems.map((problem) => service.fixes(problem, never)))).flatMap(
		(fixes) => fixes[0]?.edits ?? [],
	);
	const texts = applyEdits(workspace, edits);
	assert.equal(texts.get(first), test.fixed);
	const after = { ...test.files };
	for (const path of Object.keys(after)) after[path] = texts.get(uriOf(path)) ?? after[path]!;
	assert.deepEqual((await problemsOf(rule, after, corpus)).problems, [], 'nothing is left after the fix');
}
