import * as l10n from '@vscode/l10n';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../model/problem.ts';
import type { ScannedDocument } from '../project/types.ts';
import { baseName } from '../util/paths.ts';
import type { KeyPlace } from './key-places.ts';
import type { KeyUses } from './key-uses.ts';

/** What came of the wish to change a key, or entries. */
export type Changed =
	| { readonly kind: 'edits'; readonly edits: readonly FileEdit[] }
	/** Why not, and what to do, in a sentence. */
	| { readonly kind: 'refused'; readonly why: string };

/** What BibTeX, biber or TeX do not accept in a key. */
const FORBIDDEN = /[\s"#%'(),={}\\~@\p{Cc}]/u;

/**
 * The edits that give a key another name wherever it stands: in the bibliographies that have it and in every document
 * that cites from them. Refused where that would be another entry's key, no key at all, or not be read as one.
 */
export function rename(uses: KeyUses, newKey: string): Changed {
	const { key, places, foreign } = uses;
	if (newKey === key) return { kind: 'edits', edits: [] };
	const why = whyUnfit(newKey) ?? whyTaken(uses, newKey) ?? whyFixed(uses);
	if (why) return refused(why);
	const entries = [...places].flatMap(([file, found]) => (found.some(isDefinition) ? [file] : []));
	if (entries.length === 0)
		return refused(
			l10n.t(
				'“{0}” stands in no bibliography here, so that there is no entry to rename. Correct the citation instead.',
				key,
			),
		);
	const own = entries.find((file) => foreign.has(file));
	if (own)
		return refused(l10n.t('“{0}” is defined in {1}, which belongs to TeX, and cannot be renamed.', key, baseName(own)));
	for (const [uri, scanned] of uses.documents) {
		if (!isReadAs(scanned, places.get(uri)!, newKey))
			return refused(
				l10n.t(
					'“{0}” would not be read as one key in {1}. Use letters, digits, “-”, “_” and “:”.',
					newKey,
					baseName(uri),
				),
			);
	}
	return { kind: 'edits', edits: editsOf(uses, newKey) };
}

/** The edits that put another key at all places of one. */
export function editsOf({ places, files, documents }: KeyUses, newKey: string): readonly FileEdit[] {
	return [...places].flatMap(([file, found]) => {
		const document = (documents.get(file) ?? files.get(file))!.document;
		return found.map(({ start, end }) => ({
			file,
			range: { start: document.positionAt(start), end: document.positionAt(end) },
			newText: newKey,
		}));
	});
}

function whyUnfit(key: string): string | undefined {
	if (key === '') return l10n.t('A key cannot be empty.');
	const character = FORBIDDEN.exec(key)?.[0];
	if (character === undefined) return undefined;
	return character.trim() === ''
		? l10n.t('“{0}” cannot be a key: it has a blank in it. Use letters, digits, “-”, “_”, “:” and the like.', key)
		: l10n.t(
				'“{0}” cannot be a key: it has “{1}” in it. Use letters, digits, “-”, “_”, “:” and the like.',
				key,
				character,
			);
}

/** BibTeX takes keys for the same that differ in case only. */
function whyTaken({ key, files, projects }: KeyUses, newKey: string): string | undefined {
	const isSame = (other: string) => other !== key && other.toLowerCase() === newKey.toLowerCase();
	for (const [uri, { document, places }] of files) {
		const taken = places.find((place) => isDefinition(place) && isSame(place.key));
		if (!taken) continue;
		const line = document.positionAt(taken.start).line + 1;
		return l10n.t(
			'“{0}” is a key of {1} already (line {2}). Choose another one, or merge the two entries.',
			taken.key,
			baseName(uri),
			line,
		);
	}
	for (const { localKeys } of projects) {
		const taken = [...localKeys].find(isSame);
		if (taken !== undefined) return l10n.t('“{0}” is a key of the document already. Choose another one.', taken);
	}
	return undefined;
}

/** Keys that commands put together stand nowhere; those in the definition of a command do. */
function whyFixed({ key, projects }: KeyUses): string | undefined {
	for (const { documents } of projects) {
		const all = [...documents];
		const isWritten = all.some(([, { semantics }]) =>
			semantics.citations.some(({ inDefinition, items }) => inDefinition && items.some((item) => item.key === key)),
		);
		const made = isWritten ? undefined : all.find(([, { semantics }]) => semantics.impliedKeys?.includes(key));
		if (made)
			return l10n.t(
				'A command in {0} makes the key “{1}” of its arguments, so that it has to be renamed by hand.',
				baseName(made[0]),
				key,
			);
	}
	return undefined;
}

function isDefinition({ kind }: KeyPlace): boolean {
	return kind === 'entry' || kind === 'alias';
}

/** Does the document, after the change, cite and define the new key wherever it did the old one? */
function isReadAs(
	{ document, language, options, semantics }: ScannedDocument,
	places: readonly KeyPlace[],
	newKey: string,
) {
	const edits = places.map(({ start, end }) => ({
		range: { start: document.positionAt(start), end: document.positionAt(end) },
		newText: newKey,
	}));
	const after = language.scan(TextDocument.applyEdits(document, edits), options);
	const count = ({ citations, localKeys }: typeof semantics) =>
		[...citations.flatMap(({ items }) => items), ...localKeys].filter(({ key }) => key === newKey).length;
	return count(after) === count(semantics) + places.filter(({ kind }) => kind !== 'link').length;
}

function refused(why: string): Changed {
	return { kind: 'refused', why };
}
