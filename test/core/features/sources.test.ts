import assert from 'node:assert/strict';
import { FileError } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { serviceOver } from '../../support/service.ts';

const document = String.raw`\documentclass{article}
\begin{document}
As \cite{one} says.
\bibliography{refs}
\end{document}
`;

describe('sources of a service', () => {
	it('that cannot be read make no key unknown for certain', async () => {
		const workspace = memoryWorkspace({ 'main.tex': document, 'refs.bib': '@misc{two, title = {Two}}' });
		const refuse = (uri: string) => Promise.reject(new FileError(uri, 'cannot be read (permission denied)'));
		const service = serviceOver({ ...workspace, read: refuse });
		const problems = await service.check(uriOf('main.tex'), never);
		assert.deepEqual(
			problems.map(({ rule, severity }) => [rule, severity]),
			[['unknown-key', 'hint']],
		);
		assert.match(problems[0]!.message, /refs\.bib cannot be read \(permission denied\)/);
	});

	it('are not said to change when a document is edited', async () => {
		const workspace = memoryWorkspace({ 'main.tex': document, 'refs.bib': '@misc{one, title = {One}}' });
		const service = serviceOver(workspace);
		await service.check(uriOf('main.tex'), never);
		let [any, sources] = [0, 0];
		service.onDidChange(() => any++);
		service.onDidChangeSources(() => sources++);
		workspace.set('main.tex', document.replace('says', 'said'));
		assert.deepEqual([any, sources], [1, 0]);
		workspace.set('refs.bib', '@misc{one, title = {Only}}');
		assert.ok(sources > 0);
	});
});
