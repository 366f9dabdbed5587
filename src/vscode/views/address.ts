import type { Paper } from '../../core/model/paper.ts';

/** Where a paper can be read; only what a browser opens. */
export function addressOf({ DOI, arxiv, URL: url }: Paper): string | undefined {
	if (DOI) return `https://doi.org/${encodeURI(DOI)}`;
	if (arxiv) return `https://arxiv.org/abs/${encodeURI(arxiv)}`;
	return url && /^https?:\/\//i.test(url) ? url : undefined;
}
