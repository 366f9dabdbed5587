import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationService } from '../../../src/core/features/types.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { serviceOver } from '../../support/service.ts';
import { runs } from '../languages/documents.ts';

const all = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

const sentences = [
	'We start from BERT and train it on. ',
	'BERT \\cite{devlin} is large, and RoBERTa~\\citep{liu} larger. ',
	'Liu et al. (2017) \\cite{devlin, devlin} disagree. ',
	'Devlin and Liu \\cite{Devlin} found \\cite{}, \\citet{nobody,} more. ',
	'\\footnote{As Liu (2019) \\cite{liu} says.} ',
	'\n\n\\section{Trees}\n',
	'\n% A comment \\cite{none}.\n',
	'\n\n',
	'\\begin{verbatim}\n\\cite{x}\n\\end{verbatim}\n',
	'\\nocite{extra} ',
	'% relwork-ignore unknown-key\n',
];
const entries = [
	'@misc{devlin, title={BERT: Pre-training of Deep Transformers}, author={Devlin, Jacob and Chang, Ming}, year=2019}\n',
	'@misc{liu, title={RoBERTa: A Robustly Optimized Approach}, author={Liu, Yinhan}, year=2019}\n',
	'@article{bert2, title={BERT: Pre-training of Deep Transformers}, author={Devlin, Jacob and Chang, Ming}, journal={J}, year=2019}\n',
	'@misc{extra, title={Extra}, author={Jones, Al}}\n',
];

const part = (texts: readonly string[]) => fc.array(fc.constantFrom(...texts), { maxLength: 12 });
/** Takes some text out and puts some in. */
const edit = fc.record({
	file: fc.constantFrom('main.tex', 'main.tex', 'chapter.tex', 'chapter.tex', 'refs.bib'),
	at: fc.double({ min: 0, max: 1, noNaN: true }),
	removed: fc.nat(40),
	added: fc.oneof(fc.constantFrom(...sentences, ...entries), fc.constantFrom('x', '}', '{', '\n', '\\', ' ')),
});

/** Resolves when no source is being read. */
async function settled(service: CitationService): Promise<void> {
	for (;;) {
		let heard = () => {};
		const change = new Promise<void>((resolve) => (heard = resolve));
		const listening = service.onDidChangeSources(heard);
		const { loading } = await service.status();
		if (loading.length > 0) await change;
		listening.dispose();
		if (loading.length === 0) return;
	}
}

async function problemsOf(service: CitationService) {
	const found = [];
	for (const file of ['main.tex', 'chapter.tex']) {
		const problems = await service.check(uriOf(file), never);
		found.push(problems, await service.fixesOf(problems, never));
	}
	return { found, sources: await service.checkSources() };
}

describe('a document that is checked again and again', function () {
	this.timeout(60_000 * runs(1));

	it('has the problems and repairs that it has when it is checked for the first time', async () => {
		await fc.assert(
			fc.asyncProperty(
				part(sentences),
				part(sentences),
				part(entries),
				fc.array(edit, { minLength: 1, maxLength: 6 }),
				async (main, chapter, bib, edits) => {
					const workspace = memoryWorkspace({
						'main.tex': `\\documentclass{a}\n\\begin{document}\n\\input{chapter}\n${main.join('')}\n\\bibliography{refs}\n\\end{document}\n`,
						'chapter.tex': chapter.join(''),
						'refs.bib': bib.join(''),
					});
					const service = serviceOver(workspace, { rules: all });
					await problemsOf(service);
					for (const { file, at, removed, added } of edits) {
						const text = workspace.text(file);
						const place = Math.floor(at * text.length);
						workspace.set(file, text.slice(0, place) + added + text.slice(place + removed));
						await settled(service);
						const fresh = serviceOver(workspace, { rules: all });
						const [again, first] = [await problemsOf(service), await problemsOf(fresh)];
						// What was read once stays, though nobody declares it any more.
						const { sources } = await fresh.status();
						assert.deepEqual(again, sources.length > 0 ? first : { ...first, sources: again.sources });
						fresh.dispose();
					}
					service.dispose();
				},
			),
			{ numRuns: runs(20) },
		);
	});
});
