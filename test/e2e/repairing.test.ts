import assert from 'node:assert/strict';
import { inText } from './support/in-text.ts';
import { picture } from './support/pictures.ts';
import { useWorkbench } from './support/use-workbench.ts';

const memory = 'chapters/memory.tex';

describe('repairing citations', () => {
	const window = useWorkbench('chapters', memory);

	it('fills what is empty with the paper that the sentence names, and makes what is safe at once', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter(memory, 'Transformers \\autocite{');
		const [first, ...others] = await workbench.quickFixes();
		assert.match(first ?? '', /^Cite “Long Range Arena: A Benchmark for Efficient Transformers” \(Tay et al\. 2021\)/);
		assert.match(others.join('\n'), /Remove this citation/);
		await picture(workbench, 'repair-empty');
		await workbench.chooseQuickFix('Long Range Arena');
		await workbench.noSquiggle();
		await workbench.run('Related Work: Fix All Safe Problems in This File');
		await text.showsNoLine('tay2022efficient, ,');
		await workbench.save('memory.tex');
		assert.match(text.lineOnDisk(memory, 6), /Transformers \\autocite\{tay2021longrange\} compares them\.$/);
		assert.match(text.lineOnDisk(memory, 7), /\\autocite\{tay2022efficient, dai2019transformer-xl\}\.$/);
	});
});

describe('repairing citations in Markdown', () => {
	const window = useWorkbench('chapters', 'notes.md');

	it('cites the paper that the sentence names, fills what is empty, and removes what is there twice', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		const rows = await workbench.problems('The sentence names “Big Bird”');
		await picture(workbench, 'problems');
		assert.match(rows.join('\n'), /This \\cite names no paper/);
		assert.match(rows.join('\n'), /“kitaev2020reformer” stands in this citation already/);
		await workbench.open('notes.md');
		for (const [place, fix] of [
			['Big Bird [@dai', 'Change to zaheer2020bigbird'],
			['Transformers \\cite{', 'Cite “Long Range Arena'],
			['kitaev2020reformer; @kitaev', 'Remove kitaev2020reformer'],
		] as const) {
			await text.cursorAfter('notes.md', place);
			await workbench.quickFixes();
			await picture(workbench, `repair-markdown-${fix.split(' ')[0]}`);
			await workbench.chooseQuickFix(fix);
		}
		await text.noProblems();
		await workbench.save('notes.md');
		assert.match(text.lineOnDisk('notes.md', 8), /meet \[@kitaev2020reformer\]\.$/);
		assert.match(text.lineOnDisk('notes.md', 10), /Transformers \\cite\{tay2021longrange\} compares/);
		assert.match(text.lineOnDisk('notes.md', 12), /^Big Bird \[@zaheer2020bigbird\] attends/);
	});
});
