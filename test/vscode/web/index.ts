import 'mocha/mocha.js';
import * as vscode from 'vscode';

// Where extensions run in a browser. One file, as none can be looked up here: what a suite needs of Node it gets from
// assert.ts.

/** Called by VS Code: runs all suites, and leaves counts where `run.mjs` looks for them. */
export async function run(): Promise<void> {
	mocha.setup({ ui: 'bdd', reporter: Mocha.reporters.Spec, timeout: 30_000, color: true });
	await import('./host.test.ts');
	await import('../suite/corpus.test.ts');
	await import('./commands.test.ts');
	await import('../suite/completion.test.ts');
	await import('../suite/paper-actions.test.ts');
	await import('../suite/front-door.test.ts');
	await import('../suite/problems.test.ts');
	await import('../suite/reading.test.ts');
	await import('../suite/repairs.test.ts');
	await import('../suite/rewriting.test.ts');
	await import('../suite/virtual.test.ts');
	await import('../suite/workspace.test.ts');
	// Last, as its papers stay in the corpus.
	await import('./sample.test.ts');
	const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
		const runner = mocha.run(() => resolve(runner.stats));
	});
	const { passes = 0, failures = 0, pending = 0 } = stats ?? {};
	const counts = JSON.stringify({ passed: passes, failed: failures, skipped: pending });
	const file = vscode.workspace.workspaceFile?.with({ path: `${vscode.workspace.workspaceFile.path}.counts` });
	if (file) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`${counts}\n`));
	if (failures > 0) throw new Error(`${failures} tests failed.`);
}
