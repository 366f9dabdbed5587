import type { Paper } from '../model/paper.ts';

/** Where a paper can be read. */
export interface Address {
	/** What is there: `DOI`, `arXiv`, `PDF`, … */
	readonly name: string;
	/** http or https, and without anything that could end a link or an attribute. */
	readonly address: string;
}

/** Where a paper can be read, the best place first; what is no safe address is left out. */
export function addressesOf({ DOI, URL, arxiv, acl }: Paper): readonly Address[] {
	const all = [
		DOI && { name: 'DOI', address: `https://doi.org/${DOI.replace(/[<>[\]"'`\\%]/g, encodeURIComponent)}` },
		arxiv && { name: 'arXiv', address: `https://arxiv.org/abs/${arxiv}` },
		arxiv && { name: 'PDF', address: `https://arxiv.org/pdf/${arxiv}` },
		acl && { name: 'ACL Anthology', address: `https://aclanthology.org/${acl}` },
		URL && { name: 'Web page', address: URL },
	];
	return all.flatMap((one) => (one && /^https?:\/\/[^\s<>[\]"'`\\]+$/i.test(one.address) ? [one] : []));
}
