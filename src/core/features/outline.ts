import type { Range } from 'vscode-languageserver-types';
import type { Section } from '../languages/types.ts';
import type { Citation, CiteItem } from '../model/citation.ts';
import type { Problem } from '../model/problem.ts';
import { type Span, touches } from '../model/span.ts';
import type { Project, ScannedDocument } from '../project/types.ts';
import { shown } from '../text/shown.ts';

/** One key of a citation, where it stands. */
export interface CitedKey {
	/** Empty for an empty slot. */
	readonly key: string;
	readonly file: string;
	readonly range: Range;
	readonly problems: readonly Problem[];
}

/** A section of a project with what it cites itself, and the sections in it. */
export interface OutlineSection {
	/** Empty for the whole project. */
	readonly title: string;
	readonly file: string;
	/** The heading; the start of the root document for the whole project. */
	readonly range: Range;
	readonly citations: readonly CitedKey[];
	readonly sections: readonly OutlineSection[];
	/** What is wrong here other than with one of its citations. */
	readonly problems: readonly Problem[];
}

/** What the files of a project cite, by section, as a reader of the finished document sees it. */
export interface Outline {
	/** URIs; the first is the root. */
	readonly files: readonly string[];
	readonly top: OutlineSection;
}

/** Problems by file. */
export type ProblemsByFile = ReadonlyMap<string, readonly Problem[]>;

/** A section while it is being put together. */
interface Draft extends OutlineSection {
	readonly level: number;
	readonly citations: CitedKey[];
	readonly sections: Draft[];
	readonly problems: Problem[];
}

/** What comes at an offset of a document, in order of the text. */
type Event = { readonly at: number } & (
	| { readonly kind: 'section'; readonly section: Section }
	| { readonly kind: 'citation'; readonly citation: Citation }
	| { readonly kind: 'include'; readonly uri: string }
	| { readonly kind: 'problem'; readonly problem: Problem }
);

/** The citations of a project by section; included files stand where they are included. */
export function outlineOf(project: Project, problems: ProblemsByFile): Outline {
	const { root, documents, included } = project;
	const zero = { line: 0, character: 0 };
	const top = draft(Number.NEGATIVE_INFINITY, '', root, { start: zero, end: zero });
	/** The sections that are open, outermost first. */
	const open = [top];
	const visited = new Set<string>();

	function visit(file: string): void {
		const scanned = documents.get(file);
		if (!scanned || visited.has(file)) return;
		visited.add(file);
		const { sections, citations } = scanned.semantics;
		const { ofItems, others } = assign(scanned, problems.get(file) ?? []);
		const events: Event[] = [
			...sections.map((section) => ({ kind: 'section', at: section.span.start, section }) as const),
			...(included.get(file) ?? []).map(({ at, uri }) => ({ kind: 'include', at, uri }) as const),
			...citations.map((citation) => ({ kind: 'citation', at: citation.span.start, citation }) as const),
			...others.map(({ at, problem }) => ({ kind: 'problem', at, problem }) as const),
		];
		for (const event of events.sort((a, b) => a.at - b.at)) {
			if (event.kind === 'include') visit(event.uri);
			else if (event.kind === 'problem') open.at(-1)!.problems.push(event.problem);
			else if (event.kind === 'section') {
				const { level, title, span } = event.section;
				while (open.at(-1)!.level >= level) open.pop();
				const section = draft(level, title, file, rangeOf(scanned, span));
				open.at(-1)!.sections.push(section);
				open.push(section);
			} else if (!event.citation.inDefinition) {
				for (const item of event.citation.items) {
					const { key, span } = item;
					// `\nocite{*}` is no paper, and what is being typed none yet.
					if (key === '*' || (key === '' && !event.citation.closed)) continue;
					const range = rangeOf(scanned, span);
					open.at(-1)!.citations.push({ key, file, range, problems: ofItems.get(item) ?? [] });
				}
			}
		}
	}
	// Documents that belong here may be named by no include.
	for (const file of [root, ...documents.keys()]) visit(file);
	return { files: [...documents.keys()], top: finished(top) };
}

function draft(level: number, title: string, file: string, range: Range): Draft {
	return { level, title: shown(title), file, range, citations: [], sections: [], problems: [] };
}

/** Without sections in which there is nothing to show. */
function finished({ title, file, range, citations, sections, problems }: Draft): OutlineSection {
	const kept = sections.map(finished).filter((section) => countOf(section) > 0 || problemsOf(section).length > 0);
	return { title, file, range, citations, sections: kept, problems };
}

/** How many keys a section cites, those of its subsections included. */
export function countOf({ citations, sections }: OutlineSection): number {
	return sections.reduce((sum, section) => sum + countOf(section), citations.length);
}

/** All that is wrong in a section, its citations and subsections included. */
export function problemsOf({ citations, sections, problems }: OutlineSection): readonly Problem[] {
	return [...problems, ...citations.flatMap((cited) => cited.problems), ...sections.flatMap(problemsOf)];
}

/** Problems with one item of a citation, and all others with where they begin. */
function assign({ document, semantics }: ScannedDocument, problems: readonly Problem[]) {
	const ofItems = new Map<CiteItem, Problem[]>();
	const others: { at: number; problem: Problem }[] = [];
	const items = semantics.citations.flatMap((citation) => citation.items.map((item) => ({ citation, item })));
	for (const problem of problems) {
		const span = { start: document.offsetAt(problem.range.start), end: document.offsetAt(problem.range.end) };
		const exact = items.find(({ item }) => item.span.start === span.start && item.span.end === span.end);
		const near = items.find(({ citation, item }) => overlap(citation.span, span) && overlap(item.slot, span));
		const item = (exact ?? near)?.item;
		if (!item) others.push({ at: span.start, problem });
		else ofItems.set(item, [...(ofItems.get(item) ?? []), problem]);
	}
	return { ofItems, others };
}

function overlap(one: Span, other: Span): boolean {
	return touches(one, other.start) || touches(other, one.start);
}

function rangeOf({ document }: ScannedDocument, { start, end }: Span): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}
