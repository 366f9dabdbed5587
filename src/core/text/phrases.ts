import * as l10n from '@vscode/l10n';

// Lists and quotes inside of sentences, as the language of the reader has them.

/** “a, b and c”. */
export function both(items: readonly string[]): string {
	const last = items.at(-1) ?? '';
	return items.length < 2 ? last : l10n.t('{0} and {1}', items.slice(0, -1).join(', '), last);
}

/** “a or b or c”. */
export function either(items: readonly string[]): string {
	return items.length === 0 ? '' : items.reduce((all, one) => l10n.t('{0} or {1}', all, one));
}

/** “a”. */
export function quoted(text: string): string {
	return l10n.t('“{0}”', text);
}
