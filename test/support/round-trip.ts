import type { Exporter } from '../../src/core/exporters/types.ts';
import { readSource } from '../../src/core/importers/index.ts';
import type { Paper } from '../../src/core/model/paper.ts';

const endings: Readonly<Record<string, string>> = {
	bibtex: 'bib',
	biblatex: 'bib',
	'csl-json': 'json',
	ris: 'ris',
	jsonl: 'jsonl',
};

/** What is read of what an exporter writes, and whether anything in it could not be read. */
export function writtenAndRead(exporter: Exporter, papers: readonly Paper[]) {
	const text = [...exporter.write(papers)].join('');
	return readSource({ file: `file:///x.${endings[exporter.id]}`, bytes: new TextEncoder().encode(text) });
}

/** A paper without what a file says of its place; values in no order. */
export function plain({ provenance: _, ...paper }: Paper): Record<string, unknown> {
	return paper;
}

/** The names of the values that are not the same; fields without a CSL name as `fields.name`. */
export function differences(one: Paper, other: Paper): readonly string[] {
	const [a, b] = [plain(one), plain(other)];
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => {
		if (same(a[name], b[name])) return [];
		if (name !== 'fields') return [name];
		const [held, read] = [one.fields ?? {}, other.fields ?? {}];
		const fields = [...new Set([...Object.keys(held), ...Object.keys(read)])];
		return fields.filter((field) => held[field] !== read[field]).map((field) => `fields.${field}`);
	});
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

/** White space of every kind is one blank. */
function inOrder(_: string, value: unknown): unknown {
	if (typeof value === 'string') return value.replace(/\s+/g, ' ');
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
