import assert from 'node:assert/strict';
import type { Config } from '../../src/core/config.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import { rules } from '../../src/core/rules/index.ts';
import type { Given } from '../../src/core/rules/options.ts';
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
	/** What is set of the rule. */
	readonly options?: Given;
	/** Titles of the fixes of the first problem, in order. */
	readonly fixes?: readonly RegExp[];
}

/** Runs a rule, and only that rule, over the first file of the case: through the service, as an editor does. */
async function problemsOf(rule: Rule, files: Example['files'], corpus: string[], options: Given = {}) {
	const workspace = memoryWorkspace(files);
	// A rule on comments speaks of what the others do.
	const others = rules.filter(({ id }) => id !== rule.id && rule.scope !== 'suppression').map(({ id }) => [id, 'off']);
	const first = uriOf(Object.keys(files)[0]!);
	const levels: Config['rules'] = { ...Object.fromEntries(others), [rule.id]: rule.severity };
	const service = serviceOver(workspace, { corpus, rules: levels, ruleOptions: { [rule.id]: options } });
	await service.loadCorpus(never);
	const all = service.reads(first) ? await service.check(first, never) : await service.checkSources([first]);
	const problems = all.filter((problem) => problem.file === first && problem.rule === rule.id);
	return { workspace, service, first, problems };
}

/**
 * Checks one case. Strict about the case itself: a fix that changes nothing or leaves the problem is a failure, and
 * so is a case that names fixes for a rule that has none.
 */
export async function checkRule(rule: Rule, test: RuleCase): Promise<void> {
	const [name = ''] = Object.keys(test.files);
	const corpus = test.corpus ?? (/\.(?:bib|jsonl?)$/.test(name) ? [name] : []);
	const { workspace, service, first, problems } = await problemsOf(rule, test.files, corpus, test.options);
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
	assert.deepEqual((await problemsOf(rule, after, corpus, test.options)).problems, [], 'nothing is left after the fix');
}
