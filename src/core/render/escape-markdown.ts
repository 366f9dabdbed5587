import { harmless } from '../text/shown.ts';

/** Text as Markdown shows it letter by letter: no markup, no link, no HTML comes out of it. */
export function escapeMarkdown(text: string): string {
	return (
		harmless(text)
			.replace(/[\\`*_{}[\]()#+\-!|~$]/g, '\\$&')
			// A list would begin with it.
			.replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
	);
}
