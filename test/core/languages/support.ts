import type { Language, Semantics } from '../../../src/core/languages/types.ts';
import type { Span } from '../../../src/core/model/span.ts';

export const scan = (language: Language, text: string, citeCommands: string[] = []): Semantics =>
	language.scan(text, { citeCommands });

/** Citations in short: `citep a, b` with `…` for one that is not closed and `~` for a silent one. */
export function brief(language: Language, text: string, citeCommands: string[] = []): string[] {
	return scan(language, text, citeCommands).citations.map(
		({ command, items, closed, silent }) =>
			`${silent ? '~' : ''}${command} ${items.map(({ key }) => key || '_').join(', ')}${closed ? '' : '…'}`,
	);
}

export const at = (text: string, { start, end }: Span): string => text.slice(start, end);
