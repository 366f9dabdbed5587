import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copied } from './support/clipboard.ts';
import { useWorkbench } from './support/use-workbench.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n';

describe('commands on the citations of a document', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('sort keys by name and by year, merge neighbours, and copy all that is cited', async () => {
		const { workbench, folder } = window();
		const file = path.join(folder, 'neighbours.tex');
		const text = `${preamble}Nets \\cite{vaswani2017attention, he2016residual} \\cite{srivastava2014dropout}.\n\\end{document}\n`;
		writeFileSync(file, text);
		await workbench.squiggle();
		await workbench.open('neighbours.tex');
		const lineAfter = async (command: string) => {
			await workbench.run(`Related Work: ${command}`);
			await workbench.page.locator('.tab.active.dirty').waitFor();
			await workbench.save('neighbours.tex');
			return readFileSync(file, 'utf8').split('\n')[3];
		};
		const [dropout, residual, attention] = ['srivastava2014dropout', 'he2016residual', 'vaswani2017attention'];
		const byName = `Nets \\cite{${residual}, ${attention}} \\cite{${dropout}}.`;
		assert.equal(await lineAfter('Sort Citation Keys'), byName);
		const merged = `Nets \\cite{${residual}, ${attention}, ${dropout}}.`;
		assert.equal(await lineAfter('Merge Neighbouring Citations'), merged);
		const byYear = `Nets \\cite{${dropout}, ${residual}, ${attention}}.`;
		assert.equal(await lineAfter('Sort Citation Keys by Year'), byYear);
		await workbench.run('Related Work: Sort Citation Keys by Year');
		await workbench.status('There is nothing to sort');

		await workbench.run('Related Work: Copy All Cited Papers as BibTeX');
		await workbench.notification('Copied 3 entries.');
		const entries = [...(await copied(workbench)).matchAll(/^@\w+\{(\w+),/gm)].map(([, key]) => key);
		assert.deepEqual(entries.sort(), [residual, dropout, attention]);
	});
});
