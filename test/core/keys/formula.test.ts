import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { filters } from '../../../src/core/keys/filters.ts';
import { compileFormula, isProblem } from '../../../src/core/keys/formula.ts';
import { functions } from '../../../src/core/keys/functions.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { paper } from '../../support/papers.ts';

const attention = paper('', 'Attention Is All You Need', {
	author: ['Vaswani, Ashish', 'Shazeer, Noam', 'Parmar, Niki', 'van den Berg, Uszkoreit'],
	issued: { 'date-parts': [[2017, 6, 12]] },
	'container-title': 'Advances in Neural Information Processing Systems',
	type: 'paper-conference',
	volume: '30',
	page: '5998-6008',
	keyword: 'attention, translation',
	arxiv: '1706.03762',
	DOI: '10.1000/x',
});
const edited = paper('', 'The Oxford Handbook of Größe', { editor: [{ family: 'Müller' }], year: 2009 });
const bare = paper('', 'Scaling Laws', {});

function run(formula: string, of: Paper = attention): string {
	const compiled = compileFormula(formula);
	assert.ok(!isProblem(compiled), `${formula}: ${isProblem(compiled) ? compiled.message : ''}`);
	return compiled.evaluate(of);
}

function problem(formula: string): string {
	const compiled = compileFormula(formula);
	assert.ok(isProblem(compiled), `${formula} should not be read`);
	return `${compiled.at} ${compiled.message}`;
}

describe('formulas of citation keys', () => {
	const table: Readonly<Record<string, string>> = {
		'auth.lower + shorttitle(3,3) + year': 'vaswaniAttentionAllYou2017',
		auth: 'Vaswani',
		'auth(3)': 'Vas',
		'auth(n=3, m=2)': 'Sha',
		'auth(0,9)': '',
		authorLast: 'vandenBerg',
		authors: 'VaswaniShazeerParmarvandenBerg',
		'authors(2)': 'VaswaniShazeer',
		"authors(2, etal='EtAl')": 'VaswaniShazeerEtAl',
		"authors(n=2, sep='-').lower": 'vaswani-shazeer',
		authEtAl: 'VaswaniEtAl',
		authAuthEa: 'Vaswani.Shazeer.ea',
		title: 'AttentionAllYouNeed',
		shorttitle: 'AttentionAllYou',
		veryshorttitle: 'Attention',
		'VeryShortTitle(2).lower': 'attentionall',
		year: '2017',
		shortyear: '17',
		month: '06',
		"publicationTitle.skipwords.abbr + ':' + volume": 'ANIPS:30',
		'journal.select(1,2)': 'Advancesin',
		type: 'paper-conference',
		'keyword(2)': 'translation',
		firstpage: '5998',
		'arxiv ; doi': '1706.03762',
		'title.lower': 'attentionallyouneed',
		'title.upper.substring(1,3)': 'ATT',
		'title.select(2,2)': 'AllYou',
		'title.select(-1)': 'Need',
		"title.condense('_')": 'Attention_All_You_Need',
		"type.replace('-', '_')": 'paper_conference',
		"type.replace('PAPER', 'x')": 'x-conference',
		'type.nopunctordash': 'paperconference',
		'type.alphanum.capitalize': 'Paperconference',
		"volume.prefix('v').postfix('x')": 'v30x',
		"auth.len('>', 20) + year ; 'short' + year": 'short2017',
		"auth.len('>', 3) + year || 'short'": 'Vaswani2017',
		"'x' + (edtr ; auth) + ('' ; 'y')": 'xVaswaniy',
		'[auth:lower][year]': 'vaswani2017',
		'[auth3_2]_[shorttitle3_3]:[shortyear]': 'Sha_AttentionAllYou:17',
		'[title:select,1,2:condense,-]': 'Attention-All',
		'[edtr]|[authors2:lower]': 'vaswanishazeer',
	};
	for (const [formula, key] of Object.entries(table)) {
		it(`${formula} → ${key}`, () => assert.equal(run(formula), key));
	}

	it('takes editors where there are no authors, and folds what it takes', () => {
		assert.equal(run('auth.lower + year', edited), 'muller2009');
		assert.equal(run('edtr', edited), 'Muller');
		assert.equal(run('title', edited), 'OxfordHandbookGrosse');
	});

	it('leaves out what is not known, also what would stand before or behind it', () => {
		assert.equal(run("auth.postfix('_') + veryshorttitle + year.prefix('-')", bare), 'Scaling');
		assert.equal(run('auth + year ; shortyear', bare), '');
	});

	it('says what is wrong, and where', () => {
		assert.match(problem('auth + surname'), /^7 there is no function “surname”; there are auth, .*shorttitle/);
		assert.match(problem('auth.lowercase'), /^5 there is no filter “lowercase”; there are lower, upper/);
		assert.match(problem("auth('x')"), /^0 “n” of “auth” must be a number/);
		assert.match(problem('year(3)'), /^5 “year” takes nothing in brackets/);
		assert.match(problem('auth(k=1)'), /^5 “auth” takes only n, m/);
		assert.match(problem("auth.len('~', 3)"), /^5 “len” compares by < <= = != >= >/);
		assert.match(problem('auth + '), /^6 a function or a text in quotation marks is expected here, not the end/);
		assert.match(problem("auth + 'x"), /^7 this quotation mark is never closed/);
		assert.match(problem('auth year'), /^5 .*expected here, not “year”/);
		assert.match(problem(''), /^0 /);
		assert.match(problem('[auth'), /^0 this bracket is never closed/);
		assert.match(problem('[auth][yeer]'), /^7 there is no function “yeer”/);
		assert.match(problem(`${'('.repeat(900)}`), /nested too deeply/);
		assert.match(problem('x'.repeat(2000)), /at most 1000 characters/);
	});

	it('reads anything without failing, and makes keys without forbidden characters', () => {
		const piece = fc.constantFrom(
			...'auth year title .lower .abbr ( ) [ ] + ; || , 1 = \' " : | #'.split(' '),
			"'~ x'",
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(piece).map((all) => all.join('')),
				),
				(formula) => {
					const compiled = compileFormula(formula);
					if (isProblem(compiled)) assert.ok(compiled.at >= 0 && compiled.at <= Math.max(1000, formula.length));
					else assert.doesNotMatch(compiled.evaluate(attention), /[\\"#%'(),={}~\s]/);
				},
			),
		);
	});

	it('makes what the documentation says', () => {
		const text = readFileSync('docs/citation-keys.md', 'utf8');
		const rows = [...text.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|$/gm)];
		assert.ok(rows.length >= 8);
		for (const name of [...Object.keys(functions), ...Object.keys(filters)])
			assert.match(text, new RegExp(`\`${name}\\b`));
		for (const [, formula, key] of rows) assert.equal(run(formula!.replaceAll('\\|', '|')), key);
	});
});
