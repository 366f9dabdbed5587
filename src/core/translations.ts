import * as l10n from '@vscode/l10n';

/** Texts in another language by the English ones, as a file of `l10n/` has them. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Has the core speak another language from now on, for all that share this copy of it; English where nothing is given.
 * What was said before stays as it is: call this first.
 */
export function speak(translations: Translations | undefined): void {
	l10n.config({ contents: translations ?? {} });
}

/** "1,234", as the language that is spoken writes it. */
export function inDigits(count: number): string {
	return count.toLocaleString(language());
}

/** "21 November 2026", as the language that is spoken writes it. */
export function longDate(date: Date): string {
	const tag = language();
	return date.toLocaleDateString(tag === 'en' ? 'en-GB' : tag, { dateStyle: 'long' });
}

/** The tag of the language that is spoken, by which numbers, dates and pages go: each translation says its own. */
export function language(): string {
	return l10n.t('en');
}
