import { inDigits } from '../translations.ts';

/** Text that is HTML already; everything else is shown letter by letter. */
export interface Html {
	readonly html: string;
}

export type Content = string | number | Html | readonly Content[] | undefined;

/** Joins HTML with contents: strings among them are escaped, wherever they stand. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
	return { html: parts.map((part, index) => (index === 0 ? part : asHtml(contents[index - 1]) + part)).join('') };
}

const entities: Readonly<Record<string, string>> = {
	'<': '&lt;',
	'>': '&gt;',
	'&': '&amp;',
	'"': '&quot;',
	"'": '&#39;',
};

function asHtml(content: Content): string {
	if (content === undefined) return '';
	if (typeof content === 'string') return content.replace(/[<>&"']/g, (letter) => entities[letter]!);
	if (typeof content === 'number') return inDigits(content);
	return 'html' in content ? content.html : content.map(asHtml).join('');
}

/** A translated text with contents in place of its `{0}`, `{1}`, …. */
export function filled(text: string, ...contents: readonly Content[]): Html {
	// What stands in parentheses is kept by `split`: every second part is a number.
	return html`${text.split(/\{(\d)\}/).map((part, i) => (i % 2 === 0 ? part : contents[Number(part)]))}`;
}

/** Somebody else's words, which may run in either direction and must not turn what follows. */
export function words(text: string): Html {
	return html`<bdi>${text}</bdi>`;
}
