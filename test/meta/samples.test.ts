import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { run } from '../../src/cli/run.ts';
import type { FileEdit, Fix, Problem } from '../../src/core/model/problem.ts';

const sample = path.resolve('samples/related-work');

type Reported = Problem & { readonly fixes: readonly Fix[] };

/** What `relwork check --format json` says of a folder, with files named from there. */
async function check(cwd: string, ...more: readonly string[]): Promise<readonly Reported[]> {
	let output = '';
	let told = '';
	const code = await run(['check', '--format', 'json', ...more, '.'], {
		cwd,
		stdin: (async function* () {})(),
		write: async (text) => void (output += text),
		tell: (text) => void (told += text),
		color: false,
		width: undefined,
		progress: false,
	});
	assert.ok(code < 2, told);
	return JSON.parse(output).problems;
}

/** `file:line rule`, with the line as editors show it. */
const placed = ({ file, range, rule }: Problem) => `${file}:${range.start.line + 1} ${rule}`;
const places = (problems: readonly Problem[]) => problems.map(placed).sort();

/** The table of the sample's README, in the same form. */
function promised(): readonly string[] {
	const rows = readFileSync(path.join(sample, 'README.md'), 'utf8').matchAll(
		/^\| `([^`]+)` \| (\d+) \| `([^`]+)` \|/gm,
	);
	return [...rows].map(([, file, line, rule]) => `${file}:${line} ${rule}`).sort();
}

function apply(folder: string, edits: readonly FileEdit[]): void {
	for (const file of new Set(edits.map((edit) => edit.file))) {
		const target = path.join(folder, file);
		const document = TextDocument.create(target, '', 0, readFileSync(target, 'utf8'));
		const own = edits.filter((edit) => edit.file === file);
		writeFileSync(target, TextDocument.applyEdits(document, own));
	}
}

describe('the sample workspace', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'related-work-'));
		cpSync(sample, folder, { recursive: true });
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('has the problems that its README lists, and no others', async () => {
		assert.deepEqual(places(await check(folder)), promised());
	});

	it('offers first what its author meant', async () => {
		const first = new Map<string, string | undefined>();
		for (const problem of await check(folder)) {
			if (problem.severity === 'hint') continue;
			first.set(placed(problem), problem.fixes[0]?.edits[0]?.newText);
		}
		const wanted = {
			'paper.tex:26 unknown-key': 'devlin2019bert',
			'paper.tex:40 empty-citation': 'liu2024lost',
			'sections/related.tex:11 unknown-key': 'karpukhin2020dense',
			'sections/related.tex:20 empty-citation': 'asai2024selfrag',
			'sections/related.tex:30 unknown-key': '2004.05150v2',
			'sections/related.tex:33 empty-citation': 'choromanski2021rethinking',
			'sections/related.tex:36 empty-citation': 'dao2022flashattention',
			'slides.tex:3 missing-bibliography': 'references.bib',
			'draft.md:14 unknown-key': 'guu2020realm',
			'draft.md:23 empty-citation': 'katharopoulos2020transformers',
			'draft.md:30 misattributed-citation': 'khattab2020colbert',
			'draft.md:31 author-year-mismatch': 'borgeaud2022improving',
		};
		assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((place) => [place, first.get(place)])), wanted);
	});

	it('loses exactly its safely repairable problems to --fix', async () => {
		const before = await check(folder);
		const safe = before.filter(({ fixes }) => fixes.some((fix) => fix.safe));
		assert.deepEqual([...new Set(safe.map(({ rule }) => rule))].sort(), [
			'duplicate-entry',
			'empty-slot',
			'repeated-key',
		]);
		const rules = (problems: readonly Problem[]) => problems.map(({ file, rule }) => `${file} ${rule}`).sort();
		assert.deepEqual(rules(await check(folder, '--fix')), rules(before.filter((problem) => !safe.includes(problem))));
	});

	it('is clean after the first repair of everything but hints, save for the entry that a person must close', async () => {
		const repairs = (await check(folder)).filter(({ severity }) => severity !== 'hint');
		apply(
			folder,
			repairs.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
		);
		assert.deepEqual(
			(await check(folder)).map(({ file, rule }) => `${file} ${rule}`),
			['draft.md uncited-mention', 'extra.bib entry-syntax'],
		);
	});
});
