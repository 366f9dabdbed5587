import { withMarkup } from './csl-json.ts';
import type { Exporter } from './types.ts';

/**
 * JSON Lines, one paper each, in the names of CSL-JSON and with what CSL has no name for under `fields`.
 * @see https://jsonlines.org
 */
export const jsonl: Exporter = {
	id: 'jsonl',
	name: 'JSON Lines',
	*write(papers) {
		for (const { provenance: _, ...paper } of papers) yield `${JSON.stringify(withMarkup(paper))}\n`;
	},
};
