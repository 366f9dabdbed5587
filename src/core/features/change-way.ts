import { citeCommand } from '../languages/cite-commands.ts';
import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Change } from '../project/new-citation.ts';
import { markedKey, sampleOf, type WayToCite, waysToCite, writeCitation } from '../project/ways-to-cite.ts';
import { readsAs } from '../render/reads-as.ts';
import { rangeOf } from './bibliography-text.ts';
import { type CiteParts, partsOf } from './cite-parts.ts';
import type { DocumentScope } from './scope.ts';

/** Another way in which a citation can be written. */
export interface OtherWay extends WayToCite {
	/** The citation as it would stand in the text. */
	readonly written: string;
	/** How it would read in a style of authors and years: “Smith et al. (2019)”. Empty where nobody can say. */
	readonly reads: string;
	readonly edits: readonly FileEdit[];
}

/** The other ways in which a citation can be written with all that it says, most used first. */
export function otherWays(
	view: DocumentScope,
	citation: Citation,
	papers: readonly (Paper | undefined)[],
): readonly OtherWay[] {
	const own = sampleOf(view, citation);
	const text = view.document.getText();
	const parts = partsOf(text, citation);
	if (!own || !parts || citation.silent || citation.inDefinition) return [];
	return waysToCite(view).flatMap((way) => {
		const change = way.sample === own ? undefined : changed(view, citation, parts, own, way.sample);
		if (!change) return [];
		const { start, end, newText } = change;
		const edits = [{ file: view.document.uri, range: rangeOf(view.document, { start, end }), newText }];
		return [{ ...way, written: newText, reads: readsAs(way, papers), edits }];
	});
}

function changed(
	view: DocumentScope,
	citation: Citation,
	parts: CiteParts,
	from: string,
	to: string,
): Change | undefined {
	const { span, command } = citation;
	const { language } = view;
	const whole = (newText: string, end = span.end) => ({ start: span.start, end, newText });
	const text = view.document.getText().slice(span.start, span.end);
	if (from.startsWith('\\') && to.startsWith('\\')) {
		const name = to.slice(1, to.indexOf('{'));
		const isSame = citeCommand(name)?.shape === citeCommand(command)?.shape;
		return isSame ? whole(`\\${name}${text.slice(1 + command.length)}`) : undefined;
	}
	if (language.id === 'org' && citation.form === 'bracketed' && to.startsWith('[cite'))
		return whole(to.slice(0, to.indexOf('@')) + text.slice(from.indexOf('@')));
	if (language.id === 'markdown' && citation.form === 'bracketed' && to === '@key')
		return inProse(view, citation, parts);
	if (language.id === 'markdown' && citation.form === 'narrative' && to.startsWith('['))
		return inBrackets(view, citation);
	if (language.id === 'typst') return typst(text, citation, to, whole);
	const isOnlyKeys = parts.isPlain && parts.bodies.every(({ after }) => /^\}?$/.test(after));
	return isOnlyKeys ? whole(writeCitation(language, keysOf(citation), to)) : undefined;
}

const keysOf = ({ items }: Citation) => items.map(({ key }) => key);

/** `[@a, p. 3; @b]` as `@a [p. 3], @b`; not where words stand in front of a key, or its authors are left out. */
function inProse({ language }: DocumentScope, { span }: Citation, { bodies }: CiteParts): Change | undefined {
	if (bodies.some(({ before }) => !/^@\{?$/.test(before))) return undefined;
	const written = bodies.map(({ key, after }) => {
		const pages = after.replace(/^\}/, '').replace(/^\s*,?\s*/, '');
		return markedKey(language, key) + (pages && ` [${pages}]`);
	});
	return { ...span, newText: written.join(', ') };
}

/** `@a [p. 3]` as `[@a, p. 3]`. */
function inBrackets({ document, language }: DocumentScope, { span, items }: Citation): Change | undefined {
	const text = document.getText();
	if (text.charAt(span.start) !== '@') return undefined;
	const [pages, words] = /^ ?\[([^\][@^]{1,200})\](?![([:])/.exec(text.slice(span.end, span.end + 210)) ?? [''];
	const key = markedKey(language, items[0]!.key);
	return { start: span.start, end: span.end + pages.length, newText: `[${key}${words ? `, ${words}` : ''}]` };
}

/** `@a[p. 3]` as `#cite(<a>, supplement: [p. 3], form: "prose")`; back only without a supplement. */
function typst(
	text: string,
	{ form, items }: Citation,
	to: string,
	whole: (newText: string) => Change,
): Change | undefined {
	const { key } = items[0]!;
	if (form === 'narrative') {
		const supplement = text.slice(1 + key.length);
		return whole(to.replace('<key>', () => `<${key}>${supplement && `, supplement: ${supplement}`}`));
	}
	const bare = /^#cite\(\s*<([^<>]*)>\s*(?:,\s*form:\s*"[a-z]*"\s*)?\)$/.exec(text);
	if (!bare || items.length > 1) return undefined;
	return whole(to.replace(/<key>|(?<=^@)key$/, (found) => (found === 'key' ? key : `<${key}>`)));
}
