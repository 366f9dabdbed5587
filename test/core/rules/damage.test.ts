import assert from 'node:assert/strict';
import { measureDamage, type Tallies } from '../../quality/damage/measure.ts';
import { openProject } from '../../quality/damage/project.ts';
import { randomFrom } from '../../quality/damage/random.ts';

// A small document that is damaged in every way that `npm run quality -- damage` damages real ones.

const works = [
	['vasner2017', 'Vasner, Ada and Orm, Bo and Lind, Cy', 'Weaving Is All You Need', 2017, '1701.00001'],
	['holm2016deep', 'Holm, Dag and Berg, Eva', 'Deep Residual Baskets for Carrying Apples', 2016, ''],
	['torv2019', 'Torv, Finn and Eide, Gro and Moe, Ida', 'LOOMBERT: Pre-training of Deep Bidirectional Looms', 2019, ''],
	['kvist2020', 'Kvist, Jon', 'SheepNet: A Large Collection of Sheep', 2020, '2003.04567'],
	['dahl2014', 'Dahl, Kari and Aas, Leo', 'A Method of Stochastic Shearing', 2014, ''],
	['ness2012', 'Ness, Mona and Vik, Nils and Lie, Ole', 'Counting Apples from Far Above', 2012, ''],
	['bakke2018', 'Bakke, Per', 'On the Age of Fences', 2018, ''],
	['sund2015', 'Sund, Rut and Foss, Siv and Hagen, Tor', 'Fields Seen by Drones at Night', 2015, ''],
] as const;
const bib = works.map(
	([key, author, title, year, arxiv]) =>
		`@article{${key}, author = {${author}}, title = {${title}}, year = ${year}${arxiv && `, eprint = {${arxiv}}, archiveprefix = {arXiv}`}}`,
);
const text = String.raw`\documentclass{article}
\begin{document}
\section{Work of Others}
Weaving Is All You Need \cite{vasner2017} did away with needles. We start from LOOMBERT \cite{torv2019}, which was
trained on SheepNet \cite{kvist2020}, and compare it with Deep Residual Baskets for Carrying Apples \cite{holm2016deep}.

Dahl and Aas \cite{dahl2014} shear at random. Apples were counted from above by Ness et al.~\cite{ness2012}, long before
drones came into use \cite{sund2015}. Fences grow old \cite{bakke2018, sund2015}.
\bibliographystyle{plain}
\bibliography{refs}
\end{document}
`;

describe('a document damaged on purpose', function () {
	this.timeout(60_000);
	const tallies: Tallies = new Map();
	const misses: string[] = [];
	before(async () => {
		const project = await openProject({ 'main.tex': text, 'refs.bib': bib.join('\n') }, 'main.tex');
		assert.equal(project.files[0]!.citations.length, 8);
		for (const { uri } of project.files) assert.deepEqual(await project.check(uri, text), []);
		for (const seed of [1, 2, 3]) await measureDamage(project, randomFrom(seed), tallies, (line) => misses.push(line));
		project.dispose();
	});

	const of = (start: string) => [...tallies].filter(([kind]) => kind.startsWith(start));
	const all = (kinds: readonly (readonly [string, { made: number; found: number; right: number }])[]) =>
		kinds.reduce(
			(sum, [, one]) => ({ made: sum.made + one.made, found: sum.found + one.found, right: sum.right + one.right }),
			{ made: 0, found: 0, right: 0 },
		);

	it('has every damage to a key found, and repaired', () => {
		for (const kind of ['key, one', 'key, two', 'key in', 'arXiv', 'key twice', 'stray', 'key gone, work']) {
			const { made, found, right } = all(of(kind));
			assert.ok(made > 0, kind);
			assert.equal(found, made, kind);
			assert.ok(right >= 0.9 * made, `${kind}: ${misses.join('\n')}`);
		}
	});

	it('has citations of other works than the named ones found, and repaired', () => {
		for (const kind of ['title', 'short name', 'authors', 'keys exchanged, a work']) {
			const { made, found, right } = all(of(kind));
			assert.ok(made > 0, kind);
			assert.equal(found, made, `${kind}: ${misses.join('\n')}`);
			assert.equal(right, made, `${kind}: ${misses.join('\n')}`);
		}
	});

	it('has wrong names and years in the text found, and right ones left alone', () => {
		const wrong = all([...of('author in'), ...of('year written into the text, off by 3')]);
		assert.ok(wrong.made > 0 && wrong.found >= 0.8 * wrong.made, misses.join('\n'));
		assert.equal(all(of('no damage')).found, 0);
	});

	it('gets no problems elsewhere', () => {
		for (const [kind, { elsewhere }] of tallies) assert.equal(elsewhere, 0, `${kind}: ${misses.join('\n')}`);
	});
});
