import assert from 'node:assert/strict';
import { inText } from './support/in-text.ts';
import { picture } from './support/pictures.ts';
import { useWorkbench } from './support/use-workbench.ts';

const attention = 'chapters/attention.tex';

describe('cards over citations', () => {
	const window = useWorkbench('chapters', attention);

	it('tell of one key, of several, and of one that is unknown', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();

		await text.cursorAfter(attention, '\\autocite{kita');
		const paper = await text.card('Łukasz Kaiser');
		await picture(workbench, 'card-key');
		const said = (await paper.textContent()) ?? '';
		assert.match(said, /Attention over L positions costs O\(L²\)\./);
		assert.match(said, /kitaev2020reformer in refs\.bib · also cited at attention\.tex:9, memory\.tex:5/);
		assert.equal(await paper.locator('strong', { hasText: 'Hashing decides' }).count(), 1, 'what the sentence says');
		const links = await paper.locator('a[data-href]').evaluateAll((all) => all.map((a) => a.getAttribute('data-href')));
		for (const address of [/^https:\/\/arxiv\.org\/abs\/2001\.04451$/, /\/papers\/reformer\.pdf$/, /memory\.tex#L5$/])
			assert.ok(
				links.some((link) => address.test(link ?? '')),
				`${address} in ${links.join(' ')}`,
			);
		await text.press('Escape');

		await text.cursorAfter(attention, 'positions meet \\auto');
		const several = (await (await text.card('zaheer2020bigbird')).textContent()) ?? '';
		await picture(workbench, 'card-several');
		assert.match(several, /Reformer: The Efficient Transformer \(Kitaev et al\. 2020\)/);
		assert.match(several, /Big Bird: Transformers for Longer Sequences \(Zaheer et al\. 2020\)/);
		await text.press('Escape');

		await text.cursorAfter(attention, '{beltagi');
		const unknown = (await (await text.card('meant to be')).textContent()) ?? '';
		await picture(workbench, 'card-unknown');
		assert.match(unknown, /beltagy2020longformer.*Longformer: The Long-Document Transformer/s);
	});

	it('copy what one needs, and lead to where else a paper is cited', async () => {
		const { workbench } = window();
		const text = inText(window());
		await workbench.squiggle();
		await text.cursorAfter(attention, '\\autocite{kita');
		const card = await text.card('Łukasz Kaiser');
		await card.locator('a', { hasText: 'BibTeX' }).click();
		await workbench.status('Copied the entry of kitaev2020reformer');
		await text.press('Escape');
		await (await text.card('Łukasz Kaiser')).locator('a', { hasText: 'Citations' }).click();
		assert.match(await text.peeked('memory.tex'), /attention\.tex.*memory\.tex.*notes\.md/s);
		await text.press('Escape', 'Escape');
		await (await text.card('Łukasz Kaiser')).locator('a', { hasText: 'memory.tex:5' }).click();
		await workbench.shows('memory.tex');
	});
});

describe('cards over entries', () => {
	const window = useWorkbench('chapters', 'refs.bib');

	it('say how often a paper is cited, and where', async () => {
		const { workbench } = window();
		const text = inText(window());
		await text.lens('cited 5 times').waitFor();
		await text.cursorAfter('refs.bib', '{kitaev');
		const card = (await (await text.card('Łukasz Kaiser')).textContent()) ?? '';
		await picture(workbench, 'card-entry');
		assert.match(card, /Cited 5 times: attention\.tex:5, attention\.tex:9, memory\.tex:5, notes\.md:8\./);
		await text.press('Escape');
		await workbench.open('refs.bib');
		await text.cursorAfter('refs.bib', '{tay2021');
		assert.match((await (await text.card('Samira Abnar')).textContent()) ?? '', /Not cited yet\./);
	});
});
