import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import type { Paper } from '../../../src/core/model/paper.ts';
import { counted, yearChart } from '../../../src/core/report/charts.ts';
import { html } from '../../../src/core/report/html.ts';
import { pageStyle, reportPage } from '../../../src/core/report/page.ts';
import { style } from '../../../src/core/report/style.ts';
import type { ReportData } from '../../../src/core/report/types.ts';
import { paper } from '../../support/papers.ts';

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> \u202e{{}}';
const hostile: Paper = {
	...paper('key"><b>', evil, { author: ['<i>Smith</i>, Ann'], year: 2019 }),
	'container-title': `Proceedings ${evil}`,
	URL: 'javascript:alert(1)',
};
const sound: Paper = {
	...paper('jones2020', 'Parsing & Trees', { author: ['Jones, Al'], year: 2020 }),
	DOI: '10.1000/x',
};
const zero = { line: 0, character: 0 };
const at = { uri: 'file:///a.tex', range: { start: zero, end: zero } };
const data: ReportData = {
	title: evil,
	root: 'main.tex',
	made: 'today',
	files: 2,
	open: [`${evil} was not found`],
	problems: [
		{ file: 'a.tex', line: 3, at, rule: 'uncited-mention', severity: 'hint', message: evil, text: ['a ', evil, ' b'] },
		{ file: 'b.tex', line: 1234, at, rule: 'unknown-key', severity: 'error', message: 'Unknown.', text: ['', '', ''] },
	],
	sections: [
		{ title: '', depth: 0, citations: 1, keys: 1, problems: 0, missing: [] },
		{ title: evil, depth: 1, citations: 3, keys: 2, problems: 2, missing: [sound] },
	],
	papers: [
		{ paper: hostile, times: 1, sections: [evil] },
		{ paper: sound, times: 3, sections: ['', evil] },
	],
};

/** Elements of the page with their attributes, read as XML: what is no void element must be closed. */
function elementsOf(page: string): { name: string; attributes: Record<string, string>; text: string }[] {
	const xml = page
		.replace('<!doctype html>', '')
		.replace(/<meta ([^>]*)>/g, '<meta $1/>')
		.replace(/(<style>)[^<]*/, '$1');
	const parser = new SaxesParser();
	const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
	parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes, text: '' }));
	parser.on('text', (text) => {
		const last = found.at(-1);
		if (last) last.text += text;
	});
	parser.on('error', (error) => assert.fail(error));
	parser.write(xml).close();
	return found;
}

describe('a page about citations', () => {
	const page = reportPage(data, 'HASH');
	const elements = elementsOf(page);
	const named = (name: string) => elements.filter((element) => element.name === name);

	it('shows hostile titles, texts and keys as text, wherever they stand', () => {
		const allowed =
			'html head meta title style body header h1 bdi p code ul li strong nav a main section h2 table caption thead tr th tbody td span blockquote mark figure svg rect text details summary';
		assert.deepEqual(
			[...new Set(elements.map(({ name }) => name))].filter((name) => !allowed.split(' ').includes(name)),
			[],
		);
		for (const { attributes } of elements)
			assert.ok(!Object.keys(attributes).some((name) => name.startsWith('on') || name === 'style'));
		assert.equal(named('h1').length, 1);
		assert.ok(named('bdi').some(({ text }) => text === evil));
	});

	it('loads nothing and runs nothing', () => {
		const policy = named('meta').find((one) => one.attributes['http-equiv'] === 'Content-Security-Policy');
		assert.equal(
			policy?.attributes.content,
			"default-src 'none'; style-src 'sha256-HASH'; base-uri 'none'; form-action 'none'",
		);
		assert.ok(page.includes(`<style>${style}</style>`));
		const links = named('a').map(({ attributes }) => attributes.href!);
		assert.ok(links.includes('https://doi.org/10.1000/x'));
		assert.ok(links.every((link) => link.startsWith('#') || link.startsWith('https://')));
	});

	it('says what is wrong with the worst first, and where', () => {
		assert.ok(page.indexOf('Unknown.') < page.indexOf('uncited-mention'));
		assert.match(page, /line 1234/);
		assert.ok(named('mark')[0]!.text.startsWith(evil));
	});

	it('has tables with captions and headings, and pictures with words', () => {
		assert.equal(named('caption').length, named('table').length - 1);
		assert.ok(named('th').every(({ attributes }) => attributes.scope === 'col' || attributes.scope === 'row'));
		for (const { attributes } of named('svg'))
			assert.ok(attributes['aria-label'] || attributes['aria-hidden'] === 'true');
		for (const { attributes } of named('section'))
			assert.ok(elements.some((element) => element.attributes.id === attributes['aria-labelledby']));
	});

	it('says so where there is nothing to show', () => {
		const empty = reportPage({ ...data, open: [], problems: [], sections: [], papers: [] }, '');
		elementsOf(empty);
		assert.match(empty, /None were found/);
		assert.match(empty, /No cited paper has a year/);
	});
});

describe('pictures of years', () => {
	const columns = (years: number[]) =>
		yearChart(years)
			.html.match(/<title>[^<]*/g)
			?.map((title) => title.slice(7));

	it('have a column for each year, those without papers too', () => {
		assert.deepEqual(columns([2019, 2021, 2021]), ['2019: 1', '2020: 0', '2021: 2']);
	});

	it('put years together where they are many, so that no data makes them endless', () => {
		assert.equal(columns([1850, 1950])?.length, 11);
		assert.ok(columns([1, 2020, 999_999])!.length <= 10_001);
	});

	it('count what is there most first', () => {
		assert.deepEqual(counted(['a', 'b', 'b']), [
			['b', 2],
			['a', 1],
		]);
		assert.equal(html`<p>${'<'}${{ html: '<b>' }}${['&', undefined, 1234]}</p>`.html, '<p>&lt;<b>&amp;1,234</p>');
	});
});

describe('a page about citations in an editor', () => {
	const frame = { style: 'body{color:red}', script: { address: 'https://file.test/report.js', nonce: 'N0nce' } };
	const page = reportPage(data, 'HASH', frame);
	const elements = elementsOf(page.replace(' defer>', '>'));

	it('runs the one script that the editor gives, and allows no other', () => {
		const policy = elements.find((one) => one.attributes['http-equiv'] === 'Content-Security-Policy');
		assert.equal(
			policy?.attributes.content,
			"default-src 'none'; style-src 'sha256-HASH'; script-src 'nonce-N0nce'; base-uri 'none'; form-action 'none'",
		);
		assert.ok(page.includes(`<style>${pageStyle(frame)}</style>`));
		const scripts = elements.filter(({ name }) => name === 'script');
		assert.deepEqual(
			scripts.map(({ attributes: { nonce, src } }) => [nonce, src]),
			[['N0nce', 'https://file.test/report.js']],
		);
	});

	it('says by a button which problem is meant, in the order in which they were found', () => {
		const numbers = elements.flatMap(({ attributes }) => attributes['data-problem'] ?? []);
		assert.deepEqual(numbers, ['1', '0']);
	});
});
