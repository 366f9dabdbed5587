import type { Range } from 'vscode-languageserver-types';
import type { Paper } from '../model/paper.ts';
import type { Severity } from '../model/problem.ts';

/** How a report is wanted. */
export interface ReportWish {
	/** A file as a reader should see it. */
	show(uri: string): string;
	/** The date, in words. */
	readonly made: string;
	/** Told what comes next, as it takes a while. */
	progress(how: { readonly step: 'documents' | 'sections'; readonly done: number; readonly of: number }): void;
}

/** What a page about a document shows. Files are named as a reader should see them. */
export interface ReportData {
	/** Of the document; its file name where it has none. */
	readonly title: string;
	readonly root: string;
	/** When the page was made, in words. */
	readonly made: string;
	readonly files: number;
	/** What could not be resolved, in words. */
	readonly open: readonly string[];
	readonly problems: readonly ReportedProblem[];
	/** In order of the document. */
	readonly sections: readonly ReportedSection[];
	/** Every paper that is cited. */
	readonly papers: readonly CitedPaper[];
}

export interface ReportedProblem {
	readonly file: string;
	/** From one on. */
	readonly line: number;
	/** The same for programs. */
	readonly at: { readonly uri: string; readonly range: Range };
	readonly rule: string;
	readonly severity: Severity;
	readonly message: string;
	/** The text around it, as it is written: in front, what is marked, and behind. */
	readonly text: readonly [string, string, string];
}

export interface ReportedSection {
	/** Empty for what stands in front of the first heading. */
	readonly title: string;
	/** 0 is the outermost. */
	readonly depth: number;
	/** Keys that it cites itself, repetitions counted. */
	readonly citations: number;
	/** Distinct keys. */
	readonly keys: number;
	readonly problems: number;
	/** Papers that fit it and that the document does not cite, best first. */
	readonly missing: readonly Paper[];
}

export interface CitedPaper {
	readonly paper: Paper;
	/** How often. */
	readonly times: number;
	/** Titles of the sections that cite it. */
	readonly sections: readonly string[];
}
