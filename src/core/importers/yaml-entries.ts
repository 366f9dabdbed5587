import * as l10n from '@vscode/l10n';
import { type Document, isMap, isNode, isScalar, isSeq, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { Span } from '../model/span.ts';
import { createLines } from '../text/lines.ts';
import type { JsonRecord } from './records.ts';
import type { ImportInput, SourceProblem } from './types.ts';

/** One entry of a YAML file. */
export interface YamlEntry {
	readonly value: JsonRecord;
	/** The key in front of the entry; undefined for the item of a list. */
	readonly name: { readonly text: string; readonly span: Span } | undefined;
	readonly span: Span;
	/** Where a value of the entry stands, without quotes. */
	spanOf(field: string): Span | undefined;
}

/**
 * The entries of a YAML file: those of its list under one of `lists`, or of the list that it is, or the values of its top
 * level by their names. What is no map is skipped with a problem.
 */
export function readYaml(
	{ text, firstLine }: ImportInput,
	lists: readonly string[],
): { readonly entries: readonly YamlEntry[]; readonly problems: readonly SourceProblem[] } {
	const lines = createLines(text, firstLine);
	const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
	const problems: SourceProblem[] = document.errors.slice(0, 20).map(({ pos: [start, end], message }) => ({
		severity: 'error',
		range: lines.rangeOf({ start, end: Math.min(Math.max(end, start), text.length) }),
		message: l10n.t('This is not valid YAML, and the entry may have been read in part only: {0}. Correct it.', message),
	}));
	const entries: YamlEntry[] = [];
	const list = listOf(document.contents, lists);
	const pairs: readonly { readonly key: unknown; readonly value: unknown }[] = list
		? list.map((value) => ({ key: undefined, value }))
		: isMap(document.contents)
			? document.contents.items
			: [];
	for (const { key, value } of pairs) {
		const name =
			isScalar(key) && key.range ? { text: String(key.source ?? key.value), span: unquoted(text, key) } : undefined;
		const range = isNode(value) ? value.range : undefined;
		const record = range && isMap(value) ? jsonOf(value, document) : undefined;
		if (range && record && isMap(value)) {
			const spanOf = (field: string) => {
				const found = value.get(field, true);
				return isScalar(found) && found.range ? unquoted(text, found) : undefined;
			};
			entries.push({ value: record, name, span: { start: name?.span.start ?? range[0], end: range[1] }, spanOf });
			continue;
		}
		const start = name?.span.start ?? range?.[0] ?? 0;
		const end = Math.max(start, name?.span.end ?? start);
		problems.push({
			severity: 'warning',
			range: lines.rangeOf({ start, end }),
			message: name
				? l10n.t('“{0}” has no fields, and was skipped. An entry has at least a title.', name.text)
				: l10n.t('This item has no fields, and was skipped. An entry has at least a title.'),
		});
	}
	return { entries, problems };
}

function listOf(root: ParsedNode | null, lists: readonly string[]): readonly unknown[] | undefined {
	if (isSeq(root)) return root.items;
	if (!isMap(root)) return undefined;
	const list = root.items.find(({ key, value }) => isScalar(key) && lists.includes(String(key.value)) && isSeq(value));
	return isSeq(list?.value) ? list.value.items : undefined;
}

function jsonOf(node: Node, document: Document): JsonRecord | undefined {
	try {
		return node.toJS(document) as JsonRecord;
	} catch {
		// Aliases that lead nowhere, or that make more of a text than fits.
		return undefined;
	}
}

function unquoted(text: string, { range }: Node): Span {
	const [start, end] = range!;
	return /["']/.test(text[start] ?? '') && end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };
}
