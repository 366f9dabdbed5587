import * as l10n from '@vscode/l10n';
import { parseArxiv } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { replaceText } from './edits.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** Addresses of one version of an arXiv paper; the version is the second group. */
const ADDRESS = /arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z]{2,10}(?:-[a-z]{2,4})?\/\d{7})v(\d{1,3})(?!\d)/gi;

interface Versioned {
	readonly id: string;
	readonly version: number;
	/** What names the version, and, where it may be changed by itself, its number. */
	readonly span: Span;
	readonly number?: Span;
	/** Where it is a key. */
	readonly key?: string;
}

/** The versions of arXiv papers that a document names: by its keys, and by addresses in its text. */
function* named({ document, semantics }: DocumentView): Generator<Versioned> {
	for (const { items } of semantics.citations) {
		for (const { key, span } of items) {
			const { id, version } = parseArxiv(key) ?? {};
			if (id && version) yield { id, version, span, key };
		}
	}
	for (const match of document.getText().matchAll(ADDRESS)) {
		const id = parseArxiv(match[1]!)?.id;
		if (!id) continue;
		const end = match.index + match[0].length;
		const number = { start: end - match[2]!.length, end };
		yield { id, version: Number(match[2]), span: { start: match.index, end }, number };
	}
}

/** The versions of the arXiv papers that a document cites, by id. */
function cited({ papers }: DocumentView): ReadonlyMap<string, { readonly version: number; readonly key: string }> {
	const found = new Map<string, { version: number; key: string }>();
	for (const [key, { arxiv }] of papers) {
		const { id, version } = parseArxiv(arxiv ?? '') ?? {};
		if (id && version) found.set(id, { version, key });
	}
	return found;
}

const bib =
	'@misc{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017, eprint = {1706.03762v7}, archiveprefix = {arXiv}}\n';
const document = (version: number) =>
	`---\nbibliography: refs.bib\n---\nSee [the paper](https://arxiv.org/abs/1706.03762v${version}) [@vaswani2017].\n`;

export const versionMismatch: DocumentRule = {
	id: 'version-mismatch',
	scope: 'document',
	severity: 'information',
	summary: 'A key or an address names another version of an arXiv paper than the bibliography has.',
	rationale:
		'Versions differ in results and in numbering: what the text says may not be in the version that is listed.',
	remedy: 'Name the version that was read in both places.',
	examples: [
		{ files: { 'draft.md': document(2), 'refs.bib': bib }, problems: 1, fixed: document(7) },
		{ files: { 'draft.md': document(7), 'refs.bib': bib }, problems: 0 },
	],
	*check(view) {
		const listed = cited(view);
		if (listed.size === 0) return;
		for (const { id, version, span, key } of named(view)) {
			const own = listed.get(id);
			if (!own || own.version === version) continue;
			const what =
				key === undefined
					? l10n.t(
							'The address names version {0} of arXiv:{1}, but the bibliography has version {2} (“{3}”).',
							version,
							id,
							own.version,
							own.key,
						)
					: l10n.t(
							'The key “{0}” names version {1} of arXiv:{2}, but the bibliography has version {3} (“{4}”).',
							key,
							version,
							id,
							own.version,
							own.key,
						);
			const message = `${what} ${l10n.t('Name the same version in both.')}`;
			yield { span, message, data: { id, version: own.version } };
		}
	},
	async fixes(problem, view) {
		const start = view.document.offsetAt(problem.range.start);
		const number = [...named(view)].find(({ span }) => span.start === start)?.number;
		const { version } = problem.data ?? {};
		if (!number || typeof version !== 'number') return [];
		return [
			{
				title: l10n.t('Change to version {0}', version),
				safe: false,
				edits: [replaceText(view, number, `${version}`)],
			},
		];
	},
};
