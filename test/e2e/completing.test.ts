import assert from 'node:assert/strict';
import { inText } from './support/in-text.ts';
import { picture } from './support/pictures.ts';
import { useWorkbench } from './support/use-workbench.ts';

const attention = 'chapters/attention.tex';

describe('completing citations in a chapter', () => {
	const window = useWorkbench('chapters', attention);

	it('lists papers with authors, year and title, and says beside them what they are and why they fit', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter(attention, 'recurrent network');
		await workbench.type('~\\autocite{');
		const rows = await workbench.suggestions('katharopoulos2020linear');
		const row = (key: string) => rows.find(({ label }) => label.startsWith(key));
		assert.match(row('tay2022efficient')?.after ?? '', /Tay et al\. 2022/);
		assert.match(row('tay2022efficient')?.details ?? '', /^Efficient/);
		assert.match(row('katharopoulos2020linear')?.details ?? '', /^\+ Transformers/, 'not in the bibliography');
		await picture(workbench, 'completion-sentence');
		await workbench.type('kit');
		await workbench.suggestions('kitaev2020reformer');
		await text.marksTyped('kit');
		const card = await workbench.suggestionDetails();
		assert.match(card, /Reformer: The Efficient Transformer.*Nikita Kitaev, Łukasz Kaiser, Anselm Levskaya/s);
		assert.match(card, /International Conference on Learning Representations · 2020/);
		assert.match(card, /costs O\(L²\)\..*O\(L log L\)\..*x₁ = y₁ - F\(x₂\)/s, 'formulas read as text');
		assert.match(card, /its key begins/, 'why it is listed');
		await picture(workbench, 'completion-card');
		await workbench.type(',');
		await workbench.suggestions('tay2022efficient');
		await workbench.type('surv');
		await workbench.acceptSuggestion('tay2022efficient');
		await workbench.save('attention.tex');
		assert.match(text.lineOnDisk(attention, 13), /network~\\autocite\{kitaev2020reformer,tay2022efficient\}\.$/);
	});

	it('writes a key wherever one can stand', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		const complete = async (part: string, typed: string, key: string) => {
			await text.cursorAfter(attention, part);
			if (typed) await workbench.type(typed);
			else await workbench.suggest();
			await workbench.acceptSuggestion(key);
		};
		await complete('zaheer2020bigbird', ', survey', 'tay2022efficient');
		await complete('\\autocite{beltag', '', 'beltagy2020longformer');
		await complete('[ch.~3]{', 'arena', 'tay2021longrange');
		await complete('kitaev2020reformer,\n  ', 'segment', 'dai2019transformer-xl');
		await workbench.save('attention.tex');
		assert.match(text.lineOnDisk(attention, 5), /\{kitaev2020reformer, zaheer2020bigbird, tay2022efficient\}\.$/);
		assert.match(text.lineOnDisk(attention, 6), /\\autocite\{beltagy2020longformer\}\.$/, 'both sides of the cursor');
		assert.match(text.lineOnDisk(attention, 7), /\{tay2022efficient\}\[\]\[ch\.~3\]\{tay2021longrange\}\.$/);
		assert.equal(text.lineOnDisk(attention, 10), '  dai2019transformer-xl,');

		await text.cursorAfter(attention, '  dai2019transformer-xl,');
		await text.press('Enter');
		await workbench.suggest();
		await picture(workbench, 'completion-lines');
		await workbench.type('random links');
		await workbench.acceptSuggestion('zaheer2020bigbird');
		await workbench.save('attention.tex');
		assert.equal(text.lineOnDisk(attention, 11), '  zaheer2020bigbird,', 'on a line of its own, parted from the next');
	});

	it('completes the cite commands of the document, with notes where one wants them', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter(attention, 'random links.');
		await workbench.type(' So \\autoc');
		const rows = await workbench.suggestions('\\autocite');
		assert.match(rows[0]?.label ?? '', /^\\autocite/);
		assert.match(rows[0]?.details ?? '', /used \d+ times/);
		await workbench.acceptSuggestion('\\autocite');
		await workbench.type('longf');
		await workbench.acceptSuggestion('beltagy2020longformer');
		await text.press('End');
		await workbench.type(' So \\autoc');
		await workbench.suggestions('with a page');
		await picture(workbench, 'completion-commands');
		await text.press('ArrowDown', 'ArrowDown');
		await workbench.acceptSuggestion('\\autocite[…]');
		await workbench.type('longf');
		await workbench.acceptSuggestion('beltagy2020longformer');
		await text.press('Tab');
		await workbench.type('7');
		await workbench.save('attention.tex');
		assert.match(
			text.lineOnDisk(attention, 15),
			/links\. So \\autocite\{beltagy2020longformer\} So \\autocite\[7\]\{beltagy2020longformer\}$/,
		);
	});
});

describe('completing citations in Markdown', () => {
	const window = useWorkbench('chapters', 'notes.md');

	it('marks what only the corpus has, and writes its entry into the bibliography', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter('notes.md', 'with random features');
		await workbench.type(' [@');
		await workbench.suggestions('kitaev2020reformer');
		await workbench.type('perform');
		const rows = await workbench.suggestions('choromanski2021performers');
		const row = rows.find(({ label }) => label === 'choromanski2021performers');
		assert.match(row?.details ?? '', /^\+ Rethinking/);
		await picture(workbench, 'completion-markdown');
		await workbench.acceptSuggestion('choromanski2021performers');
		await workbench.save('notes.md');
		assert.match(text.onDisk('notes.md'), /with random features \[@choromanski2021performers\]/);
		await workbench.open('refs.bib');
		await text.cursorAfter('refs.bib', '{choromanski2021performers');
		assert.match(await text.shownLine('choromanski2021performers'), /^@inproceedings\{choromanski2021performers,$/);
	});
});
