import type { Range } from 'vscode-languageserver-types';

/** A name as CSL-JSON has it; `literal` is a corporate author or a name that could not be split. */
export interface Name {
	readonly family?: string;
	readonly given?: string;
	readonly 'dropping-particle'?: string;
	readonly 'non-dropping-particle'?: string;
	readonly suffix?: string;
	readonly literal?: string;
}

/** A date as CSL-JSON has it: one `[year, month?, day?]`, or two for a range; `literal` keeps what is not a date. */
export interface CslDate {
	readonly 'date-parts'?: readonly (readonly number[])[];
	readonly literal?: string;
}

/** Where a paper came from: the file (a URI), and the lines and UTF-16 characters of its entry and of its key. */
export interface Provenance {
	readonly file: string;
	readonly range: Range;
	readonly keyRange?: Range;
}

/**
 * One bibliographic record in CSL-JSON's terms, with what CSL-JSON has no name for beside them.
 * Text fields are plain Unicode (TeX decoded, math left as `$…$`).
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export interface Paper {
	/** The citation key; empty while the source gives none and the corpus has not yet made one. */
	readonly id: string;
	/** CSL type, e.g. `article-journal`, `paper-conference`, `book`, `thesis`, `article`. */
	readonly type: string;
	readonly title: string;
	readonly author?: readonly Name[];
	readonly editor?: readonly Name[];
	readonly issued?: CslDate;
	readonly 'container-title'?: string;
	readonly 'collection-title'?: string;
	readonly publisher?: string;
	readonly 'publisher-place'?: string;
	readonly volume?: string;
	readonly issue?: string;
	readonly page?: string;
	readonly edition?: string;
	readonly DOI?: string;
	readonly URL?: string;
	readonly ISBN?: string;
	readonly ISSN?: string;
	readonly PMID?: string;
	readonly abstract?: string;
	readonly keyword?: string;
	readonly language?: string;
	readonly note?: string;
	/** arXiv id as written, with its version where it has one. */
	readonly arxiv?: string;
	/** ACL Anthology id. */
	readonly acl?: string;
	/** Other keys of the same entry (biblatex `ids`). */
	readonly aliases?: readonly string[];
	/** Fields that have no CSL name, as the source wrote them: unknown is kept, not lost. */
	readonly fields?: Readonly<Record<string, string>>;
	/** One element per source that holds this paper. */
	readonly provenance: readonly Provenance[];
}

/** The year a paper was issued, if known. */
export function yearOf(paper: Paper): number | undefined {
	return paper.issued?.['date-parts']?.[0]?.[0];
}

/** The name to sort and search by: the family name with its particle, or the literal name. */
export function familyOf(name: Name): string {
	const particle = name['non-dropping-particle'];
	if (name.family) return particle ? `${particle} ${name.family}` : name.family;
	return name.literal ?? name.given ?? '';
}
