/** A paper on the map. */
export interface MappedPaper {
	readonly key: string;
	/** In which of the map's sources it is. */
	readonly source: number;
	readonly title: string;
	/** `Smith et al.`; empty without authors. */
	readonly authors: string;
	/** 0 where it is not known. */
	readonly year: number;
	/** Both from 0 to 1. */
	readonly x: number;
	readonly y: number;
	/** Which of the topics it is of; -1 where too few are like it. */
	readonly topic: number;
}

/** Papers that lie together. */
export interface Topic {
	/** What their titles have and those of others have not, most distinctive first; none of a topic of few papers. */
	readonly words: readonly string[];
	readonly papers: number;
	/** Its middle. */
	readonly x: number;
	readonly y: number;
}

/** The papers of a corpus in the plane: those with like titles and abstracts lie together. */
export interface TopicMap {
	/** Files (URIs) that papers come from. */
	readonly sources: readonly string[];
	readonly papers: readonly MappedPaper[];
	readonly topics: readonly Topic[];
	/** The same for maps that were laid out at once: what both have lies at the same place. */
	readonly layout: string;
	/** How many distinct papers there are; the map has as many, or an even choice of them. */
	readonly total: number;
}
