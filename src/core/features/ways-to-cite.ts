import { citeCommand } from '../languages/cite-commands.ts';
import type { Language } from '../languages/types.ts';
import type { Citation } from '../model/citation.ts';
import type { ScannedDocument } from '../project/types.ts';
import type { DocumentScope } from './scope.ts';

/** A way to cite in running text. */
export interface WayToCite {
	/** As it looks for a paper whose key is “key”: `\citep{key}`, `[@key]`. No two ways of a document look the same. */
	readonly sample: string;
	/** How often the project cites so. */
	readonly count: number;
}

/** Characters of a root document in which packages are looked for. */
const preambleLength = 50_000;

const biblatex = ['cite', 'parencite', 'textcite', 'autocite', 'footcite'];
const natbib = ['cite', 'citep', 'citet'];

const command = (name: string) => `\\${name}{key}`;
const narrative = '@key';

/** The ways to cite in a document: what its project uses, most used first, then what its language has. At least one. */
export function waysToCite(view: DocumentScope): readonly WayToCite[] {
	const counts = new Map<string, number>();
	for (const scanned of view.project.documents.values()) {
		if (scanned.language !== view.language) continue;
		for (const citation of scanned.semantics.citations) {
			const sample = citation.silent || !citation.closed ? undefined : sampleOf(scanned, citation);
			if (sample) counts.set(sample, (counts.get(sample) ?? 0) + 1);
		}
	}
	const used = [...counts].sort(([, a], [, b]) => b - a).map(([sample, count]) => ({ sample, count }));
	const others = usual(view).filter((sample) => !counts.has(sample));
	return [...used, ...others.map((sample) => ({ sample, count: 0 }))];
}

/** How papers are cited in a way. */
export function writeCitation({ language }: ScannedDocument, keys: readonly string[], sample: string): string {
	if (sample === language.cite(['key'])) return language.cite(keys);
	if (sample === narrative) return keys.map((key) => markedKey(language, key)).join(', ');
	return sample.replace(/key(?=[`}]$)/, () => keys.join(sample.startsWith('{') ? ',' : ', '));
}

/** A key with the mark that stands in front of it between brackets: `@key`, in Markdown `@{a key}`. */
export function markedKey(language: Language, key: string): string {
	return language.id === 'markdown' ? language.cite([key]).slice(1, -1) : `@${key}`;
}

/** How a citation would look with one key and nothing else; undefined for ways that take more than keys. */
function sampleOf(
	{ document, language }: ScannedDocument,
	{ form, span, list, command: name }: Citation,
): string | undefined {
	if (form === 'bracketed') return language.cite(['key']);
	if (form === 'narrative') return language.id === 'markdown' ? narrative : language.cite(['key']);
	const text = document.getText();
	const first = text.charAt(span.start);
	// A role of MyST.
	if (first === '{' && language.id === 'markdown') return `${text.slice(span.start, list.start)}key\``;
	// A command that quotes or names a volume has arguments of its own.
	return first === '\\' && !/g/.test(citeCommand(name)?.shape ?? '') && !name.endsWith('quote')
		? command(name)
		: undefined;
}

function usual({ project, language }: DocumentScope): readonly string[] {
	if (language.id === 'markdown') return [language.cite(['key']), narrative];
	if (language.id !== 'latex') return [language.cite(['key'])];
	const text = project.documents.get(project.root)?.document.getText().slice(0, preambleLength) ?? '';
	return (/\\(?:usepackage|RequirePackage)[^\n]{0,200}\bbiblatex\b/.test(text) ? biblatex : natbib).map(command);
}
