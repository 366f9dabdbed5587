import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

const guide = readFileSync('docs/ci.md', 'utf8');
const blocks = (language: string) =>
	Array.from(guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm')), (match) => match[1]!);

interface Action {
	readonly inputs: Readonly<Record<string, { readonly default: string }>>;
	readonly runs: {
		readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
	};
}

/** A folder with a stand-in for the program, which writes its arguments into `called`, one a line, and ends with `code`. */
function withStandIn(code: number, use: (folder: string, called: () => string[]) => void): void {
	const folder = mkdtempSync(join(tmpdir(), 'relwork-ci-'));
	const called = join(folder, 'called');
	writeFileSync(called, '');
	const script = `#!/bin/sh\nfor one in "$@"; do printf '%s\\n' "$one" >> '${called}'; done\nexit ${code}\n`;
	for (const name of ['npx', 'node']) {
		writeFileSync(join(folder, name), script);
		chmodSync(join(folder, name), 0o755);
	}
	try {
		use(folder, () => readFileSync(called, 'utf8').split('\n').slice(0, -1));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const pathWith = (folder: string) => ({ ...process.env, PATH: `${folder}:${process.env.PATH}` });

describe('continuous integration', () => {
	before(function () {
		// The snippets are for sh and bash.
		if (process.platform !== 'win32') return;
		console.log('Skipped: there is no sh on Windows.');
		this.skip();
	});

	it('the guide’s configurations are YAML', () => {
		assert.ok(blocks('yaml').length >= 4);
		for (const text of blocks('yaml')) assert.equal(typeof parse(text), 'object');
	});

	it('the hook of git checks what is staged, whatever it is called, and stops a commit with errors', () => {
		const [hook = ''] = blocks('sh').filter((text) => text.startsWith('#!'));
		for (const code of [0, 1]) {
			withStandIn(code, (folder, called) => {
				const env = pathWith(folder);
				const git = (...args: string[]) => spawnSync('git', args, { cwd: join(folder, 'work'), env, encoding: 'utf8' });
				mkdirSync(join(folder, 'work'));
				git('init', '-q');
				git('config', 'user.email', 'a@example.org');
				git('config', 'user.name', 'A');
				writeFileSync(join(folder, 'work', '.git', 'hooks', 'pre-commit'), hook, { mode: 0o755 });
				writeFileSync(join(folder, 'work', 'notes.txt'), '');
				git('add', '.');
				assert.equal(git('commit', '-qm', 'no documents').status, 0);
				assert.deepEqual(called(), []);
				writeFileSync(join(folder, 'work', 'my paper.tex'), '');
				git('add', '.');
				assert.equal(git('commit', '-qm', 'a document').status === 0, code === 0);
				assert.deepEqual(called(), ['relwork', 'check', 'my paper.tex']);
			});
		}
	});

	it('the action hands its inputs to the command line as they are', () => {
		const action: Action = parse(readFileSync('action.yml', 'utf8'));
		const step = action.runs.steps.find(({ env }) => env)!;
		const given: Readonly<Record<string, string>> = {
			paths: 'my paper.tex\n$(touch oops)\n',
			corpus: 'papers.jsonl\nlists/*.txt',
			format: 'sarif',
			output: '',
			'max-warnings': '0',
		};
		assert.deepEqual(Object.keys(given).sort(), Object.keys(action.inputs).sort());
		const filled = (text: string) => text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => given[name]!);
		withStandIn(0, (folder, called) => {
			const env = Object.fromEntries(Object.entries(step.env!).map(([name, value]) => [name, filled(value)]));
			execFileSync('bash', ['-e', '-c', step.run!], {
				cwd: folder,
				env: { ...pathWith(folder), ...env, RELWORK_CLI: 'cli.js' },
			});
			assert.deepEqual(called(), [
				...['cli.js', 'check', '--format', 'sarif', '--max-warnings', '0'],
				...['--corpus', 'papers.jsonl', '--corpus', 'lists/*.txt', 'my paper.tex', '$(touch oops)'],
			]);
		});
	});
});
