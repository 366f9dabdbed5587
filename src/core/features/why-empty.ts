import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import { escapeMarkdown } from '../render/escape-markdown.ts';
import { shown } from '../text/shown.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName } from '../util/paths.ts';
import type { DocumentScope } from './scope.ts';

/** Files that are named. */
const mostRows = 3;

/** Why there are no papers. */
interface Reason {
	readonly label: string;
	/** What is the matter with it, in few words. */
	readonly description: string;
	/** What is wrong and what to do, as Markdown. */
	readonly text: string;
}

/**
 * Rows in place of papers where a document can cite none at all: which file is missing, or what to do. Accepting one leaves
 * the text as it is.
 *
 * @param typed What stands in the range.
 */
export async function whyEmpty(
	view: DocumentScope,
	corpus: Corpus,
	{ range, typed }: { readonly range: Range; readonly typed: string },
	token: CancellationToken,
): Promise<readonly CompletionItem[]> {
	const { scope, beyond } = view;
	if (scope === 'everything' || (await corpus.count([...scope, ...beyond])) > 0) return [];
	if (token.isCancellationRequested) return [];
	return reasons(view).map(({ label, description, text }, rank) => ({
		label: shown(label),
		labelDetails: { description },
		kind: CompletionItemKind.File,
		documentation: { kind: 'markdown', value: text },
		filterText: typed,
		sortText: rank.toString().padStart(3, '0'),
		textEdit: { range, newText: typed },
	}));
}

function reasons({ project, scope }: DocumentScope): readonly Reason[] {
	const missing = project.missingBibliographies.slice(0, mostRows).map(({ reference, from, candidates }): Reason => {
		const text = l10n.t(
			'The bibliography **{0}**, which {1} names, was not found, so that there are no papers to cite. Correct its name or its place.',
			escapeMarkdown(shown(reference.path)),
			escapeMarkdown(baseName(from)),
		);
		const near = candidates.length > 0 && l10n.t('There is {0}.', candidates.map(escapeMarkdown).join(', '));
		return {
			label: reference.path,
			description: l10n.t('was not found'),
			text: near ? `${text} ${near}` : text,
		};
	});
	if (missing.length > 0) return missing;
	if (project.open.length > 0) {
		const why = escapeMarkdown(shown(project.open.join('; '), 600));
		const text = l10n.t('There are no papers to cite: {0}.', why);
		return [{ label: l10n.t('No papers'), description: l10n.t('something could not be read'), text }];
	}
	if (!project.declares && scope.length === 0) {
		const text = l10n.t(
			'This document declares no bibliography, and no other papers are known. Declare one, or name files of papers with the command *Related Work: Add Papers…*.',
		);
		return [{ label: l10n.t('No papers'), description: l10n.t('no bibliography is declared'), text }];
	}
	return typeof scope === 'string'
		? []
		: scope.slice(0, mostRows).map((file) => ({
				label: baseName(file),
				description: l10n.t('has no papers'),
				text: l10n.t('**{0}** was read, and has no papers.', escapeMarkdown(baseName(file))),
			}));
}
