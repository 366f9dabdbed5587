import type { Dialect } from '../bibtex/dialect.ts';
import { formatEntry } from '../bibtex/writer.ts';
import type { Paper } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import type { Project } from '../project/types.ts';

/** The BibTeX file that holds most of the papers given; the last one of the project where none does. */
function bibliographyFor({ bibliographies, foreign }: Project, cited: Iterable<Paper>): string | undefined {
	const files = bibliographies.filter((file) => file.toLowerCase().endsWith('.bib') && !foreign.has(file));
	const held = new Map(files.map((file) => [file, 0]));
	for (const { provenance } of cited) {
		for (const file of new Set(provenance.map((place) => place.file))) {
			const count = held.get(file);
			if (count !== undefined) held.set(file, count + 1);
		}
	}
	let best = files.at(-1);
	for (const [file, count] of held) if (count > held.get(best!)!) best = file;
	return best;
}

/** The edit that appends a paper to the bibliography of a project; undefined where there is none that can be written. */
export async function addEntry(
	workspace: Workspace,
	project: Project,
	cited: Iterable<Paper>,
	paper: Paper,
): Promise<FileEdit | undefined> {
	const file = bibliographyFor(project, cited);
	if (!file) return undefined;
	const document = await workspace.open(file);
	const text = document.getText();
	const end = document.positionAt(text.length);
	const newLine = text.includes('\r\n') ? '\r\n' : '\n';
	const gap = text.trim() === '' ? '' : text.endsWith('\n') ? newLine : newLine + newLine;
	const entry = formatEntry(paper, { dialect: dialectOf(text) }).replaceAll('\n', newLine);
	return { file, range: { start: end, end }, newText: gap + entry + newLine };
}

/** Does a file have fields that only biblatex knows? */
function dialectOf(text: string): Dialect {
	return /[\s,](?:journaltitle|eprinttype|date)[ \t]{0,20}=[ \t]{0,20}[{"]/i.test(text) ? 'biblatex' : 'bibtex';
}
