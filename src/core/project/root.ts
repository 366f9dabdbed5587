import * as l10n from '@vscode/l10n';
import type { FileReference } from '../languages/types.ts';
import type { Workspace } from '../ports.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName, folderOf, resolvePath } from '../util/paths.ts';
import type { Documents } from './documents.ts';
import { firstFile, levelsAbove } from './locate.ts';
import type { Stats } from './stats.ts';
import type { Project, ScannedDocument } from './types.ts';

export interface RootSearch {
	readonly workspace: Workspace;
	readonly stats: Stats;
	readonly documents: Documents;
	/** The project of a root. */
	projectOf(root: string, token: CancellationToken): Promise<Project>;
}

/** The root of a document: itself, another, or none that could be found. */
export interface RootAnswer {
	readonly uri: string;
	/** What could not be resolved on the way, in words. */
	readonly open: readonly string[];
}

/** Documents that others are made of, though they could stand by themselves: of Quarto and R Markdown. */
const PARTS = /\.[qr]md$/i;
/** Hints that lead to hints are followed this far. */
const MAX_HINTS = 4;
/** Folders, and documents in all, that are looked at for a root. */
const MAX_FOLDERS = 36;
const MAX_LOOKED_AT = 150;

/**
 * The document that a document belongs to: what `% !TEX root` says, itself where it has a `\documentclass`, else the
 * nearest root that includes it, in its folder, in the folders above up to the workspace's, and in those beside them.
 */
export async function findRoot(uri: string, search: RootSearch, token: CancellationToken): Promise<RootAnswer> {
	const open: string[] = [];
	let at = uri;
	for (let step = 0; step < MAX_HINTS; step++) {
		const scanned = await search.documents.get(at);
		if (!scanned) return { uri: at, open };
		const { rootHint, isRoot, mayBePart } = scanned.semantics;
		const hinted = rootHint && (await hintedRoot(at, rootHint, search));
		if (rootHint && !hinted)
			open.push(l10n.t('the root document {0} that {1} names was not found', rootHint.path, baseName(at)));
		if (!hinted || hinted === at) {
			const isPart = mayBePart && PARTS.test(at);
			if (isRoot && !isPart) return { uri: at, open };
			const found = await includingRoot(at, scanned, search, token);
			if (found) return { uri: found, open: [] };
			if (isRoot) return { uri: at, open };
			return { uri: at, open: [...open, l10n.t('no document was found that includes {0}', baseName(at))] };
		}
		at = hinted;
	}
	return { uri: at, open };
}

async function hintedRoot(uri: string, { path }: FileReference, { stats }: RootSearch): Promise<string | undefined> {
	return firstFile(stats, [folderOf(uri)], [path, `${path}.tex`]);
}

async function includingRoot(
	uri: string,
	scanned: ScannedDocument,
	search: RootSearch,
	token: CancellationToken,
): Promise<string | undefined> {
	for await (const root of rootsIncluding(uri, scanned, search, token)) return root;
	return undefined;
}

/**
 * The roots that include a document, the nearest first: in its folder, in the folders above up to the workspace's, in
 * those beside them, and in the other folders of the workspace. Bounded, in folders and in documents.
 */
export async function* rootsIncluding(
	uri: string,
	{ language }: ScannedDocument,
	{ workspace, stats, documents, projectOf }: RootSearch,
	token: CancellationToken,
): AsyncGenerator<string> {
	let left = MAX_LOOKED_AT;
	const seen = new Set<string>();

	/** Of several roots of one folder, the one with the least unresolved and the most documents comes first. */
	async function rootsIn(folder: string): Promise<readonly string[]> {
		if (seen.has(folder)) return [];
		seen.add(folder);
		const names = (await stats.list(folder)).filter((name) =>
			language.extensions.some((extension) => name.toLowerCase().endsWith(extension.toLowerCase())),
		);
		const roots: Project[] = [];
		for (const name of names) {
			if (left-- <= 0 || token.isCancellationRequested) break;
			const candidate = resolvePath(folder, name);
			const semantics = candidate === uri ? undefined : (await documents.get(candidate))?.semantics;
			if (!semantics?.isRoot || semantics.includes.length === 0) continue;
			const project = await projectOf(candidate, token);
			if (project.documents.has(uri)) roots.push(project);
		}
		return roots
			.sort(
				(a, b) =>
					Number(b.declares) - Number(a.declares) ||
					a.open.length - b.open.length ||
					b.documents.size - a.documents.size ||
					a.root.length - b.root.length,
			)
			.map(({ root }) => root);
	}

	const levels = levelsAbove(folderOf(uri), workspace.folders);
	const bare = (folder: string) => folder.replace(/\/$/, '');
	const elsewhere = workspace.folders.filter((top) => !levels.some((level) => bare(level) === bare(top)));
	for (const around of [levels, elsewhere]) {
		for (const folder of around) yield* await rootsIn(folder);
		for (const folder of around) {
			const names = (await stats.list(folder)).filter((name) => !name.startsWith('.') && name !== 'node_modules');
			for (const name of names.slice(0, 4 * MAX_FOLDERS)) {
				if (seen.size > MAX_FOLDERS || left <= 0) return;
				const beside = resolvePath(folder, name);
				if (/\.\w+$/.test(name) || (await stats.stat(beside))?.kind !== 'directory') continue;
				yield* await rootsIn(beside);
			}
		}
	}
}
