import { createMeanings } from '../languages/latex-meanings.ts';
import type { Macro, Meaning } from '../languages/types.ts';
import type { ScannedDocument } from './types.ts';

/** Commands that are made of commands that are made of commands …: so many times. */
const MAX_ROUNDS = 3;

/** What a document is with the commands of other files that it uses; read anew only when one of these changes. */
const read = new WeakMap<ScannedDocument, { readonly used: string; readonly scanned: ScannedDocument }>();
/** Whether a document has a command, by name. */
const mentions = new WeakMap<ScannedDocument, Map<string, boolean>>();

/**
 * The documents of a project, those scanned anew that use commands which other files of it define.
 *
 * @param others Classes and packages of the project.
 */
export function withMacros(
	documents: ReadonlyMap<string, ScannedDocument>,
	others: readonly ScannedDocument[],
): ReadonlyMap<string, ScannedDocument> {
	const first = [...documents.values()][0];
	const macros = [...others, ...documents.values()].flatMap(({ semantics }) => semantics.macros ?? []);
	if (!first || macros.length === 0) return documents;
	const meanings = meaningsOf(macros, first.options.citeCommands);
	if (meanings.size === 0) return documents;
	return new Map([...documents].map(([uri, scanned]) => [uri, withMeanings(scanned, meanings)]));
}

function meaningsOf(macros: readonly Macro[], citeCommands: readonly string[]): ReadonlyMap<string, Meaning> {
	const known = createMeanings(undefined, citeCommands);
	const found = new Map<string, Meaning>();
	let left = macros;
	for (let round = 0; round < MAX_ROUNDS && left.length > 0; round++) {
		const before = found.size;
		left = left.filter((macro) => {
			const meaning = known.define(macro);
			if (meaning) found.set(macro.name, meaning);
			else if (round === 0) found.delete(macro.name);
			return !meaning || meaning.kind === 'none';
		});
		if (round > 0 && found.size === before) break;
	}
	return found;
}

function withMeanings(scanned: ScannedDocument, meanings: ReadonlyMap<string, Meaning>): ScannedDocument {
	const { document, language, semantics, options } = scanned;
	// What a document says itself comes first, but for what it could not know yet.
	const own = new Map(semantics.macros?.map(({ name, meaning }) => [name, meaning?.kind]));
	const isOwn = (name: string, { kind }: Meaning) => {
		const known = own.get(name);
		return known !== undefined && (known !== 'none' || kind === 'none');
	};
	const used = [...meanings].filter(([name]) => hasCommand(scanned, name));
	if (used.every(([name, meaning]) => isOwn(name, meaning))) return scanned;
	const key = JSON.stringify(used);
	const known = read.get(scanned);
	if (known?.used === key) return known.scanned;
	const again = { ...scanned, semantics: language.scan(document.getText(), { ...options, meanings: new Map(used) }) };
	read.set(scanned, { used: key, scanned: again });
	return again;
}

function hasCommand(scanned: ScannedDocument, name: string): boolean {
	const known = mentions.get(scanned) ?? new Map<string, boolean>();
	mentions.set(scanned, known);
	const before = known.get(name);
	if (before !== undefined) return before;
	const text = scanned.document.getText();
	let at = text.indexOf(`\\${name}`);
	while (at >= 0 && /[a-zA-Z@]/.test(text[at + 1 + name.length] ?? '')) at = text.indexOf(`\\${name}`, at + 1);
	known.set(name, at >= 0);
	return at >= 0;
}
