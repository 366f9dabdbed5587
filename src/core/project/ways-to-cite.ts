import { citeCommand } from '../languages/cite-commands.ts';
import type { Language } from '../languages/types.ts';
import type { Citation } from '../model/citation.ts';
import type { Project, ScannedDocument } from './types.ts';

/** A way to cite in running text. */
export interface WayToCite {
	/** As it looks for a paper whose key is “key”: `\citep{key}`, `[@key]`. No two ways of a document look the same. */
	readonly sample: string;
	/** How often the project cites so. */
	readonly count: number;
	readonly role: Role;
}

/**
 * What a citation is in its sentence: a reference behind what is said, its subject (`\citet`, `@key`), or a part of a
 * reference, such as the year.
 */
export type Role = 'behind' | 'textual' | 'part';

/** Characters of a root document in which packages are looked for. */
const preambleLength = 50_000;

const biblatex = ['cite', 'parencite', 'textcite', 'autocite', 'footcite'];
const natbib = ['cite', 'citep', 'citet'];

const command = (name: string) => `\\${name}{key}`;
const narrative = '@key';
const prose = '#cite(<key>, form: "prose")';

const textual =
	/^\\(?:(?:foot)?textcite|textcites|citet|citealt|citeA|citeasnoun|newcite|citeN|shortciteA|shortcitet|fullciteA|onlinecite)\{|^\{cite:(?:t|ct|ts|cts)\}|^\{citet\}|^\[cite\/(?:t|text)\b|^#cite\(.*"prose"|^citet:/i;
const part =
	/^\\[^{]*(?:author|year|date|title|url|full|bibentry|name|list|field|num|alias)[^{]*\{|^#cite\(.*"(?:author|year|full)"|^\[cite\/(?:a|author|y|year|na|noauthor)\b|^cite(?:author|year)/i;

/** What citations of a way are in their sentence. */
export function roleOf(sample: string, language: Language): Role {
	if (language.id === 'markdown' && sample === narrative) return 'textual';
	return textual.test(sample) ? 'textual' : part.test(sample) ? 'part' : 'behind';
}

/** Is a citation the subject of what is said, rather than a reference behind it? */
export function isTextual({ form, command: name }: Citation): boolean {
	return form === 'narrative' || textual.test(`\\${name}{`);
}

/** The ways to cite in a document: what its project uses, most used first, then what its language has. At least one. */
export function waysToCite(view: { readonly project: Project; readonly language: Language }): readonly WayToCite[] {
	const { project, language } = view;
	const counts = new Map<string, number>();
	for (const scanned of project.documents.values()) {
		if (scanned.language !== language) continue;
		for (const citation of scanned.semantics.citations) {
			const sample = citation.silent || !citation.closed ? undefined : sampleOf(scanned, citation);
			if (sample) counts.set(sample, (counts.get(sample) ?? 0) + 1);
		}
	}
	const used = [...counts].sort(([, a], [, b]) => b - a);
	const others = usual(project, language).filter((sample) => !counts.has(sample));
	return [...used, ...others.map((sample) => [sample, 0] as const)].map(([sample, count]) => ({
		sample,
		count,
		role: roleOf(sample, language),
	}));
}

/** How papers are cited in a way. */
export function writeCitation(language: Language, keys: readonly string[], sample: string): string {
	if (sample === language.cite(['key'])) return language.cite(keys);
	if (sample === narrative) return keys.map((key) => markedKey(language, key)).join(', ');
	if (language.id === 'typst') return keys.map((key) => filled(sample, '<key>', typstLabel(language, key))).join(' ');
	if (sample.includes('@key')) return filled(sample, '@key', keys.map((key) => markedKey(language, key)).join(';'));
	return filled(sample, 'key', keys.join(separatorOf(sample)));
}

/** A key with the mark that stands in front of it between brackets: `@key`, in Markdown `@{a key}`. */
export function markedKey(language: Language, key: string): string {
	return language.id === 'markdown' ? language.cite([key]).slice(1, -1) : `@${key}`;
}

/** What parts the keys of a way that takes several in one pair of braces. */
function separatorOf(sample: string): string {
	if (sample.endsWith('&key')) return ';&';
	return sample.startsWith('\\') ? ', ' : ',';
}

/** A sample with something in place of the last occurrence of its placeholder. */
function filled(sample: string, placeholder: string, written: string): string {
	const at = sample.lastIndexOf(placeholder);
	return sample.slice(0, at) + written + sample.slice(at + placeholder.length);
}

function typstLabel(language: Language, key: string): string {
	return language.cite([key]).startsWith('@') ? `<${key}>` : `label("${key}")`;
}

/** How a citation would look with one key and nothing else; undefined for ways that take more than keys. */
export function sampleOf(
	{ document, language }: Pick<ScannedDocument, 'document' | 'language'>,
	{ form, span, list, command: name }: Citation,
): string | undefined {
	const text = document.getText();
	const opening = text.slice(span.start, list.start);
	if (form === 'bracketed') return language.id === 'org' ? `${opening}@key]` : language.cite(['key']);
	if (form === 'narrative') return language.id === 'markdown' ? narrative : language.cite(['key']);
	if (language.id === 'typst') {
		const [, kind] = /\bform:\s{0,9}"([a-z]{1,20})"/.exec(text.slice(span.start, span.end)) ?? [];
		return kind && kind !== 'normal' ? prose.replace('prose', () => kind) : language.cite(['key']);
	}
	// A role of MyST.
	if (opening.startsWith('{') && language.id === 'markdown') return `${opening}key\``;
	// A link of org-ref.
	if (/^[a-z]+:$/i.test(opening)) return `${opening}${text.startsWith('&', list.start) ? '&' : ''}key`;
	// A command that quotes or names a volume has arguments of its own.
	return opening.startsWith('\\') && !/g/.test(citeCommand(name)?.shape ?? '') && !name.endsWith('quote')
		? command(name)
		: undefined;
}

function usual(project: Project, language: Language): readonly string[] {
	const plain = language.cite(['key']);
	if (language.id === 'markdown') return [plain, narrative];
	if (language.id === 'typst') return [plain, prose];
	if (language.id === 'org') return [plain, '[cite/t:@key]'];
	return (citePackage(project) === 'biblatex' ? biblatex : natbib).map(command);
}

/** The package that a LaTeX project cites with, as far as its root says so. */
export function citePackage({ documents, root }: Project): 'biblatex' | 'natbib' | undefined {
	const text = documents.get(root)?.document.getText().slice(0, preambleLength) ?? '';
	const loads = (name: string) => new RegExp(`\\\\(?:usepackage|RequirePackage)[^\\n]{0,200}\\b${name}\\b`).test(text);
	return loads('biblatex') ? 'biblatex' : loads('natbib') ? 'natbib' : undefined;
}
