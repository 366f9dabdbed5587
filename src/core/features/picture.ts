import type { Range } from 'vscode-languageserver-types';
import { type Paper, yearOf } from '../model/paper.ts';
import type { Project } from '../project/types.ts';
import { authorsLabel, titleOf } from '../render/label.ts';
import { shown } from '../text/shown.ts';
import { type CitedKey, type OutlineSection, outlineOf } from './outline.ts';

/** A paper that a project cites. */
export interface PicturedPaper {
	readonly key: string;
	readonly title: string;
	/** `Smith et al.`; empty without authors. */
	readonly authors: string;
	/** 0 where it is not known. */
	readonly year: number;
	/** How often it is cited. */
	readonly times: number;
}

/** A section of a project that cites something itself. */
export interface PicturedSection {
	/** Empty for what stands in front of the first heading. */
	readonly title: string;
	/** 0 is the outermost. */
	readonly depth: number;
	readonly file: string;
	/** The heading. */
	readonly range: Range;
	/** Which of the papers it cites, ascending. */
	readonly papers: readonly number[];
	/** How often it cites, repetitions and unknown keys counted. */
	readonly citations: number;
}

/** Two papers that the same paragraphs cite. */
export interface CitedTogether {
	/** Which of the papers, the smaller number first. */
	readonly papers: readonly [number, number];
	readonly paragraphs: number;
}

/** What a project cites, as numbers to draw. */
export interface Picture {
	readonly root: string;
	/** In the order in which they are cited first. */
	readonly papers: readonly PicturedPaper[];
	/** In order of the document. */
	readonly sections: readonly PicturedSection[];
	/** Who is cited together (co-citation: Small 1973, doi:10.1002/asi.4630240406), within a paragraph; most often first. */
	readonly together: readonly CitedTogether[];
}

/** A paragraph that cites more papers is a list of them: it says of no two that they belong together. */
const mostOfParagraph = 30;
const mostPairs = 200;

/** @param papers What the keys of the project stand for. */
export function pictureOf(project: Project, papers: ReadonlyMap<string, Paper>): Picture {
	const { top } = outlineOf(project, new Map());
	const numbers = new Map<string, number>();
	const cited: { readonly paper: Paper; times: number }[] = [];
	const numberOf = (key: string) => {
		const paper = papers.get(key);
		if (!paper) return [];
		const number = numbers.get(paper.id) ?? cited.push({ paper, times: 0 }) - 1;
		numbers.set(paper.id, number);
		cited[number]!.times++;
		return [number];
	};
	const paragraphOf = paragraphsOf(project);
	const paragraphs = new Map<string, Set<number>>();
	const sections: PicturedSection[] = [];
	const visit = ({ title, file, range, citations, sections: inner }: OutlineSection, depth: number) => {
		const own = new Set<number>();
		for (const citation of citations) {
			for (const number of numberOf(citation.key)) {
				own.add(number);
				const name = paragraphOf(citation);
				paragraphs.set(name, (paragraphs.get(name) ?? new Set()).add(number));
			}
		}
		if (citations.length > 0) {
			const ascending = [...own].sort((a, b) => a - b);
			sections.push({
				title: shown(title),
				depth: Math.max(0, depth),
				file,
				range,
				papers: ascending,
				citations: citations.length,
			});
		}
		for (const section of inner) visit(section, depth + 1);
	};
	visit(top, -1);
	return {
		root: project.root,
		papers: cited.map(({ paper, times }) => ({
			key: paper.id,
			title: titleOf(paper),
			authors: authorsLabel(paper),
			year: yearOf(paper) ?? 0,
			times,
		})),
		sections,
		together: pairsOf(paragraphs.values()),
	};
}

/** Names the paragraph that a citation stands in: paragraphs are parted by empty lines. */
function paragraphsOf({ documents }: Project): (cited: CitedKey) => string {
	const breaks = new Map<string, readonly number[]>();
	for (const [file, { document }] of documents) {
		breaks.set(
			file,
			[...document.getText().matchAll(/\n[ \t\r]*\n/g)].map(({ index }) => index),
		);
	}
	return ({ file, range }) => {
		const offset = documents.get(file)?.document.offsetAt(range.start) ?? 0;
		const all = breaks.get(file) ?? [];
		let [low, high] = [0, all.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (all[middle]! < offset) low = middle + 1;
			else high = middle;
		}
		return `${low} ${file}`;
	};
}

function pairsOf(paragraphs: Iterable<ReadonlySet<number>>): readonly CitedTogether[] {
	const pairs = new Map<string, { readonly papers: readonly [number, number]; paragraphs: number }>();
	for (const cited of paragraphs) {
		if (cited.size > mostOfParagraph) continue;
		const ascending = [...cited].sort((a, b) => a - b);
		for (const [i, one] of ascending.entries()) {
			for (const other of ascending.slice(i + 1)) {
				const name = `${one} ${other}`;
				const pair = pairs.get(name);
				if (pair) pair.paragraphs++;
				else pairs.set(name, { papers: [one, other], paragraphs: 1 });
			}
		}
	}
	const order = ({ papers: [a, b] }: CitedTogether, { papers: [c, d] }: CitedTogether) => a - c || b - d;
	return [...pairs.values()].sort((a, b) => b.paragraphs - a.paragraphs || order(a, b)).slice(0, mostPairs);
}
