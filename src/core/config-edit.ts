import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';

/** As the editors of JSON mostly have it. */
const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/** What a new configuration file says. */
export function newConfigText(corpus: readonly string[]): string {
	return `${JSON.stringify({ corpus, rules: {} }, null, 2)}\n`;
}

/** The text of a configuration file with more patterns in its corpus; everything else stays as it is. */
export function withCorpus(text: string, patterns: readonly string[]): string {
	const known = corpusOf(text);
	const fresh = [...new Set(patterns)].filter((pattern) => !known.includes(pattern));
	if (fresh.length === 0) return text;
	if (known.length === 0) return changed(text, ['corpus'], fresh);
	return fresh.reduce((before, pattern, index) => {
		const options = { formattingOptions: optionsFor(before), isArrayInsertion: true };
		return applyEdits(before, modify(before, ['corpus', known.length + index], pattern, options));
	}, text);
}

/** The text of a configuration file whose corpus does not have a pattern any more. */
export function withoutCorpus(text: string, pattern: string): string {
	const index = corpusOf(text).indexOf(pattern);
	return index < 0 ? text : changed(text, ['corpus', index], undefined);
}

function changed(text: string, path: (string | number)[], value: unknown): string {
	return applyEdits(text, modify(text, path, value, { formattingOptions: optionsFor(text) }));
}

function optionsFor(text: string) {
	const eol = text.includes('\r\n') ? '\r\n' : '\n';
	return { ...formattingOptions, eol, insertSpaces: !/\n\t/.test(text) };
}

function corpusOf(text: string): readonly unknown[] {
	const tree = parseTree(text, [], { allowTrailingComma: true });
	const corpus = tree && findNodeAtLocation(tree, ['corpus']);
	return (corpus?.children ?? []).map(({ value }) => value);
}
