import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { serviceOver } from '../../support/service.ts';

// Sentences as related-work sections have them: right ones that look wrong, wrong ones that look right, and holes.

const works = [
	['orm2019loombert', 'Orm, Bo and Lind, Cy and Moe, Ida', 'LoomBERT: Pre-training of Deep Bidirectional Looms', 2019],
	['vik2019roloom', 'Vik, Nils and Foss, Siv', 'RoLoom: A Robustly Threaded LoomBERT', 2019],
	['eide2020rag', 'Eide, Gro and Aas, Leo and Sund, Rut', 'Retrieval-Augmented Weaving for Patterns', 2020],
	['eide2020cart', 'Eide, Liv and Foss, Siv and Dahl, Kari', 'CART: Denoising Patterns with Carts', 2020],
	['hagen2024selfrag', 'Hagen, Tor and Lie, Ole and Vik, Nils', 'Self-RAW: Learning to Weave and Criticise', 2024],
	['holm2020colloom', 'Holm, Dag and Zahl, Mia', 'ColLoom: Late Interaction of Threads', 2020],
	['ness2022colloom2', 'Ness, Kim and Holm, Dag and Zahl, Mia', 'ColLoomV2: Lightweight Late Interaction', 2022],
	['rund2009bw25', 'Rund, Stig and Zorn, Hugo', 'The Probabilistic Weaving Framework: BW25 and Beyond', 2009],
	['vandenberg2016', 'van den Berg, Åse and Dil, Siv', 'ThreadNet: A Model of Raw Wool', 2016],
	['wold2022chain', 'Wold, Jan and Tay, Yi and Bohm, Per', 'Chain-of-Thread Prompting Elicits Patterns in Looms', 2022],
	['wold2022emergent', 'Wold, Jan and Tay, Yi and Bohm, Per', 'Emergent Abilities of Large Looms', 2022],
	['yare2023weact', 'Yare, Sun and Zhao, Jo', 'WeAct: Synergizing Weaving and Acting', 2023],
	['yare2023trees', 'Yare, Sun and Yu, Di', 'Tree of Threads: Deliberate Weaving with Large Looms', 2023],
	['obrien2021', "O'Brien, Sean and Müller, Eva", 'Probing the Limits of Spindles', 2021],
] as const;
const bib = works
	.map(([key, author, title, year]) => `@misc{${key}, author = {${author}}, title = {${title}}, year = ${year}}`)
	.join('\n');

const rules = { 'uncited-mention': 'off' } as const;

/** What is said of each sentence, a paragraph by itself: the rules, and the key that the first fix gives. */
async function told(sentences: readonly string[]): Promise<readonly { rules: string[]; key: string | undefined }[]> {
	const text = `---\nbibliography: refs.bib\n---\n${sentences.join('\n\n')}\n`;
	const service = serviceOver(memoryWorkspace({ 'a.md': text, 'refs.bib': bib }), { rules });
	const problems = await service.check(uriOf('a.md'), never);
	const fixes = await service.fixesOf(problems, never);
	return sentences.map((_, index) => {
		const own = problems.flatMap(({ range, rule }, at) => (range.start.line === 3 + 2 * index ? [{ rule, at }] : []));
		return { rules: own.map(({ rule }) => rule), key: own[0] && fixes[own[0].at]![0]?.edits[0]?.newText };
	});
}

describe('a related-work section', () => {
	it('is left alone where it is right, however it is put', async () => {
		const right = [
			'Building on what Orm and colleagues did [@orm2019loombert], others went on.',
			'Unlike LoomBERT, we follow the recipe of Vik et al. \\cite{vik2019roloom}.',
			"LoomBERT's successors, above all RoLoom [@vik2019roloom], need more wool.",
			'LoomBERT and its successor RoLoom \\cite{orm2019loombert, vik2019roloom} are looms.',
			'That LoomBERT is threaded too little was shown later [@vik2019roloom].',
			'Van den Berg et al. [@vandenberg2016] model raw wool.',
			"O'Brien and Müller [@obrien2021] probe spindles.",
			'As in ColLoom, threads are compared late [@ness2022colloom2].',
			'ColLoom, whose second version [@ness2022colloom2] is smaller, scales.',
			'Instead of BW25 we use dense wool [@eide2020rag].',
			'Results of CART are reported by Hagen et al. [@hagen2024selfrag].',
			'We compare with (i) CART [@eide2020cart], (ii) ColLoom [@holm2020colloom], and (iii) Self-RAW [@hagen2024selfrag].',
			'In contrast to Wold et al. (2022), tree search [@yare2023trees] looks ahead.',
			'WeAct, a method that builds on chains of thread \\cite{wold2022chain}, acts.',
			'Contrary to what Eide et al. report \\cite{eide2020cart}, BW25 is strong \\cite{rund2009bw25}.',
			'LoomBERT-style masking was later dropped [@eide2020cart].',
		];
		for (const [index, { rules: said }] of (await told(right)).entries()) assert.deepEqual(said, [], right[index]);
	});

	it('is corrected where it cites another work than it names', async () => {
		const wrong = [
			['RoLoom \\cite{orm2019loombert} drops one task.', 'vik2019roloom'],
			['Self-RAW [@eide2020rag] criticises itself.', 'hagen2024selfrag'],
			['Orm et al. (2019) \\cite{rund2009bw25} mask.', 'orm2019loombert'],
			['Van den Berg et al. \\cite{eide2020rag} model wool.', 'vandenberg2016'],
			["O'Brien and Müller \\cite{rund2009bw25} probe.", 'obrien2021'],
			['WeAct (Yare et al., 2023) \\cite{wold2022emergent} acts.', 'yare2023weact'],
			['We compare with (i) CART [@eide2020cart] and (ii) ColLoom [@eide2020rag].', 'holm2020colloom'],
			['Chain-of-Thread Prompting Elicits Patterns in Looms \\cite{wold2022emergent} helps.', 'wold2022chain'],
			['Hagen and colleagues [@eide2020rag] criticise.', 'hagen2024selfrag'],
			// Of the same authors, but each has a name of its own.
			['The Tree of Threads framework [@yare2023weact] searches.', 'yare2023trees'],
		] as const;
		for (const [index, { key }] of (await told(wrong.map(([text]) => text))).entries())
			assert.equal(key, wrong[index]![1], wrong[index]![0]);
	});

	it('has its holes filled with the work that is named, be it by a single name', async () => {
		const holes = [
			['ColLoom \\cite{} compares late.', 'holm2020colloom'],
			["RoLoom's \\cite{} recipe is longer.", 'vik2019roloom'],
			['Orm et al. \\cite{} use masks.', 'orm2019loombert'],
			['Retrieval-augmented weaving \\cite{} grounds patterns.', 'eide2020rag'],
			['As Zorn \\cite{} shows, frameworks age.', 'rund2009bw25'],
			['CART and RoLoom \\cite{eide2020cart} \\cite{} are looms.', 'vik2019roloom'],
			["Rund and Zorn's framework \\cite{} is old.", 'rund2009bw25'],
			['Wold et al. (2022) \\cite{} elicit patterns with chains of thread.', 'wold2022chain'],
		] as const;
		for (const [index, { rules: said, key }] of (await told(holes.map(([text]) => text))).entries()) {
			assert.deepEqual(said, ['empty-citation'], holes[index]![0]);
			assert.equal(key, holes[index]![1], holes[index]![0]);
		}
	});
});
