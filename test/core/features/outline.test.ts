import assert from 'node:assert/strict';
import { type OutlineSection, problemsOf } from '../../../src/core/features/outline.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { type Fixture, fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

/** The outline of a fixture with all its problems. */
async function outline(files: Fixture) {
	const service = serviceOver(files.workspace);
	const bare = await service.outline(files.uri, new Map(), never);
	const problems = await Promise.all(
		(bare?.files ?? []).map(async (uri) => [uri, await service.check(uri, never)] as const),
	);
	return service.outline(files.uri, new Map(problems), never);
}

/** One line for each section and each key, with the rules of what is wrong there. */
function lines({ title, citations, sections, problems }: OutlineSection, indent = ''): string[] {
	const marks = (own: readonly { rule: string }[]) => own.map(({ rule }) => ` !${rule}`).join('');
	return [
		`${indent}${title || '*'}${marks(problems)}`,
		...citations.map((cited) => `${indent}- ${cited.key}${marks(cited.problems)}`),
		...sections.flatMap((section) => lines(section, `${indent}  `)),
	];
}

const bib = '%! refs.bib\n@misc{a, title = {On Apples}}\n@misc{b, title = {On Bears}}\n';

describe('The outline of citations', () => {
	it('has them by section, with included files where they are included', async () => {
		const files = fixture(`%! main.tex
\\documentclass{article}\\bibliography{refs}\\begin{document}
First \\cite{a}.
\\section{One} \\cite{a, b}.
\\subsection{Deep} \\cite{b}.
\\input{part}
Still deep \\cite{a}.
\\section{Empty} Nothing.
\\section{Two} \\cite{b}.
%! part.tex
In between \\cite{a}. \\subsection{Of the part} \\cite{b}.
${bib}`);
		const found = await outline(files);
		assert.deepEqual(lines(found!.top), [
			'*',
			'- a',
			'  One',
			'  - a',
			'  - b',
			'    Deep',
			'    - b',
			'    - a',
			'    Of the part',
			'    - b',
			'    - a',
			'  Two',
			'  - b',
		]);
	});

	it('has problems at their citations, and others at their section', async () => {
		const files = fixture(`%! main.tex
\\documentclass{article}\\bibliography{refs,lost}\\begin{document}
\\section{One} As said \\cite{a, zzz, a} and \\cite{}.
${bib}`);
		const found = await outline(files);
		assert.deepEqual(lines(found!.top), [
			'* !missing-bibliography',
			'  One',
			'  - a',
			'  - zzz !unknown-key',
			'  - a !repeated-key',
			'  -  !empty-citation',
		]);
		assert.equal(problemsOf(found!.top).length, 4);
	});

	it('says where each key stands', async () => {
		const files = fixture(`%! x.md\n---\nbibliography: refs.bib\n---\n# Fruit\nAs [@a; @b] say.\n${bib}`);
		const { top } = (await outline(files))!;
		const [section] = top.sections;
		assert.deepEqual(section!.range.start, { line: 3, character: 0 });
		assert.deepEqual(
			section!.citations.map(({ range }) => [range.start.line, range.start.character]),
			[
				[4, 5],
				[4, 9],
			],
		);
	});

	it('leaves out what is being typed, all of a bibliography, and definitions', async () => {
		const text = '\\bibliography{refs}\\newcommand{\\own}{\\cite{a}}\n\\nocite{*}\nAs \\own, \\cite{b}. And \\cite{';
		const { top } = (await outline(fixture(`%! main.tex\n${text}\n${bib}`)))!;
		assert.deepEqual(
			top.citations.map(({ key }) => key),
			['b'],
		);
	});

	it('ends where files include each other', async () => {
		const files = fixture('%! main.tex\n\\cite{a}\\input{main}\\input{other}\n%! other.tex\n\\cite{b}\\input{main}\n');
		const { top } = (await outline(files))!;
		assert.deepEqual(
			top.citations.map(({ key }) => key),
			['a', 'b'],
		);
	});
});
