import * as l10n from '@vscode/l10n';
import { inDigits } from '../core/translations.ts';

export function papersInWords(count: number): string {
	return count === 1 ? l10n.t('1 paper') : l10n.t('{0} papers', inDigits(count));
}

export function timesCited(count: number): string {
	if (count === 0) return l10n.t('not cited');
	return count === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', inDigits(count));
}

export function paragraphsInWords(count: number): string {
	return count === 1 ? l10n.t('1 paragraph') : l10n.t('{0} paragraphs', inDigits(count));
}

/** How many rows of a long table are not shown. */
export function leftOut(count: number): string {
	return count === 1 ? l10n.t('1 more is left out here.') : l10n.t('{0} more are left out here.', inDigits(count));
}
