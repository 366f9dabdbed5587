import * as vscode from 'vscode';
import { type CitedKey, countOf, type OutlineSection, problemsOf } from '../../core/features/outline.ts';
import type { Paper } from '../../core/model/paper.ts';
import type { Problem } from '../../core/model/problem.ts';
import { card } from '../../core/render/card.ts';
import { escapeMarkdown } from '../../core/render/escape-markdown.ts';
import { authorsAndYear, titleOf } from '../../core/render/label.ts';
import { toRange } from '../convert.ts';
import { problemsInWords } from '../wording.ts';
import { addressOf } from './address.ts';
import type { CitationRow } from './citations-model.ts';
import { iconOf } from './severity.ts';

/** @param expanded Sections show what is in them from the start. */
export function itemOf(row: CitationRow, paper: Paper | undefined, expanded: boolean): vscode.TreeItem {
	const item =
		row.kind === 'section'
			? sectionItem(row.section, expanded)
			: row.kind === 'citation'
				? citationItem(row.cited, paper)
				: problemItem(row.problem);
	item.id = row.id;
	return item;
}

function sectionItem(section: OutlineSection, expanded: boolean): vscode.TreeItem {
	const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(section.title, expanded ? Expanded : Collapsed);
	const problems = problemsOf(section);
	const count = countOf(section);
	const said = [
		count === 1 ? vscode.l10n.t('1 citation') : vscode.l10n.t('{0} citations', count),
		problems.length === 0 ? '' : problemsInWords(problems.length),
	].filter(Boolean);
	item.description = problems.length > 0 ? `${count} · ${problemsInWords(problems.length)}` : `${count}`;
	item.iconPath = iconOf(problems) ?? new vscode.ThemeIcon('bookmark');
	item.tooltip = `${section.title}: ${said.join(', ')}`;
	item.accessibilityInformation = { label: [section.title, ...said].join(', ') };
	item.contextValue = 'section';
	item.command = opening(section.file, section.range);
	return item;
}

function citationItem({ key, file, range, problems }: CitedKey, paper: Paper | undefined): vscode.TreeItem {
	const item = new vscode.TreeItem(key || vscode.l10n.t('no key'));
	const who = paper ? authorsAndYear(paper) : '';
	item.description = who || problems[0]?.message.split(/[.:;,] /)[0] || '';
	item.iconPath = iconOf(problems) ?? new vscode.ThemeIcon('quote');
	const online = paper && addressOf(paper) ? ' online' : '';
	item.contextValue = paper ? `citation paper${online}` : key ? 'citation' : 'slot';
	item.command = opening(file, range);
	const messages = problems.map(({ message }) => message);
	item.accessibilityInformation = {
		label: [key || vscode.l10n.t('a citation without a key'), who, paper && titleOf(paper), ...messages]
			.filter(Boolean)
			.join(', '),
	};
	return item;
}

/** What is wrong with a citation, and the card of its paper. */
export function citationTooltip({ problems }: CitedKey, paper: Paper | undefined): vscode.MarkdownString {
	const parts = [...problems.map(({ message }) => escapeMarkdown(message)), ...(paper ? [card(paper)] : [])];
	return new vscode.MarkdownString(parts.join('\n\n---\n\n'));
}

function problemItem(problem: Problem): vscode.TreeItem {
	const item = new vscode.TreeItem(problem.message);
	item.iconPath = iconOf([problem]) ?? new vscode.ThemeIcon('circle');
	item.tooltip = problem.message;
	item.contextValue = 'problem';
	item.command = opening(problem.file, problem.range);
	return item;
}

/** Shows a place of a file; also from the keyboard. */
function opening(file: string, range: Parameters<typeof toRange>[0]): vscode.Command {
	const options: vscode.TextDocumentShowOptions = { selection: toRange(range) };
	return { command: 'vscode.open', title: vscode.l10n.t('Show'), arguments: [vscode.Uri.parse(file), options] };
}
