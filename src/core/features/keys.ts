import * as l10n from '@vscode/l10n';
import type { Location, Position, Range } from 'vscode-languageserver-types';
import { removalOf } from '../bibtex/insert.ts';
import type { BibEntry } from '../bibtex/types.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import type { Projects } from '../project/resolver.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName } from '../util/paths.ts';
import { keysOfFile } from './key-places.ts';
import { createKeyUses, type KeyUses } from './key-uses.ts';
import { citeInstead, isSameWork, mergeEntries, sameWorks } from './merge.ts';
import { type Changed, rename } from './rename.ts';

/** An entry that says of the same work what another one does. */
export interface Twin {
	readonly key: string;
	readonly range: Range;
}

/** What can be done with a key where it stands, in a document or a bibliography. */
export interface Keys {
	/** Every place of the key under the cursor, in all projects that cite from where it is defined; undefined for none. */
	references(uri: string, position: Position, token: CancellationToken): Promise<readonly Location[] | undefined>;
	/** The key under the cursor and its range; undefined where there is none. */
	keyAt(
		uri: string,
		position: Position,
		token: CancellationToken,
	): Promise<{ readonly key: string; readonly range: Range } | undefined>;
	/** Gives the key under the cursor another name everywhere. */
	rename(uri: string, position: Position, newKey: string, token: CancellationToken): Promise<Changed>;
	/** The other entries of the same work in a BibTeX file, as one of which the cursor is on. */
	twins(uri: string, position: Position, token: CancellationToken): Promise<readonly Twin[]>;
	/**
	 * Makes one entry of two of a BibTeX file: the one under the cursor is kept, with the fields of both, and cited
	 * wherever the other one is. In files of biblatex the other key stays as an alias.
	 */
	merge(uri: string, position: Position, other: string, token: CancellationToken): Promise<Changed>;
	/** Makes one entry of two that have the same key; no edits where they are of different works. */
	mergeRepeated(uri: string, kept: Position, repeated: Position): Promise<readonly FileEdit[]>;
}

export function createKeys({
	workspace,
	projects,
}: {
	readonly workspace: Workspace;
	readonly projects: Projects;
}): Keys {
	const uses = createKeyUses({ workspace, projects });

	async function usesAt(uri: string, position: Position, token: CancellationToken): Promise<KeyUses | undefined> {
		const found = await uses.at(uri, position, token);
		return found && uses.of(uri, found.place.key, token);
	}

	/** A BibTeX file with the entry at a position. */
	async function entryAt(uri: string, position: Position) {
		const file = keysOfFile(await workspace.open(uri));
		const offset = file.document.offsetAt(position);
		const entry = file.bibliography?.entries.find(({ span }) => span.start <= offset && offset <= span.end);
		return entry && { file, entry };
	}

	return {
		async references(uri, position, token) {
			const found = await usesAt(uri, position, token);
			if (!found) return undefined;
			return [...found.places].flatMap(([file, places]) => {
				const { document } = (found.documents.get(file) ?? found.files.get(file))!;
				return places.map(({ start, end }) => ({
					uri: file,
					range: { start: document.positionAt(start), end: document.positionAt(end) },
				}));
			});
		},
		async keyAt(uri, position, token) {
			const found = await uses.at(uri, position, token);
			return found && { key: found.place.key, range: found.range };
		},
		async rename(uri, position, newKey, token) {
			const found = await usesAt(uri, position, token);
			return found
				? rename(found, newKey.trim())
				: refused(l10n.t('There is no citation key here that could be renamed.'));
		},
		async twins(uri, position) {
			const found = await entryAt(uri, position);
			if (!found) return [];
			const { document } = found.file;
			return sameWorks(found.file, found.entry).map(({ key, span }) => ({
				key,
				range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
			}));
		},
		async merge(uri, position, other, token) {
			const found = await entryAt(uri, position);
			const dropped = found?.file.bibliography?.entries.find(({ key }) => key === other);
			if (!found || !dropped || dropped.key === found.entry.key)
				return refused(l10n.t('{0} has no entry “{1}” beside the one at the cursor.', baseName(uri), other));
			const { file, entry } = found;
			const elsewhere = await uses.of(uri, dropped.key, token);
			if (!elsewhere) return { kind: 'edits', edits: [] };
			const stays = otherEntries(elsewhere, uri, dropped);
			if (stays) return refused(stays);
			const gone = removalOf(file.document.getText(), dropped);
			const cited = citeInstead(elsewhere, entry.key, uri, gone);
			return { kind: 'edits', edits: [...mergeEntries(file, entry, dropped, [dropped.key]), ...cited] };
		},
		async mergeRepeated(uri, kept, repeated) {
			const [one, other] = [await entryAt(uri, kept), await entryAt(uri, repeated)];
			if (!one || !other || one.entry.key !== other.entry.key) return [];
			const isSame = isSameWork(one.file.document, kept, repeated);
			return isSame ? mergeEntries(one.file, one.entry, other.entry) : [];
		},
	};
}

/** Another entry that has the key, too, would lose what cites it. */
function otherEntries({ places, key }: KeyUses, uri: string, { keySpan }: BibEntry): string | undefined {
	for (const [file, found] of places) {
		const another = found.some(({ kind, start }) => kind === 'entry' && !(file === uri && start === keySpan.start));
		if (another)
			return l10n.t(
				'“{0}” is a key of {1}, too, so that the entries cannot be merged. Rename one first.',
				key,
				baseName(file),
			);
	}
	return undefined;
}

function refused(why: string): Changed {
	return { kind: 'refused', why };
}
