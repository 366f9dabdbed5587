import type { Citation } from '../model/citation.ts';
import type { FileEdit } from '../model/problem.ts';
import { roleOf, sampleOf } from '../project/ways-to-cite.ts';
import { rangeOf } from './bibliography-text.ts';
import { type CiteParts, partsOf } from './cite-parts.ts';
import type { DocumentScope } from './scope.ts';

/** A run of citations that one could say, and the edit that makes one of them. */
export interface Merger {
	readonly citations: readonly Citation[];
	readonly edit: FileEdit;
	/** Nothing but space stands between them. Where a comma does, a person decides whether it lists them or other things. */
	readonly isSure: boolean;
}

const space = /^[ \t~]*(?:\r?\n)?[ \t~]*$/;
const comma = /^[ \t~]*[,;][ \t~]*(?:\r?\n)?[ \t~]*$/;

/**
 * The runs of neighbouring citations of a document that can become one: all of one command, without notes that would come
 * to stand elsewhere. Those that are a part of their sentence (`\citet`) and Typst's, which Typst joins by itself, stay.
 */
export function mergers(view: DocumentScope): readonly Merger[] {
	const { document, semantics, language } = view;
	if (language.id === 'typst') return [];
	const text = document.getText();
	const found: Merger[] = [];
	let run: { readonly citation: Citation; readonly parts: CiteParts }[] = [];
	let isSure = true;
	const finish = () => {
		if (run.length > 1) found.push({ ...merged(view, run), isSure });
		run = [];
		isSure = true;
	};
	for (const citation of semantics.citations) {
		const sample = sampleOf(view, citation);
		const parts = sample && !citation.inDefinition ? partsOf(text, citation) : undefined;
		if (!parts?.isPlain || roleOf(sample!, language) !== 'behind') {
			finish();
			continue;
		}
		const last = run.at(-1);
		const between = last && text.slice(last.citation.span.end, citation.span.start);
		const isSpace = between !== undefined && space.test(between);
		if (last && (last.parts.opening !== parts.opening || !(isSpace || comma.test(between!)))) finish();
		if (run.length > 0) isSure &&= isSpace;
		run.push({ citation, parts });
	}
	finish();
	return found;
}

function merged(
	{ document, language }: DocumentScope,
	run: readonly { readonly citation: Citation; readonly parts: CiteParts }[],
): Omit<Merger, 'isSure'> {
	const text = document.getText();
	const [{ citation: first, parts }, last] = [run[0]!, run.at(-1)!];
	const bodies = new Set(run.flatMap((one) => one.parts.bodies.map((body) => body.text)));
	const separators = run.flatMap(({ parts: { bodies: own } }) =>
		own.slice(1).map(({ span }, index) => text.slice(own[index]!.span.end, span.start)),
	);
	const used = separators.find((one) => /^[ \t]*[,;][ \t]*$/.test(one));
	const newText = parts.opening + [...bodies].join(used ?? usualSeparator(language.id, first, parts)) + parts.closing;
	const span = { start: first.span.start, end: last.citation.span.end };
	return {
		citations: run.map(({ citation }) => citation),
		edit: { file: document.uri, range: rangeOf(document, span), newText },
	};
}

function usualSeparator(language: string, { form }: Citation, { bodies }: CiteParts): string {
	if (bodies[0]!.before === '&') return ';';
	if (form === 'bracketed') return language === 'org' ? ';' : '; ';
	return language === 'latex' ? ', ' : ',';
}
