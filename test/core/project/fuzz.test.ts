import assert from 'node:assert/strict';
import fc from 'fast-check';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { changed, changes, documents, runs } from '../languages/documents.ts';
import { projectsOver } from './support.ts';

/** A project in each language: a root, which includes another document. */
const roots: readonly [root: string, part: string, including: string][] = [
	['main.tex', 'part.tex', '\\documentclass{a}\n\\input{part}\n\\addbibresource{refs.bib}\n'],
	['main.qmd', 'part.qmd', '---\nbibliography: refs.bib\n---\n{{< include part.qmd >}}\n\n'],
	['main.typ', 'part.typ', '#include "part.typ"\n#bibliography("refs.bib")\n'],
	['main.org', 'part.org', '#+bibliography: refs.bib\n#+include: "part.org"\n'],
];
const edits = fc.array(fc.record({ part: fc.boolean(), changes }), { minLength: 1, maxLength: 4 });

describe('projects that are kept while their documents change', function () {
	this.timeout(60_000 * runs(1));
	for (const [root, part, including] of roots) {
		it(`are those that are read anew: ${root}`, async () => {
			await fc.assert(
				fc.asyncProperty(documents, documents, edits, async (first, second, all) => {
					const workspace = memoryWorkspace({ [root]: including + first, [part]: second, 'refs.bib': '' });
					const kept = projectsOver(workspace);
					await kept.projectOf(uriOf(part), never);
					for (const edit of all) {
						const path = edit.part ? part : root;
						workspace.set(path, edit.changes.reduce(changed, workspace.text(path)));
						for (const uri of [uriOf(root), uriOf(part)]) {
							const project = await kept.projectOf(uri, never);
							const fresh = projectsOver(workspace);
							assert.deepEqual(summary(project), summary(await fresh.projectOf(uri, never)));
							fresh.dispose();
						}
					}
					kept.dispose();
				}),
				{ numRuns: runs(40) },
			);
		});
	}
});

type Project = Awaited<ReturnType<ReturnType<typeof projectsOver>['projectOf']>>;

/** All of a project but the identity of its documents. */
function summary({ documents: all, ...rest }: Project): unknown {
	return { ...rest, documents: [...all].map(([uri, { semantics }]) => [uri, semantics]) };
}
