import assert from 'node:assert/strict';
import { cliFolder } from '../support/cli.ts';

/** Whatever people call folders, and systems allow. */
const awkward = 'a b#c%20d é 😀 [x] {y} & (z)';

describe('relwork in a folder of an awkward name', () => {
	const files = {
		'mäin #1.tex': '\\documentclass{article}\\input{Käpitel 1/intro}\\cite{a}\\bibliography{réfs}\r\n',
		'Käpitel 1/intro.tex': 'Text \\cite{a,,b} and \\cite{zz}.\r\n',
		'réfs.bib': '@misc{a, title = {A}}\r\n@misc{b, title = {B}}\r\n',
		'lists %41/päpers#.jsonl': '{"id":"p","title":"Paper"}\r\n',
		// As somebody on Windows writes it.
		'relatedwork.json': '\ufeff{\r\n\t"corpus": ["lists %41\\\\*.jsonl"]\r\n}\r\n',
	};
	const inside = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${awkward}/${path}`, text]));

	it('finds what belongs together, names it, and mends it', async () => {
		const folder = cliFolder(inside);
		try {
			const { code, json, err } = await folder.run(['check', awkward, '--fix', '--format', 'json']);
			assert.deepEqual([code, err], [1, []]);
			const intro = `${awkward}/Käpitel 1/intro.tex`;
			const found: { readonly file: string; readonly rule: string }[] = json.problems;
			assert.deepEqual(
				found.map(({ file, rule }) => `${file} ${rule}`),
				[`${intro} unknown-key`],
			);
			assert.deepEqual([json.files, json.summary.papers, json.summary.fixed], [2, 3, 1]);
			assert.equal(folder.read(intro).toString(), 'Text \\cite{a,b} and \\cite{zz}.\r\n');
		} finally {
			folder.dispose();
		}
	});

	it('is found again by programs through the address in SARIF', async () => {
		const folder = cliFolder(inside);
		try {
			const { json } = await folder.run(['check', awkward, '--format', 'sarif']);
			const { uri } = json.runs[0].results[0].locations[0].physicalLocation.artifactLocation;
			assert.doesNotMatch(uri, /[\\ #[\]{}]/);
			assert.equal(new URL(uri, 'file:///w/').pathname.slice(3), uri);
			assert.equal(decodeURIComponent(uri), `${awkward}/Käpitel 1/intro.tex`);
		} finally {
			folder.dispose();
		}
	});
});
