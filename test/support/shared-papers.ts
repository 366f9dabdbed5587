/** A paper of the shared data. */
export interface SharedPaper {
	readonly key: string;
	readonly title: string;
	readonly authors: readonly string[];
	readonly year: number;
	readonly venue?: string;
	readonly abstract?: string;
}

const escaped = (text: string) => text.replace(/[\\{}]/g, '').replace(/[&%#_$]/g, '\\$&');

/** A line of JSON as an entry of BibTeX. */
export function bibtexOf(line: string): string {
	const { key, title, authors, year, venue, abstract } = JSON.parse(line) as SharedPaper;
	const fields = [
		['title', `{${escaped(title)}}`],
		['author', `{${authors.map(escaped).join(' and ')}}`],
		['booktitle', `{${escaped(venue ?? '')}}`],
		['year', `{${year}}`],
		...(abstract ? [['abstract', `{${escaped(abstract)}}`]] : []),
	];
	return `@inproceedings{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n\n`;
}
