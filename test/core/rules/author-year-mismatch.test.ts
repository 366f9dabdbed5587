import { authorYearMismatch } from '../../../src/core/rules/author-year-mismatch.ts';
import { checkRule } from '../../support/rule-tester.ts';

const tex = (body: string) =>
	`\\documentclass{article}\\bibliography{refs}\n\\begin{document}\n${body}\n\\end{document}\n`;
const bib = [
	'@misc{smith2019, title = {Parsing Trees}, author = {Smith, Ann and Lee, Bo and Roe, Cy}, year = 2019}',
	'@misc{smith2020, title = {Parsing Graphs}, author = {Smith, Ann and Lee, Bo}, year = 2020}',
	'@misc{jones2020, title = {Parsing by Ear}, author = {Jones, Al}, year = 2020}',
	'@misc{muller2001, title = {Vowels}, author = {M{\\"u}ller, Ina and van der Berg, Jan}, year = 2001}',
	'@misc{ray2021, title = {Slow Reviews}, author = {Ray, Di and Roe, Cy}, year = 2021, eprint = {1603.01234}, archiveprefix = {arXiv}}',
	'@misc{nobody, title = {No Author}, year = 2001}',
].join('\n');
const check = (body: string, problems: number, more: object = {}) =>
	checkRule(authorYearMismatch, { files: { 'a.tex': tex(body), 'refs.bib': bib }, problems, ...more });

describe('author-year-mismatch', () => {
	it('marks the key of another author and offers the named one', () =>
		check('As Smith et al. (2019) \\cite{jones2020} say.', 1, {
			marks: ['jones2020'],
			messages: [/Smith et al\..*Jones.*smith2019/],
			fixed: tex('As Smith et al. (2019) \\cite{smith2019} say.'),
		}));

	it('knows possessives, colleagues, two names, names alone', async () => {
		for (const named of ["Smith et al.'s", 'Smith and colleagues', 'Smith and Lee', 'Smith'])
			await check(`We follow ${named}~\\cite{jones2020}.`, 1);
	});

	it('takes a word in front of a citation for a name only where the bibliography has an author of that name', () =>
		checkRule(authorYearMismatch, {
			files: {
				'a.md':
					'---\nbibliography: refs.bib\n---\nThe road to Robotics [@jones2020] is long; Sands [@jones2020] is a place.\n',
				'refs.bib': bib,
				'corpus.bib':
					'@misc{robotics2009, title = {Spatial Filters}, author = {Robotics, Ada}, year = 2009}\n@misc{sands1999, title = {Dunes}, author = {Sands, Cy}, year = 1999}\n',
			},
			corpus: ['corpus.bib'],
			problems: 0,
		}));

	it('tells of the wrong year where the right one is at hand, or where it is far off', async () => {
		await check('Smith et al. (2020) \\cite{smith2019} parse.', 1, {
			fixed: tex('Smith et al. (2020) \\cite{smith2020} parse.'),
		});
		await check('Jones (2011) \\cite{jones2020} hears.', 1, { messages: [/2011/] });
		await check('Jones (2019) \\cite{jones2020} hears.', 0);
		await check('Preprints of Ray et al. (2016) \\cite{ray2021} are old.', 0);
	});

	it('reads accents, transcriptions and particles as the same name', async () => {
		for (const name of ['M\\"uller et al.', 'Mueller et al.', 'Muller and colleagues', 'Müller and van der Berg'])
			await check(`See ${name} \\cite{muller2001}.`, 0);
	});

	it('tells a name that is nearly right as what it is, and corrects the text', () =>
		check('See Smyth et al. \\cite{smith2019}.', 1, {
			severities: ['information'],
			messages: [/“Smyth”.*“Smith”/],
			fixed: tex('See Smith et al. \\cite{smith2019}.'),
		}));

	it('offers the right year, and the right name, after the papers that may be meant', async () => {
		await check('Jones (2011) \\cite{jones2020} hears.', 1, {
			fixed: tex('Jones (2020) \\cite{jones2020} hears.'),
		});
		await check('Unheard et al. \\cite{smith2019} parse.', 1, { fixed: tex('Smith et al. \\cite{smith2019} parse.') });
	});

	it('compares each of two names, and each part of a name', async () => {
		await check('By Smith and Leee \\cite{smith2020} trees.', 1, {
			fixed: tex('By Smith and Lee \\cite{smith2020} trees.'),
		});
		await check('By Smith and Lee \\cite{smith2020} trees.', 0);
		// Both wrote a paper together, and it is not this one, though one of them is an author.
		await check('By Lee and Roe \\cite{smith2020} trees.', 1, { messages: [/smith2019/] });
		await check('By Ray and Lee \\cite{smith2020} trees.', 1);
		await check('By Ray and Lee \\cite{smith2019} trees.', 0);
		await check('By Lees \\cite{smith2019} trees.', 0);
	});

	it('says nothing of things that are no people, of distant names and of papers without authors', async () => {
		await check('Windows and Linux \\cite{jones2020} differ.', 0);
		await check('See Figure (2019) \\cite{jones2020}.', 0);
		await check('Smith et al. were first, but we listen \\cite{jones2020}.', 0);
		await check('Smith et al. \\cite{nobody} say.', 0);
	});
});
