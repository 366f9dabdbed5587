import assert from 'node:assert/strict';

// Papers as nobody should have them: their texts try to be markup, commands, pictures, terminals and walls of text.

/** What must come out as text, by the key of its paper. */
export const hostileTitles: Readonly<Record<string, string>> = {
	html: 'Attack <img src=x onerror=alert(1)> and <script>alert(2)</script>',
	link: 'Attack ](command:workbench.action.quit) [click](command:workbench.action.quit "x")',
	// biome-ignore lint/suspicious/noTemplateCurlyInString: what a snippet would fill
	snippet: 'Attack ${1:place} $0 ${TM_FILENAME}',
	icon: 'Attack $(trash) $(sync~spin) \\$(x)',
	turned: 'Attack \u202egnp.exe\u202c \u2066isolated\u2069',
	control: 'Attack \u001b[31mred\u001b]8;;https://example.org\u0007link\u0007 \u0000 \u0008\u0008bell',
	lines: 'Attack\nsecond line\r\n::error file=x::injected\u2028third\n\n# Heading\n\n- item',
	piled: `Attack z${'\u0300\u0301\u0302\u0303'.repeat(200)}algo`,
	long: `Attack ${'very '.repeat(10_000)}long`,
	unbroken: `Attack ${'x'.repeat(50_000)}`,
};

/** One paper for each, whose authors, venue and abstract say the same, a line of JSON each. */
export const hostileJsonLines = Object.entries(hostileTitles)
	.map(([id, title]) => JSON.stringify({ id, title, authors: [title], venue: title, abstract: title, year: 2020 }))
	.join('\n');

/** Is a text fit for one line of a list: short, and without anything that would leave the line or turn it? */
export function assertPlainLine(text: string, limit: number): void {
	assert.ok(text.length <= limit, `${text.length} characters: ${text.slice(0, 100)}`);
	assert.doesNotMatch(text, /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
	assert.doesNotMatch(text, /\p{M}{5}/u);
}

/** Is Markdown free of what the texts try: HTML, links that run commands? Bounded, too. */
export function assertHarmlessMarkdown(markdown: string, limit: number): void {
	assert.ok(markdown.length <= limit, `${markdown.length} characters: ${markdown.slice(0, 100)}`);
	assert.doesNotMatch(markdown, /<(?:img|script)/i);
	assert.doesNotMatch(markdown, /(?<!\\)\]\((?!https?:|[a-z-]+:\/\/\/)/i);
	assert.doesNotMatch(markdown, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
	assert.doesNotMatch(markdown, /^#|^- item/m);
}
