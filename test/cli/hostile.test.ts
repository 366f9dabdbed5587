import assert from 'node:assert/strict';
import { type CliFolder, cliFolder } from '../support/cli.ts';
import { assertPlainLine, hostileJsonLines, hostileTitles } from '../support/hostile.ts';

describe('what commands print of papers whose texts attack a terminal', () => {
	let folder: CliFolder;
	beforeEach(() => {
		const keys = Object.keys(hostileTitles);
		folder = cliFolder({
			'hostile.jsonl': hostileJsonLines,
			'main.tex': `\\cite{${keys.join(',')},attac}`,
			'relatedwork.json': '{"corpus": ["hostile.jsonl"]}',
		});
	});
	afterEach(() => folder.dispose());

	const linesOf = (out: string) => out.split('\n').filter(Boolean);

	it('is a line for each that search and suggest find', async () => {
		for (const args of [
			['search', 'attack'],
			['suggest', '--text', 'Attack very long red link'],
		]) {
			const { out } = await folder.run([...args, '--corpus', 'hostile.jsonl']);
			assert.equal(linesOf(out).length, Object.keys(hostileTitles).length, out);
			for (const line of linesOf(out)) assertPlainLine(line, 330);
		}
	});

	for (const format of ['stylish', 'github', 'junit']) {
		it(`is text in ${format}`, async () => {
			const { out } = await folder.run(['check', '--format', format, 'main.tex']);
			assert.match(out, /attac/);
			for (const line of linesOf(out)) assertPlainLine(line.replaceAll('\t', ' '), 1600);
			assert.doesNotMatch(out, /^::error file=x/m);
		});
	}

	it('is text in a report', async () => {
		const { code } = await folder.run(['report', 'main.tex', '--out', 'report.html']);
		const page = folder.read('report.html').toString();
		assert.ok(code < 2 && page.length < 60_000, `${page.length}`);
		assert.doesNotMatch(page, /<img|<script|\u001b|\u202e/);
	});
});
