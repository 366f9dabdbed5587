import * as l10n from '@vscode/l10n';
import { type Paper, yearOf } from '../model/paper.ts';
import type { Severity } from '../model/problem.ts';
import { addressesOf } from '../render/addresses.ts';
import { authorsAndYear, titleOf, venueOf } from '../render/label.ts';
import { shown } from '../text/shown.ts';
import { language } from '../translations.ts';
import { bar, counted, yearChart } from './charts.ts';
import { filled, type Html, html, words } from './html.ts';
import { style } from './style.ts';
import type { CitedPaper, ReportData, ReportedProblem, ReportedSection } from './types.ts';

/** More rows than these of one table are counted only. */
const MOST = 500;
const mostVenues = 15;
const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** An editor around the page, in which places can be gone to. */
export interface ReportFrame {
	/** Added to the page's own style. */
	readonly style: string;
	/** The only script that runs: it is told of presses of the buttons with `data-problem` and `data-action`. */
	readonly script: { readonly address: string; readonly nonce: string };
}

/** The style that stands in the page. */
export function pageStyle(frame?: Pick<ReportFrame, 'style'>): string {
	return style + (frame?.style ?? '');
}

/**
 * One HTML page about what a document cites, for its author or a reviewer. It holds all that it shows, runs no script and
 * loads nothing; whatever titles and texts contain is shown as text.
 * @param hash the SHA-256 of `pageStyle` in Base64: the page allows its own style and nothing else
 */
export function reportPage(data: ReportData, hash: string, frame?: ReportFrame): string {
	const look = pageStyle(frame);
	const script = frame ? ` script-src 'nonce-${frame.script.nonce}';` : '';
	const policy = `default-src 'none'; style-src 'sha256-${hash}';${script} base-uri 'none'; form-action 'none'`;
	const parts = [
		['problems', l10n.t('Problems'), problems(data, frame !== undefined)],
		['sections', l10n.t('Citations by section'), sections(data)],
		['years', l10n.t('Years'), yearChart(data.papers.flatMap(({ paper }) => yearOf(paper) ?? []))],
		['venues', l10n.t('Where they appeared'), venues(data.papers)],
		['once', l10n.t('Cited once only'), once(data.papers)],
		['missing', l10n.t('Papers that fit and are not cited'), missing(data.sections)],
	] as const;
	const page = html`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${l10n.t('Citations of {0}', data.title)}</title>
<style>${{ html: look }}</style>
${
	frame
		? html`<script nonce="${frame.script.nonce}" src="${frame.script.address}" defer></script>
`
		: ''
}</head>
<body>
<header>
<h1>${words(data.title)}</h1>
<p class="soft">${filled(l10n.t('Citations of {0}, {1}'), html`<code>${data.root}</code>`, data.made)}</p>
${frame ? html`<p><button type="button" data-action="save">${l10n.t('Save as HTML…')}</button></p>` : ''}
${facts(data)}
<nav aria-label="${l10n.t('Contents')}"><ul>${parts.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
</header>
<main>
${parts.map(
	([id, title, body]) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`,
)}</main>
</body>
</html>
`;
	return page.html;
}

function facts({ files, sections: all, papers, problems: found, open }: ReportData): Html {
	const citations = all.reduce((sum, section) => sum + section.citations, 0);
	const errors = found.filter(({ severity }) => severity === 'error').length;
	const warnings = found.filter(({ severity }) => severity === 'warning').length;
	const shown: readonly (readonly [string, number])[] = [
		[files === 1 ? l10n.t('file') : l10n.t('files'), files],
		[l10n.t('keys cited, in all'), citations],
		[papers.length === 1 ? l10n.t('paper') : l10n.t('papers'), papers.length],
		[errors === 1 ? l10n.t('error') : l10n.t('errors'), errors],
		[warnings === 1 ? l10n.t('warning') : l10n.t('warnings'), warnings],
	];
	const reasons = open.map((what, i) => [i > 0 ? '; ' : '', words(what)]);
	const unread = open.length > 0 ? html`<p>${filled(l10n.t('Could not be read: {0}.'), reasons)}</p>` : '';
	return html`<ul class="facts">${shown.map(([name, count]) => html`<li><strong>${count}</strong> ${name}</li>`)}</ul>${unread}`;
}

/** The head of a column; of one that holds numbers, in an object. */
type Head = string | { readonly ofNumbers: string };

function headCell(head: Head): Html {
	return typeof head === 'string'
		? html`<th scope="col">${head}</th>`
		: html`<th scope="col" class="number">${head.ofNumbers}</th>`;
}

function table(caption: string, head: readonly Head[], rows: readonly Html[]): Html {
	const more =
		rows.length > MOST ? html`<p>${filled(l10n.t('{0} more are left out here.'), rows.length - MOST)}</p>` : '';
	return html`<table><caption>${caption}</caption><thead><tr>${head.map(headCell)}</tr></thead><tbody>
