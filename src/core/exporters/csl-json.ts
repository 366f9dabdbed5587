import type { Paper } from '../model/paper.ts';
import { escapeMarkup } from './markup.ts';
import type { Exporter } from './types.ts';

/**
 * CSL-JSON, one item a line. What CSL has no name for stands in `custom`.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export const cslJson: Exporter = {
	id: 'csl-json',
	name: 'CSL-JSON',
	*write(papers) {
		yield '[';
		for (const [index, paper] of papers.entries()) yield `${index > 0 ? ',' : ''}\n${JSON.stringify(itemOf(paper))}`;
		yield '\n]\n';
	},
};

/** A paper as an item of CSL-JSON. */
export function itemOf({ provenance: _, fields, arxiv, acl, aliases, ...paper }: Paper) {
	const custom = {
		...fields,
		...(arxiv !== undefined && { arxiv }),
		...(acl !== undefined && { acl }),
		...(aliases !== undefined && { aliases }),
	};
	return { ...withMarkup(paper), ...(Object.keys(custom).length > 0 && { custom }) };
}

/** A paper in whose prose nothing is taken for markup. */
export function withMarkup<T extends Pick<Paper, 'title' | 'container-title' | 'abstract'>>(paper: T): T {
	const { title, 'container-title': container, abstract } = paper;
	return {
		...paper,
		title: escapeMarkup(title),
		...(container !== undefined && { 'container-title': escapeMarkup(container) }),
		...(abstract !== undefined && { abstract: escapeMarkup(abstract) }),
	};
}
