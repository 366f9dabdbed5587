import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationService } from '../../../src/core/features/types.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { applyEdits, serviceOver } from '../../support/service.ts';

const bib = `@misc{one, title = {One Thing}, author = {Ode, Al}}
@misc{one, title = {One Thing}, author = {Ode, Al}}
% relwork-ignore duplicate-entry
@misc{two, title = {Two Things}, author = {Poe, Bo}}
`;

/** Pieces of a draft, sound and damaged; what a safe repair may change is marked by `safe`. */
const pieces = fc.constantFrom(
	{ text: 'Prose stays.\n' },
	{ text: 'Sound \\cite{one}, and {\\em so}~\\cite[p.~3]{two}.\n' },
	{ text: 'A half \\cite{one' },
	{ text: 'Empty \\cite{} here.\n' },
	{ text: 'Nobody \\cite{nobody}.\n' },
	{ text: '  % a comment \\cite{two,,one}\n' },
	{ text: 'Stray \\cite{one,,two}.\n', safe: true },
	{ text: 'Behind \\citep{two, }.\n', safe: true },
	{ text: 'Twice \\cite{one, two, one}.\n', safe: true },
	{ text: 'Both \\cite{one,, one,two,}.\n', safe: true },
	{ text: 'Apart \\cite{one, % why\n  ,two}.\n', safe: true },
	{ text: 'Case \\cite{ONE}.\n', safe: true },
	{ text: 'For nothing % relwork-ignore unknown-key\n', safe: true },
	{ text: '  % relwork-ignore empty-slot\n', safe: true },
	{ text: '% relwork-ignore no-such-rule\n', safe: true },
);

async function safelyFixable(service: CitationService, uri: string) {
	const problems = (await service.check(uri, never)).filter(({ file }) => file === uri);
	const fixes = await service.fixesOf(problems, never);
	return problems.filter((_, index) => fixes[index]!.some(({ safe }) => safe));
}

describe('all safe repairs', () => {
	it('come to an end, leave nothing safe to repair, and leave alone what is in no problem', async function () {
		this.timeout(60_000);
		await fc.assert(
			fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 12 }), async (parts) => {
				const head = '\\documentclass{article}\\usepackage{biblatex}\\addbibresource{refs.bib}\n\\begin{document}\n';
				const workspace = memoryWorkspace({
					'main.tex': `${head}${parts.map(({ text }) => text).join('')}\\end{document}\n`,
					'refs.bib': bib,
				});
				const service = serviceOver(workspace);
				const uri = uriOf('main.tex');
				const before = (await service.check(uri, never)).length;
				let rounds = 0;
				for (; ; rounds++) {
					const edits = await service.fixAll(uri, never);
					if (edits.length === 0) break;
					assert.ok(rounds < 10, 'it comes to an end');
					workspace.set('main.tex', applyEdits(workspace, edits).get(uri)!);
				}
				const after = workspace.text(uri);
				assert.deepEqual(await safelyFixable(service, uri), []);
				assert.ok((await service.check(uri, never)).length <= before, 'no repair makes a problem');
				let at = 0;
				for (const { text, safe } of parts as readonly { text: string; safe?: true }[]) {
					if (safe) continue;
					const found = after.indexOf(text, at);
					assert.ok(found >= 0, `${JSON.stringify(text)} is kept in:\n${after}`);
					at = found + text.length;
				}
				service.dispose();
			}),
			{ numRuns: 60 },
		);
	});

	it('mend a bibliography the same way', async () => {
		const workspace = memoryWorkspace({
			'refs.bib': bib,
			'a.md': '---\nbibliography: refs.bib\n---\n[@one] [@two]\n',
		});
		const service = serviceOver(workspace);
		await service.check(uriOf('a.md'), never);
		const edits = await service.fixAll(uriOf('refs.bib'), never);
		assert.equal(
			applyEdits(workspace, edits).get(uriOf('refs.bib')),
			'@misc{one, title = {One Thing}, author = {Ode, Al}}\n@misc{two, title = {Two Things}, author = {Poe, Bo}}\n',
		);
	});

	it('go by what a bibliography says now, not by what it said when it was last read', async () => {
		const workspace = memoryWorkspace({
			'refs.bib': bib,
			'a.md': '---\nbibliography: refs.bib\n---\n[@one] [@two]\n',
		});
		const service = serviceOver(workspace);
		const uri = uriOf('refs.bib');
		await service.check(uriOf('a.md'), never);
		const mended = applyEdits(workspace, await service.fixAll(uri, never)).get(uri)!;
		workspace.set('refs.bib', mended);
		// At once, before anybody has read it again.
		assert.deepEqual(await service.fixAll(uri, never), []);
	});
});
