import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Changed } from '../../../src/core/features/rename.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { type MemoryWorkspace, memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { applyEdits, serviceOver } from '../../support/service.ts';

const tex = (bibliography: string, body: string) =>
	`\\documentclass{article}\\bibliography{${bibliography}}\\begin{document}${body}\\end{document}\n`;

function whyNot(changed: Changed): string {
	return changed.kind === 'refused' ? changed.why : 'not refused';
}

/** The files after a change, without those that it leaves alone. */
function filesAfter(workspace: MemoryWorkspace, changed: Changed): Record<string, string> {
	assert.equal(changed.kind, 'edits', whyNot(changed));
	const texts = changed.kind === 'edits' ? applyEdits(workspace, changed.edits) : [];
	return Object.fromEntries([...texts].map(([uri, text]) => [uri.slice(uriOf('').length), text]));
}

/** The position of a text in a file, some characters further. */
function at(workspace: MemoryWorkspace, path: string, text: string, offset = 0) {
	const whole = workspace.text(path);
	assert.ok(whole.includes(text), text);
	return TextDocument.create('', '', 1, whole).positionAt(whole.indexOf(text) + offset);
}

const thesis = {
	'main.tex': tex('refs', '\\input{ch1}\\nocite{old} \\cite{other, old}\\citep[see][p.~2]{old,}'),
	'ch1.tex': 'As in \\textcite{old} and % \\cite{old}\n\\parencite{\n  old % here\n}.',
	'notes.md': '---\nbibliography: refs.bib\n---\nSee [@old, p. 3; -@other] and @old.\n',
	'talk.tex': tex('more', '\\cite{old}'),
	'refs.bib':
		'@book{old, title = {Old}, ids = {older, oldest}}\n@inbook{other, crossref = {old}, title = {Old}}\n@misc{x, related = {other,old}, note = {old}}\n',
	'more.bib': '@misc{old, title = {Not that one}}\n',
};

