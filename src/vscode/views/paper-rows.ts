import * as vscode from 'vscode';
import type { Fit } from '../../core/features/fits.ts';
import { card } from '../../core/render/card.ts';
import { escapeMarkdown } from '../../core/render/escape-markdown.ts';
import { authorsAndYear, titleOf } from '../../core/render/label.ts';
import { addressOf } from './address.ts';

/** A paper in a view. */
export interface PaperRow {
	readonly kind: 'paper';
	readonly fit: Fit;
	/** The sentence that it is shown for. */
	readonly sentence?: string;
}

/** Beneath a paper, why it is shown. */
export interface ReasonRow {
	readonly kind: 'reason';
	readonly of: PaperRow;
}

export function isPaperRow(value: unknown): value is PaperRow {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'paper';
}

/** @param command What a click does. */
export function paperItem(row: PaperRow, command: string): vscode.TreeItem {
	const { paper, key, cited, inScope, why } = row.fit;
	const title = titleOf(paper) || key;
	const who = authorsAndYear(paper);
	// Both are in sight in a narrow view only if the short one comes first.
	const item = new vscode.TreeItem(who || title);
	item.id = key;
	item.description = who && title;
	item.iconPath = cited
		? new vscode.ThemeIcon('check', new vscode.ThemeColor('charts.green'))
		: new vscode.ThemeIcon(inScope ? 'file' : 'circle-outline');
	item.contextValue = addressOf(paper) ? 'paper online' : 'paper';
	item.command = { command, title: vscode.l10n.t('Show the Paper'), arguments: [row] };
	item.accessibilityInformation = { label: [title, who, standing(row), why].filter(Boolean).join(', ') };
	return item;
}

/** Where the paper stands in the project, in words. */
function standing({ fit: { cited, inScope } }: PaperRow): string {
	if (cited === 'here') return vscode.l10n.t('cited here');
	if (cited) return vscode.l10n.t('cited in this project');
	return inScope ? vscode.l10n.t('not cited yet') : vscode.l10n.t('not in the bibliography yet');
}

/** The card, with the key and what is known of the paper in the project. */
export function paperTooltip(row: PaperRow): vscode.MarkdownString {
	return new vscode.MarkdownString(paperCard(row));
}

export function paperCard(row: PaperRow): string {
	const { key, paper, why } = row.fit;
	const facts = [`\`${key.replaceAll('`', '')}\``, escapeMarkdown(standing(row)), why && escapeMarkdown(why)];
	return `${card(paper, row.sentence)}\n\n${facts.filter(Boolean).join(' · ')}`;
}

export function reasonItem({ of: { fit } }: ReasonRow): vscode.TreeItem {
	const item = new vscode.TreeItem('');
	item.id = `${fit.key} why`;
	item.description = fit.why ?? '';
	item.tooltip = fit.why ?? '';
	item.accessibilityInformation = { label: fit.why ?? '' };
	item.contextValue = 'reason';
	return item;
}
