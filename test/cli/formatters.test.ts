import assert from 'node:assert/strict';
import { formatters } from '../../src/cli/formatters/index.ts';
import type { Report } from '../../src/cli/formatters/types.ts';

const at = (line: number, from: number, to: number) => ({
	start: { line, character: from },
	end: { line, character: to },
});

const report: Report = {
	files: 2,
	problems: [
		{
			file: 'file:///w/a.tex',
			range: at(11, 4, 9),
			rule: 'unknown-key',
			severity: 'error',
			message: 'Unknown citation key “abc”: 100% so.\nReally.',
			data: { key: 'abc' },
			fixes: [
				{
					title: 'Change to abd',
					safe: false,
					edits: [{ file: 'file:///w/a.tex', range: at(11, 4, 7), newText: 'abd' }],
				},
				{ title: 'Remove it', safe: false, edits: [] },
			],
		},
		{ file: 'file:///w/a.tex', range: at(0, 0, 0), rule: 'x', severity: 'information', message: 'Well.', fixes: [] },
		{
			file: 'file:///w/b,1.md',
			range: { start: { line: 0, character: 2 }, end: { line: 3, character: 1 } },
			rule: 'empty-slot',
			severity: 'warning',
			message: 'A comma.',
			fixes: [{ title: 'Remove the comma', safe: true, edits: [] }],
		},
	],
	summary: { errors: 1, warnings: 1, information: 1, hints: 0, citations: 1234, emptyCitations: 1, keys: 5, papers: 1 },
};

const format = (id: string, color = false, of = report) =>
	formatters
		.find((formatter) => formatter.id === id)!
		.format(of, { show: (uri) => uri.slice('file:///w/'.length), color, width: undefined });

describe('forms of a report', () => {
	it('stylish: aligned, with the best repair of each problem and a sum', () => {
		assert.equal(
			format('stylish'),
			`a.tex
  12:5  error        Unknown citation key “abc”: 100% so.
Really.  unknown-key
                     → Change to abd
  1:1   information  Well.  x

b,1.md
  1:3  warning  A comma.  empty-slot
                → Remove the comma (--fix does it)

1 error, 1 warning, 1 for information
2 files: 1,234 citations (1 empty), 5 distinct keys, 1 paper known
`.replace('so.\nReally', 'so. Really'),
		);
	});

	it('stylish: in colour the same words', () => {
		const colored = format('stylish', true);
		assert.ok(colored.includes('\x1b[31m'));
		assert.equal(colored.replace(/\x1b\[\d+m/g, ''), format('stylish'));
	});

	it('stylish: says what was repaired', () => {
		const clean = { ...report.summary, errors: 0, warnings: 0, information: 0 };
		const verdict = (summary: Report['summary']) =>
			format('stylish', false, { ...report, problems: [], summary }).split('\n')[0];
		assert.equal(verdict({ ...clean, fixed: 1 }), '1 repair made. No problems');
		assert.equal(verdict({ ...clean, fixed: 2, hints: 3 }), '2 repairs made. Left: 3 hints');
	});

	it('json: all of it, with zero-based positions', () => {
		const json = JSON.parse(format('json'));
		assert.deepEqual(json.summary, report.summary);
		assert.equal(json.files, 2);
		assert.deepEqual(json.problems[0], { ...report.problems[0], file: 'a.tex', fixes: json.problems[0].fixes });
		assert.deepEqual(json.problems[0].fixes[0].edits, [{ file: 'a.tex', range: at(11, 4, 7), newText: 'abd' }]);
		assert.deepEqual(json.problems[2].data, {});
	});

	it('github: one annotation a line, one-based and escaped', () => {
		assert.equal(
			format('github'),
			`::error file=a.tex,line=12,endLine=12,col=5,endColumn=10,title=unknown-key::Unknown citation key “abc”: 100%25 so.%0AReally.
::notice file=a.tex,line=1,endLine=1,col=1,endColumn=1,title=x::Well.
::warning file=b%2C1.md,line=1,endLine=4,title=empty-slot::A comma.
`,
		);
	});
});