describe('keys of papers', () => {
	describe('renaming', () => {
		const renamed = {
			'main.tex': thesis['main.tex'].replaceAll('old', 'new'),
			'ch1.tex': thesis['ch1.tex'].replace('{old}', '{new}').replace('  old', '  new'),
			'notes.md': thesis['notes.md'].replaceAll('@old', '@new'),
			'refs.bib':
				'@book{new, title = {Old}, ids = {older, oldest}}\n@inbook{other, crossref = {new}, title = {Old}}\n@misc{x, related = {other,new}, note = {old}}\n',
		};
		for (const [path, text, offset] of [
			['main.tex', 'old}', 1],
			['ch1.tex', '  old', 2],
			['notes.md', '[@old', 2],
			['refs.bib', 'old', 0],
			['refs.bib', 'crossref = {old', 13],
		] as const) {
			it(`changes the entry and every text that cites it, from ${path}, ${JSON.stringify(text)}`, async () => {
				const workspace = memoryWorkspace(thesis);
				const position = at(workspace, path, text, offset);
				const service = serviceOver(workspace);
				assert.equal((await service.keyAt(uriOf(path), position, never))?.key, 'old');
				assert.deepEqual(filesAfter(workspace, await service.rename(uriOf(path), position, 'new', never)), renamed);
			});
		}

		it('renames an alias alone', async () => {
			const files = { 'main.tex': tex('refs', '\\cite{older,old}'), 'refs.bib': thesis['refs.bib'] };
			const workspace = memoryWorkspace(files);
			const position = at(workspace, 'main.tex', 'older');
			assert.deepEqual(
				filesAfter(workspace, await serviceOver(workspace).rename(uriOf('main.tex'), position, 'eld', never)),
				{
					'main.tex': tex('refs', '\\cite{eld,old}'),
					'refs.bib': thesis['refs.bib'].replace('older', 'eld'),
				},
			);
		});

		it('reaches every bibliography that has the key, and who cites from that', async () => {
			const workspace = memoryWorkspace({
				...thesis,
				'both.tex': tex('refs,more', '\\cite{old}'),
			});
			const changed = await serviceOver(workspace).rename(
				uriOf('ch1.tex'),
				at(workspace, 'ch1.tex', 'old'),
				'new',
				never,
			);
			assert.deepEqual(Object.keys(filesAfter(workspace, changed)).sort(), [...Object.keys(thesis), 'both.tex'].sort());
		});

		it('follows keys that documents and other formats define', async () => {
			for (const [path, text, wanted] of [
				[
					'a.tex',
					'\\documentclass{article}\\begin{document}\\cite{|a}\\begin{thebibliography}{1}\\bibitem{a} A\\end{thebibliography}\\end{document}',
					/\\cite\{new\}.*\\bibitem\{new\}/,
				],
				[
					'a.tex',
					'\\begin{filecontents}{r.bib}\n@misc{a, title={A}}\n@misc{b, crossref={a}}\n\\end{filecontents}\n\\documentclass{article}\\bibliography{r}\\begin{document}\\newcommand{\\x}{\\cite{a}}\\x\\cite{|a}\\end{document}',
					/misc\{new,.*\n@misc\{b, crossref=\{new\}\}[\s\S]*\\cite\{new\}\}\\x\\cite\{new\}/,
				],
				['a.md', '---\nreferences:\n- id: |a\n  title: A\n---\nSee [@a].\n', /- id: new\n[\s\S]*\[@new\]/],
				['a.md', '---\nbibliography: r.json\n---\nSee @{|a}.\n%! r.json\n[{"id": "a", "title": "a"}]', /@\{new\}/],
				['a.typ', '#bibliography("r.yml")\nSee @|a.\n%! r.yml\na:\n  type: book\n  title: A', /@new\./],
			] as const) {
				const { workspace, uri, position } = fixture(`%! ${path}\n${text}`);
				const texts = filesAfter(workspace, await serviceOver(workspace).rename(uri, position, 'new', never));
				assert.match(texts[path]!, wanted);
				if (text.includes('r.json')) assert.equal(texts['r.json'], '[{"id": "new", "title": "a"}]');
				if (text.includes('r.yml')) assert.match(texts['r.yml']!, /^new:\n/);
			}
		});

		it('refuses with words what would be wrong', async () => {
			const workspace = memoryWorkspace({
				...thesis,
				'macro.tex': tex('more', '\\newcommand{\\c}[1]{\\cite{m-#1}}\\c{ade} \\cite{nobody,m-ade}'),
				'more.bib': `${thesis['more.bib']}@misc{m-ade, title = {Made}}\n`,
				'odd.md': '---\nbibliography: refs.bib\n---\nSee @other\n',
			});
			const service = serviceOver(workspace);
			const to = async (newKey: string, path = 'main.tex', text = 'old') =>
				whyNot(await service.rename(uriOf(path), at(workspace, path, text), newKey, never));
			assert.match(await to('a b'), /^“a b” cannot be a key: it has a blank in it/);
			assert.match(await to('a,b'), /it has “,” in it/);
			assert.match(await to(' '), /^A key cannot be empty/);
			assert.match(await to('Other'), /^“other” is a key of refs\.bib already \(line 2\)/);
			assert.match(await to('OLDER'), /^“older” is a key of refs\.bib already/);
			assert.match(await to('new', 'macro.tex', 'nobody'), /^“nobody” stands in no bibliography here/);
			assert.match(await to('new', 'macro.tex', 'm-ade'), /^A command in macro\.tex makes the key/);
			assert.match(await to('a;b', 'odd.md', 'other'), /^“a;b” would not be read as one key in (?:odd|notes)\.md/);
			assert.match(await to('x', 'main.tex', 'documentclass'), /^There is no citation key here/);
			assert.deepEqual(
				filesAfter(workspace, await service.rename(uriOf('refs.bib'), at(workspace, 'refs.bib', 'old'), 'Old', never))[
					'refs.bib'
				]?.slice(0, 9),
				'@book{Old',
			);
		});
	});

	it('finds every place of a key', async () => {
		const workspace = memoryWorkspace(thesis);
		const found = await serviceOver(workspace).references(uriOf('refs.bib'), at(workspace, 'refs.bib', 'old'), never);
		const counts = new Map<string, number>();
		for (const { uri, range } of found ?? []) {
			const name = uri.slice(uriOf('').length);
			counts.set(name, (counts.get(name) ?? 0) + 1);
			assert.equal(TextDocument.create('', '', 1, workspace.text(name)).getText(range), 'old');
		}
		assert.deepEqual(Object.fromEntries(counts), { 'refs.bib': 3, 'main.tex': 3, 'ch1.tex': 2, 'notes.md': 2 });
	});

	describe('merging', () => {
		const one = '@article{a,\n  title = {Attention Is All You Need},\n  year = {2017},\n  note = {},\n}\n';
		const two =
			'@misc{b,\n  title = {Attention is all you need},\n  author = {Vaswani, Ashish},\n  year = {2017},\n  doi = {10.1/x},\n}\n';

		it('keeps the fields of both, and cites the kept one wherever the other was', async () => {
			const workspace = memoryWorkspace({
				'main.tex': tex('refs', '\\cite{b} \\cite{a, b} \\cite{b,a} \\cite[p. 1]{c,b}'),
				'refs.bib': `${one}\n${two}\n@misc{c, title = {Of its own}, crossref = {b}}\n`,
			});
			const service = serviceOver(workspace);
			const position = at(workspace, 'refs.bib', 'Attention Is');
			const [twin, ...others] = await service.twins(uriOf('refs.bib'), position, never);
			assert.deepEqual([twin?.key, others], ['b', []]);
			assert.deepEqual(filesAfter(workspace, await service.merge(uriOf('refs.bib'), position, 'b', never)), {
				'main.tex': tex('refs', '\\cite{a} \\cite{a} \\cite{a} \\cite[p. 1]{c,a}'),
				'refs.bib':
					'@article{a,\n  title = {Attention Is All You Need},\n  year = {2017},\n  note = {},\n  author = {Vaswani, Ashish},\n  doi = {10.1/x},\n}\n\n@misc{c, title = {Of its own}, crossref = {a}}\n',
			});
		});

		it('leaves the other key as an alias where the file is of biblatex', async () => {
			const workspace = memoryWorkspace({
				'main.tex': tex('refs', '\\cite{b}'),
				'refs.bib': '@misc{b, title = {T}, date = {2001}, ids = {e}}\n@misc{a, title = {T}, date = {2001}}\n',
			});
			const position = at(workspace, 'refs.bib', 'a,');
			const changed = await serviceOver(workspace).merge(uriOf('refs.bib'), position, 'b', never);
			assert.equal(filesAfter(workspace, changed)['refs.bib'], '@misc{a, title = {T}, date = {2001}, ids = {e, b}}\n');
		});

		it('offers nothing for other works, and refuses where another file has the key, too', async () => {
			const workspace = memoryWorkspace({
				'main.tex': tex('refs,more', '\\cite{b}'),
				'refs.bib': `${one}${two}@misc{c, title = {Something else altogether}}\n`,
				'more.bib': '@misc{b, title = {B}}\n',
			});
			const service = serviceOver(workspace);
			assert.deepEqual(await service.twins(uriOf('refs.bib'), at(workspace, 'refs.bib', 'c, title'), never), []);
			const position = at(workspace, 'refs.bib', 'a,');
			assert.match(
				whyNot(await service.merge(uriOf('refs.bib'), position, 'b', never)),
				/^“b” is a key of more\.bib, too/,
			);
			assert.match(whyNot(await service.merge(uriOf('refs.bib'), position, 'z', never)), /^refs\.bib has no entry “z”/);
		});
	});
});
