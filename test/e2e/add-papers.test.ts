import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './support/use-workbench.ts';

describe('papers in a file of the folder', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('are offered to be added, can be cited then, and come into the bibliography', async () => {
		const { workbench, folder } = window();
		await workbench.squiggle();
		const paper = { id: 'muller2019smoothing', title: 'When Does Label Smoothing Help?', year: 2019 };
		writeFileSync(path.join(folder, 'reading.jsonl'), `${JSON.stringify(paper)}\n`);
		await workbench.run('Related Work: Add Papers');
		const rows = await workbench.paperRows('reading.jsonl');
		assert.deepEqual(
			rows.map((row) => row.trim().split(/\s/)[0]),
			['Files…', 'A', 'reading.jsonl'],
		);
		await workbench.searchPapers('reading', 'reading.jsonl');
		await workbench.page.keyboard.press('Enter');
		await workbench.notification('1 paper can be cited now.');
		await workbench.open('main.tex');
		await workbench.goTo(8, 46);
		await workbench.type(' \\cite{smoothing help');
		await workbench.acceptSuggestion('muller2019smoothing');
		await workbench.status('Added muller2019smoothing to refs.bib.');
		await workbench.save('main.tex');
		assert.match(readFileSync(path.join(folder, 'main.tex'), 'utf8'), /overfitting \\cite\{muller2019smoothing\}\./);
		await workbench.open('refs.bib');
		await workbench.page.locator('.view-line', { hasText: '{muller2019smoothing,' }).waitFor();
	});
});