${rows.slice(0, MOST).map(
	(row) => html`<tr>${row}</tr>
`,
)}</tbody></table>${more}`;
}

/** @param linked Places are buttons, by which an editor goes there. */
function problems({ problems: found }: ReportData, linked: boolean): Html {
	if (found.length === 0) return html`<p>${l10n.t('None were found.')}</p>`;
	const numbered = found.map((problem, index) => ({ problem, index }));
	const bySeverity = severities.flatMap((severity) => numbered.filter(({ problem }) => problem.severity === severity));
	return table(
		l10n.t('The worst first, then in the order of the files'),
		[l10n.t('Place'), l10n.t('What'), l10n.t('Rule')],
		bySeverity.map(({ problem, index }) => problemRow(problem, linked ? index : undefined)),
	);
}

function nameOf(severity: Severity): string {
	if (severity === 'error') return l10n.t('error');
	if (severity === 'warning') return l10n.t('warning');
	return severity === 'information' ? l10n.t('information') : l10n.t('hint');
}

function problemRow({ file, line, rule, severity, message, text }: ReportedProblem, index: number | undefined): Html {
	const [before, marked, behind] = text;
	const name = filled(l10n.t('{0}, line {1}'), words(file), `${line}`);
	const linked = index === undefined ? name : html`<button type="button" data-problem="${`${index}`}">${name}</button>`;
	const place = html`<th scope="row" class="place">${linked}</th>`;
	const quote =
		text.join('').trim() === ''
			? ''
			: html`<blockquote dir="auto">${before}<mark>${marked}</mark>${behind}</blockquote>`;
	return html`${place}<td><span class="${severity}">${nameOf(severity)}</span>: ${words(message)}${quote}</td><td><code>${rule}</code></td>`;
}

function sections({ sections: all }: ReportData): Html {
	const most = Math.max(0, ...all.map(({ citations }) => citations));
	const rows = all.map(({ title, depth, citations, keys, problems: count }) => {
		const name = title ? words(title) : l10n.t('In front of the first heading');
		return html`<th scope="row" class="d${`${Math.min(4, depth)}`}">${name}</th><td class="number">${citations}</td><td class="number">${keys}</td><td>${bar(citations, most)}</td><td class="number">${count || ''}</td>`;
	});
	const head = [
		l10n.t('Section'),
		{ ofNumbers: l10n.t('Citations') },
		{ ofNumbers: l10n.t('Papers') },
		l10n.t('Share'),
		{ ofNumbers: l10n.t('Problems') },
	];
	return table(l10n.t('How much each section cites itself, without the sections in it'), head, rows);
}

function venues(papers: readonly CitedPaper[]): Html {
	const names = papers.flatMap(({ paper }) => venueOf(paper) ?? []);
	if (names.length === 0) return html`<p>${l10n.t('No cited paper says where it appeared.')}</p>`;
	const all = counted(names);
	const most = all[0]![1];
	const rows = all
		.slice(0, mostVenues)
		.map(
			([name, count]) =>
				html`<th scope="row">${words(name)}</th><td class="number">${count}</td><td>${bar(count, most)}</td>`,
		);
	const caption =
		all.length > mostVenues
			? l10n.t('The {0} most cited journals, proceedings and publishers of {1}', rows.length, all.length)
			: l10n.t('Journals, proceedings and publishers, most cited first');
	return table(caption, [l10n.t('Where'), { ofNumbers: l10n.t('Papers') }, l10n.t('Share')], rows);
}

function once(papers: readonly CitedPaper[]): Html {
	const rows = papers
		.filter(({ times }) => times === 1)
		.map(({ paper, sections: [section] }) => html`${paperCells(paper)}<td>${section ? words(section) : ''}</td>`);
	if (rows.length === 0) return html`<p>${l10n.t('None.')}</p>`;
	return table(l10n.t('{0} of {1} cited papers', rows.length, papers.length), headOfPapers(), rows);
}

function missing(all: readonly ReportedSection[]): Html {
	const rows = all.flatMap(({ title, missing: found }) =>
		found.map((paper) => html`${paperCells(paper)}<td>${title ? words(title) : ''}</td>`),
	);
	if (rows.length === 0) return html`<p>${l10n.t('None were found in the bibliographies and the corpus.')}</p>`;
	const caption = l10n.t(
		'From the bibliographies and the corpus, by how well they fit the citing sentences of a section',
	);
	return table(caption, headOfPapers(), rows);
}

/** Above `paperCells` and the section. */
function headOfPapers(): readonly Head[] {
	return [l10n.t('Paper'), l10n.t({ message: 'By', comment: 'Above the authors of papers' }), l10n.t('Section')];
}

function paperCells(paper: Paper): Html {
	const title = words(titleOf(paper) || l10n.t('Untitled'));
	const [best] = addressesOf(paper);
	const linked = best ? html`<a href="${best.address}" rel="noreferrer noopener">${title}</a>` : title;
	return html`<th scope="row">${linked} <code class="soft">${words(shown(paper.id))}</code></th><td>${words(authorsAndYear(paper))}</td>`;
}
