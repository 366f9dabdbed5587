import * as vscode from 'vscode';
import { countOf, type Outline } from '../../core/features/outline.ts';
import type { Paper } from '../../core/model/paper.ts';
import type { Problem } from '../../core/model/problem.ts';
import { never } from '../../core/util/cancellation.ts';
import { type Disposable, disposeAll } from '../../core/util/event.ts';
import { baseName } from '../../core/util/paths.ts';
import { answer } from '../providers/answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { citationTooltip, itemOf } from './citations-items.ts';
import { type CitationRow, rowsBelow, sectionRowAt, topRows } from './citations-model.ts';
import type { Followed } from './followed.ts';
import { createLiveTree } from './live-tree.ts';

/** As the problems in the editor: milliseconds without typing. */
const pause = 200;

/** Projects that cite more often show their sections closed. */
const mostOpen = 300;

export const citationsView = 'relatedWork.citations';

interface Shown {
	readonly uri: string;
	readonly outline: Outline;
	/** Counts how often the papers changed: rows that look the same may then stand for others. */
	readonly papers: number;
}

/** What the project of the followed document cites, by section. */
export function createCitationsView(
	{ service, log }: Surroundings,
	followed: Followed,
): Disposable & { readonly provider: vscode.TreeDataProvider<CitationRow> } {
	let papers = 0;
	let problems = new Map<string, readonly Problem[]>();
	/** Files whose problems are not known, or no longer. */
	const unchecked = new Set<string>();
	let known = new Map<string, Paper | undefined>();
	let root: string | undefined;

	const tree = createLiveTree<Shown | undefined, CitationRow>(
		citationsView,
		{
			name: 'Citations',
			log,
			pause,
			async *make(token) {
				const uri = followed.document?.uri.toString();
				if (!uri) {
					yield undefined;
					return;
				}
				const bare = await service.outline(uri, problems, token);
				if (!bare) return;
				if (bare.files[0] !== root) {
					problems = new Map();
					known = new Map();
					unchecked.clear();
					root = bare.files[0];
				}
				for (const file of bare.files) if (!problems.has(file)) unchecked.add(file);
				if (unchecked.size === bare.files.length) yield { uri, outline: bare, papers };
				unchecked.add(uri);
				// The open document first; a thesis has many files, and nobody waits for those.
				for (const file of [uri, ...bare.files.filter((one) => one !== uri)]) {
					if (!unchecked.has(file)) continue;
					const found = await service.check(file, token);
					if (token.isCancellationRequested) return;
					problems.set(file, found);
					unchecked.delete(file);
					if (file !== uri) continue;
					const outline = await service.outline(uri, problems, token);
					if (outline) yield { uri, outline, papers };
				}
				const outline = await service.outline(uri, problems, token);
				if (outline) yield { uri, outline, papers };
			},
		},
		(live) => ({
			async getChildren(row) {
				const rows = row ? rowsBelow(row) : await top();
				const keys = rows.flatMap((one) => (one.kind === 'citation' && one.cited.key ? [one.cited.key] : []));
				await look(keys.filter((key) => !known.has(key)));
				return [...rows];
			},
			getTreeItem(row) {
				const expanded = live.current !== undefined && countOf(live.current.outline.top) <= mostOpen;
				return itemOf(row, row.kind === 'citation' ? known.get(row.cited.key) : undefined, expanded);
			},
			getParent: (row) => row.parent,
			resolveTreeItem(item, row) {
				if (row.kind === 'citation') item.tooltip = citationTooltip(row.cited, known.get(row.cited.key));
				return item;
			},
		}),
		{ showCollapseAll: true },
	);
	const { live, view, provider } = tree;

	async function top(): Promise<readonly CitationRow[]> {
		const shown = await live.value();
		view.description = shown ? baseName(shown.outline.files[0] ?? '') : '';
		return shown ? topRows(shown.outline) : [];
	}

	/** Learns what keys stand for. */
	async function look(keys: readonly string[]): Promise<void> {
		const uri = live.current?.uri;
		if (!uri || keys.length === 0) return;
		const into = known;
		const found = await answer(log, 'Citations', never, () => service.papersOf(uri, [...new Set(keys)], never));
		for (const [index, key] of [...new Set(keys)].entries()) if (found) into.set(key, found[index]);
	}

	const reveal = () => {
		const { document, position } = followed;
		const outline = live.current?.outline;
		if (!view.visible || !document || !outline || outline.files.length < 2) return;
		const row = sectionRowAt(outline, document.uri.toString(), position.line);
		if (row) view.reveal(row, { select: true, focus: false }).then(undefined, () => {});
	};

	const parts = disposeAll([
		tree,
		followed.onDidChange(() => {
			live.touch();
			reveal();
		}),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			const uri = document.uri.toString();
			if (contentChanges.length === 0 || !problems.has(uri)) return;
			unchecked.add(uri);
			live.touch();
		}),
		service.onDidChangePapers(() => {
			papers++;
			known = new Map();
			for (const file of problems.keys()) unchecked.add(file);
			live.touch();
		}),
		// Another program may have written a file of the project.
		service.onDidChange(live.touch),
	]);
	return { provider, dispose: parts.dispose };
}
