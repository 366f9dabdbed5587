import type { CitedKey, Outline, OutlineSection } from '../../core/features/outline.ts';
import type { Problem } from '../../core/model/problem.ts';

/** A row of the view of citations. Its id stays the same while text around it changes. */
export type CitationRow =
	| { readonly kind: 'section'; readonly id: string; readonly parent?: CitationRow; readonly section: OutlineSection }
	| { readonly kind: 'citation'; readonly id: string; readonly parent?: CitationRow; readonly cited: CitedKey }
	| { readonly kind: 'problem'; readonly id: string; readonly parent?: CitationRow; readonly problem: Problem };

/** The rows below the whole project. */
export function topRows({ top }: Outline): readonly CitationRow[] {
	return rowsIn(top, '', undefined);
}

/** The rows below a row: its own problems, its citations in order of the text, its subsections. */
export function rowsBelow(row: CitationRow): readonly CitationRow[] {
	return row.kind === 'section' ? rowsIn(row.section, row.id, row) : [];
}

function rowsIn({ problems, citations, sections }: OutlineSection, within: string, row?: CitationRow): CitationRow[] {
	const counts = new Map<string, number>();
	/** Rows of the same name are told apart by their order. */
	const place = (name: string) => {
		const id = `${within}/${name}`;
		const count = counts.get(id) ?? 0;
		counts.set(id, count + 1);
		return { id: `${id}#${count}`, ...(row && { parent: row }) };
	};
	return [
		...problems.map((problem) => ({ kind: 'problem', ...place(`!${problem.rule}`), problem }) as const),
		...citations.map((cited) => ({ kind: 'citation', ...place(`@${cited.key}`), cited }) as const),
		...sections.map((section) => ({ kind: 'section', ...place(section.title), section }) as const),
	];
}

/** The innermost row of a section in which a line of a file is; undefined in front of the file's first section. */
export function sectionRowAt(outline: Outline, file: string, line: number): CitationRow | undefined {
	let found: CitationRow | undefined;
	const look = (rows: readonly CitationRow[]) => {
		for (const row of rows) {
			if (row.kind !== 'section') continue;
			const { start } = row.section.range;
			const isLater =
				found?.kind !== 'section' || start.line >= found.section.range.start.line || found.section.file !== file;
			if (row.section.file === file && start.line <= line && isLater) found = row;
			look(rowsBelow(row));
		}
	};
	look(topRows(outline));
	return found;
}
