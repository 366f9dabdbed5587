/**
 * Small documents and the keys that LaTeX wrote to the `.aux` file when it was run on them once. The values were recorded
 * from LaTeX 2022-11-01 (TeX Live 2022) and biblatex 3.18b.
 */
export interface Family {
	readonly name: string;
	/** What the preamble of each of its documents begins with. */
	readonly before: string;
	readonly documents: readonly TexDocument[];
}

export interface TexDocument {
	/** More of the preamble. */
	readonly before?: string;
	/** The body, or the whole document where it has a class. */
	readonly text: string;
	/** Files beside it. */
	readonly files?: Readonly<Record<string, string>>;
	/** What LaTeX cites, sorted. */
	readonly keys: string;
	/** What is found here where that differs, and the reason. */
	readonly ours?: string;
	readonly because?: string;
}
