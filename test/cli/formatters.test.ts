import assert from 'node:assert/strict';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { excerpt } from '../../src/cli/formatters/excerpt.ts';
import { formatters } from '../../src/cli/formatters/index.ts';
import type { Report } from '../../src/cli/formatters/types.ts';

const at = (line: number, from: number, to: number) => ({
	start: { line, character: from },
	end: { line, character: to },
});

const report: Report = {
	files: 2,
	checked: ['file:///w/a.tex', 'file:///w/b,1.md'],
	problems: [
		{
			file: 'file:///w/a.tex',
			range: at(11, 9, 12),
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
			fingerprint: 'f1:1',
			line: 'As \\cite{abc} shows.',
		},
		{
			file: 'file:///w/a.tex',
			range: at(0, 0, 0),
			rule: 'x',
			severity: 'information',
			message: 'Well.',
			fixes: [],
			fingerprint: 'f2:1',
		},
		{
			file: 'file:///w/b,1.md',
			range: { start: { line: 0, character: 2 }, end: { line: 3, character: 1 } },
			rule: 'empty-slot',
			severity: 'warning',
			message: 'A comma.',
			fixes: [{ title: 'Remove the comma', safe: true, edits: [] }],
			fingerprint: 'f3:1',
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
  12:10  error        Unknown citation key “abc”: 100% so.
Really.  unknown-key
                      As \\cite{abc} shows.
                               ^^^
                      → Change to abd
  1:1    information  Well.  x

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
		const { line: _, ...first } = report.problems[0]!;
		assert.deepEqual(json.problems[0], { ...first, file: 'a.tex', fixes: json.problems[0].fixes });
		assert.deepEqual(json.problems[0].fixes[0].edits, [{ file: 'a.tex', range: at(11, 4, 7), newText: 'abd' }]);
		assert.deepEqual(json.problems[2].data, {});
	});

	it('github: one annotation a line, one-based and escaped', () => {
		assert.equal(
			format('github'),
			`::error file=a.tex,line=12,endLine=12,col=10,endColumn=13,title=unknown-key::Unknown citation key “abc”: 100%25 so.%0AReally.
::notice file=a.tex,line=1,endLine=1,col=1,endColumn=1,title=x::Well.
::warning file=b%2C1.md,line=1,endLine=4,title=empty-slot::A comma.
`,
		);
	});

	it('stylish: cuts a long line around what is marked, and underlines wide letters in their width', () => {
		const long = `${'a'.repeat(500)} \\cite{abc} ${'b'.repeat(500)}`;
		const [text, marks] = excerpt(long, at(0, 507, 510), 60)!;
		assert.ok(text.length <= 60 && text.startsWith('…') && text.endsWith('…'));
		assert.equal(text.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1), 'abc');
		assert.equal(excerpt('\t漢字é \\cite{abc}', at(0, 11, 14))![1], `${' '.repeat(12)}^^^`);
		assert.equal(excerpt('   ', at(0, 0, 0)), undefined);
		assert.doesNotMatch(excerpt('\x1b[31m\\cite{abc}', at(0, 11, 14))![0], /\x1b/);
	});

	it('stylish: says how many problems a baseline knows', () => {
		const none = { ...report.summary, errors: 0, warnings: 0, information: 0, known: 2 };
		assert.match(
			format('stylish', false, { ...report, problems: [], summary: none }),
			/^No new problems; 2 problems known/,
		);
	});

	it('sarif: rules, places in UTF-16 columns from one on, fingerprints and repairs', () => {
		const log: Log = JSON.parse(format('sarif'));
		assert.equal(log.version, '2.1.0');
		const { tool, results, columnKind } = log.runs[0]!;
		assert.equal(columnKind, 'utf16CodeUnits');
		const rules = tool.driver.rules!;
		assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
		const [unknown, well, comma] = results!;
		assert.equal(rules[unknown!.ruleIndex!]!.id, 'unknown-key');
		assert.deepEqual([unknown!.level, well!.level, comma!.level], ['error', 'note', 'warning']);
		assert.deepEqual(unknown!.locations![0]!.physicalLocation, {
			artifactLocation: { uri: 'a.tex' },
			region: { startLine: 12, startColumn: 10, endLine: 12, endColumn: 13, snippet: { text: 'abc' } },
		});
		assert.deepEqual(unknown!.partialFingerprints, { 'relwork/v1': 'f1:1' });
		assert.deepEqual(unknown!.fixes![0], {
			description: { text: 'Change to abd' },
			artifactChanges: [
				{
					artifactLocation: { uri: 'a.tex' },
					replacements: [
						{
							deletedRegion: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 8 },
							insertedContent: { text: 'abd' },
						},
					],
				},
			],
		});
		// SARIF wants one change at least of each repair.
		assert.ok(results!.every(({ fixes = [] }) => fixes.every(({ artifactChanges }) => artifactChanges.length > 0)));
		assert.equal(well!.ruleIndex, undefined);
		assert.equal(comma!.locations![0]!.physicalLocation!.artifactLocation!.uri, 'b%2C1.md');
	});

	it('sarif: valid by the official schema, whatever the problems are', () => {
		const [first] = report.problems;
		const outside = {
			...first!,
			file: 'file:///elsewhere/%C3%BC%20x.bib',
			related: [{ file: 'file:///w/ä b.bib', range: at(0, 0, 1), message: 'Here.' }],
		};
		const log: Log = JSON.parse(format('sarif', false, { ...report, problems: [...report.problems, outside] }));
		// Of draft 4, of which it needs nothing that later drafts have changed but the name of `id`.
		const { $schema: _, id: __, ...rules } = schema;
		const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
		addFormats(ajv);
		const validate = ajv.compile(rules);
		assert.ok(validate(log), ajv.errorsText(validate.errors));
		const broken = structuredClone(log);
		broken.runs[0]!.results![0]!.locations![0]!.physicalLocation!.region!.startLine = 0;
		assert.ok(!validate(broken));
	});

	it('junit: a suite for each file, escaped; a sound file passes', () => {
		const hostile = { ...report.problems[0]!, message: 'A <b> & "c"\u0001\ud800\n]]>' };
		const xml = format('junit', false, {
			...report,
			checked: [...report.checked, 'file:///w/c.md'],
			problems: [hostile],
		});
		const saxes = new SaxesParser();
		const seen: string[] = [];
		saxes.on('opentag', ({ name, attributes }) => seen.push(`${name} ${attributes.name ?? attributes.message}`));
		saxes.on('error', (error) => assert.fail(error));
		saxes.write(xml).close();
		assert.deepEqual(seen, [
			'testsuites relwork',
			'testsuite a.tex',
			'testcase unknown-key 12:10',
			'failure A <b> & "c"\ufffd\ufffd\n]]>',
			'testsuite b,1.md',
			'testcase citations',
			'testsuite c.md',
			'testcase citations',
		]);
		assert.match(xml, /<testsuites name="relwork" tests="3" failures="1" errors="0" time="0">/);
	});

	it('junit: has what the schemas of Ant and Surefire require', () => {
		const required: Readonly<Record<string, readonly string[]>> = {
			testsuites: [],
			testsuite: ['name', 'tests', 'failures', 'errors', 'skipped', 'time'],
			testcase: ['name', 'classname', 'time'],
			failure: ['type'],
		};
		const saxes = new SaxesParser();
		const seen = new Set<string>();
		saxes.on('opentag', ({ name, attributes }) => {
			seen.add(name);
			for (const one of required[name] ?? ['?']) assert.ok(one in attributes, `${name} lacks ${one}`);
			for (const count of ['tests', 'failures', 'errors', 'skipped', 'time'])
				if (attributes[count] !== undefined) assert.match(`${attributes[count]}`, /^\d+$/);
		});
		saxes.write(format('junit')).close();
		assert.deepEqual([...seen], ['testsuites', 'testsuite', 'testcase', 'failure']);
	});
});
