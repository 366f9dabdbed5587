import * as vscode from 'vscode';
import type { SourceReport } from '../core/corpus/types.ts';
import { inDigits } from '../core/translations.ts';

/** "1 paper", "1,234 papers". */
export function papersInWords(count: number): string {
	return count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', inDigits(count));
}

/** "1 problem", "12 problems". */
export function problemsInWords(count: number): string {
	return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', inDigits(count));
}

/** "used once here"; empty for what is not used. */
export function usedInWords(count: number): string {
	if (count === 0) return '';
	return count === 1 ? vscode.l10n.t('used once here') : vscode.l10n.t('used {0} times here', inDigits(count));
}

/** What became of a source, in one line: "12 papers, 2 problems". */
export function summary({ papers, problems, duplicates }: SourceReport): string {
	const wrong = problems.length + duplicates.length;
	return [papersInWords(papers), wrong > 0 && problemsInWords(wrong)].filter(Boolean).join(', ');
}
