import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './support/use-workbench.ts';

describe('the command that changes how a citation is written', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('shows each way as it would stand and read, and writes the one that is chosen', async () => {
		const { workbench, folder } = window();
		await workbench.squiggle();
		await workbench.goTo(6, 60);
		await workbench.run('Related Work: Change Cite Command');
		const rows = await workbench.paperRows('textcite');
		assert.ok(
			rows.some((row) => /\\textcite\{vaswani2017attention\}.*Vaswani et al\. \(2017\)/s.test(row)),
			rows.join('\n'),
		);
		await workbench.searchPapers('textcite', '\\textcite{vaswani2017attention}');
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.match(
			readFileSync(path.join(folder, 'main.tex'), 'utf8').split('\n')[5] ?? '',
			/\\textcite\{vaswani2017attention\}/,
		);
	});
});
