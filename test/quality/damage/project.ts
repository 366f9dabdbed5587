import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultConfig } from '../../../src/core/config.ts';
import { createConfigSource } from '../../../src/core/config-source.ts';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import type { Citation } from '../../../src/core/model/citation.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import type { FileEdit, Fix, Problem } from '../../../src/core/model/problem.ts';
import { silent } from '../../../src/core/ports.ts';
import { createCitationService } from '../../../src/core/service.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';

/** A document as its author left it, that the checker reads as any other: what can be damaged. */
export interface Project {
	readonly files: readonly {
		readonly uri: string;
		readonly text: string;
		/** Those that are closed, stand in the text, and name papers only by keys that the text has as they are. */
		readonly citations: readonly Citation[];
	}[];
	/** What its bibliographies have. */
	readonly papers: readonly Paper[];
	/** By keys that are cited. */
	readonly cited: ReadonlyMap<string, Paper>;
	/** How many citations it has, whatever they look like. */
	readonly size: number;
	/** What the checker says of a file when it has this text. */
	check(uri: string, text: string): Promise<readonly Problem[]>;
	/** The repairs of problems that `check` gave last. */
	fixes(problem: Problem): Promise<readonly Fix[]>;
	dispose(): void;
}

/** Reads a project of files, path to text, with its root document. */
export async function openProject(files: Readonly<Record<string, string>>, root: string): Promise<Project> {
	const workspace = memoryWorkspace(files);
	const corpus = createCorpus({ breathe: () => new Promise((done) => setImmediate(done)), log: silent });
	const config = createConfigSource(workspace, { forFile: () => defaultConfig });
	const service = createCitationService({ workspace, corpus, config, log: silent });
	await service.adopt(uriOf(root), never);
	const cites = await service.cites(uriOf(root), never);
	for (const file of cites.files) await service.check(file, never);
	const papers = await corpus.all(cites.bibliographies, never);
	const found = await corpus.papers(cites.keys, cites.bibliographies, never);
	return {
		files: cites.files.map((uri) => {
			const text = workspace.text(uri);
			const own = cites.citations.filter(({ file }) => file === uri).map(({ citation }) => citation);
			return { uri, text, citations: own.filter((citation) => isPlain(citation, text)) };
		}),
		papers,
		cited: new Map(cites.keys.flatMap((key, index) => (found[index] ? [[key, found[index]] as const] : []))),
		size: cites.citations.filter(({ citation }) => !citation.silent).length,
		async check(uri, text) {
			if (workspace.text(uri) !== text) workspace.set(uri, text);
			return service.check(uri, never);
		},
		fixes: (problem) => service.fixes(problem, never),
		dispose() {
			service.dispose();
			corpus.dispose();
		},
	};
}

function isPlain({ closed, silent, inDefinition, items }: Citation, text: string): boolean {
	const written = items.every(({ key, span }) => key !== '' && text.slice(span.start, span.end) === key);
	return closed && !silent && !inDefinition && items.length > 0 && written;
}

/** The text of one file after edits of it. */
export function edited(uri: string, text: string, edits: readonly FileEdit[]): string {
	const own = edits.filter(({ file }) => file === uri).map(({ range, newText }) => ({ range, newText }));
	return TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), own);
}
