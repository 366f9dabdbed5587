import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copy } from './support/clipboard.ts';
import { picture } from './support/pictures.ts';
import { useWorkbench } from './support/use-workbench.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{engines.bib}\n\\begin{document}\n';

const bibliography = `@article{lovelace2019engines,
  author  = {Lovelace, Ada},
  title   = {Notes on Engines That Weave},
  journal = {Journal of Engines},
  year    = {2019},
  doi     = {10.5555/engines.2019.7},
}

@misc{babbage2021tables,
  author        = {Babbage, Charles},
  title         = {Tables Computed by Wheels},
  year          = {2021},
  eprint        = {2101.01234},
  archiveprefix = {arXiv},
}
`;

const bibtex =
	'@book{jacquard2004loom, author = {Jacquard, Joseph}, title = {The Loom}, publisher = {Silk}, year = {2004}}';
const ris = 'TY  - JOUR\nAU  - Lovelace, A.\nTI  - Notes on engines that weave\nPY  - 2019\nER  - \n';

describe('pasting into a document', () => {
	const window = useWorkbench('thesis', 'main.tex');

	it('offers to cite what an id, an address or a record stands for', async () => {
		const { workbench, folder } = window();
		const onDisk = (name: string) => readFileSync(path.join(folder, name), 'utf8');
		const pasted = [
			['10.5555/engines.2019.7', 'lovelace2019engines'],
			['arXiv:2101.01234', 'babbage2021tables'],
			['https://arxiv.org/abs/2101.01234v2', 'babbage2021tables'],
			[bibtex, 'jacquard2004loom'],
			[ris, 'lovelace2019engines'],
		] as const;
		writeFileSync(path.join(folder, 'engines.bib'), bibliography);
		writeFileSync(path.join(folder, 'weaving.tex'), `${preamble}${pasted.map(() => 'Engines weave.\n').join('')}`);
		await workbench.squiggle();
		await workbench.open('weaving.tex');
		for (const [index, [text, key]] of pasted.entries()) {
			await workbench.goTo(4 + index, 14);
			await copy(workbench, text);
			await workbench.page.keyboard.press('Control+KeyV');
			await workbench.page.locator('.post-edit-widget').waitFor();
			await workbench.page.keyboard.press('Control+Period');
			await workbench.page.locator('.action-widget .monaco-list-row', { hasText: key }).waitFor();
			if (index === 0) await picture(workbench, 'paste');
			await workbench.chooseQuickFix('Paste as citation of');
			const before = pasted.slice(0, index).filter(([, earlier]) => earlier === key).length;
			await workbench.page
				.locator('.view-line', { hasText: `\\cite{${key}}` })
				.nth(before)
				.waitFor();
		}
		await workbench.save('weaving.tex');
		const lines = onDisk('weaving.tex').split('\n').slice(3, 8);
		for (const [index, [, key]] of pasted.entries())
			assert.match(lines[index] ?? '', new RegExp(`^Engines weave~\\\\cite\\{${key}\\}\\.$`));
		await workbench.open('engines.bib');
		await workbench.save('engines.bib');
		assert.match(onDisk('engines.bib'), /@book\{jacquard2004loom,[^@]*The Loom/);
	});
});
