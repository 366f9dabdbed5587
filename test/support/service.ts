import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Config, defaultConfig } from '../../src/core/config.ts';
import { createConfigSource } from '../../src/core/config-source.ts';
import { createCorpus } from '../../src/core/corpus/engine.ts';
import type { Added, CitationService } from '../../src/core/features/types.ts';
import type { FileEdit } from '../../src/core/model/problem.ts';
import { silent, type TexFinder } from '../../src/core/ports.ts';
import { createCitationService } from '../../src/core/service.ts';
import type { MemoryWorkspace } from './memory-workspace.ts';

/** The whole core over files in memory, in this thread. `corpus` are patterns in the workspace's folder. */
export function serviceOver(
	workspace: MemoryWorkspace,
	{ tex, ...options }: { corpus?: string[]; tex?: TexFinder } & Partial<Omit<Config, 'corpus'>> = {},
): CitationService {
	const base = workspace.folders[0]!;
	const corpus = (options.corpus ?? []).map((pattern) => ({ base, pattern }));
	const settings: Config = { ...defaultConfig, ...options, corpus };
	return createCitationService({
		workspace,
		corpus: createCorpus({ breathe: () => Promise.resolve(), log: silent }),
		config: createConfigSource(workspace, { forFile: () => settings }),
		log: silent,
		...(tex && { tex }),
	});
}

/** The one edit that adds a paper; throws where there is another answer. */
export async function editOf(added: Promise<Added>): Promise<FileEdit> {
	const answer = await added;
	if (answer.kind !== 'edits' || answer.edits.length !== 1) throw new Error(`No edit: ${JSON.stringify(answer)}`);
	return answer.edits[0]!;
}

/** What the files become: path by path for all that edits name. */
export function applyEdits(workspace: MemoryWorkspace, edits: readonly FileEdit[]): Map<string, string> {
	const texts = new Map<string, string>();
	for (const file of new Set(edits.map((edit) => edit.file))) {
		const document = TextDocument.create(file, '', 1, workspace.text(file));
		texts.set(
			file,
			TextDocument.applyEdits(
				document,
				edits.filter((edit) => edit.file === file).map(({ range, newText }) => ({ range, newText })),
			),
		);
	}
	return texts;
}
