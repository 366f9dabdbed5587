import * as l10n from '@vscode/l10n';
import { attachedFiles } from '../bibtex/attached.ts';
import type { Paper } from '../model/paper.ts';
import { shown } from '../text/shown.ts';
import { baseName, folderOf, resolvePath } from '../util/paths.ts';

/** Where a paper can be read. */
export interface Address {
	/** What is there: `DOI`, `arXiv`, `PDF`, …, or the name of a file. */
	readonly name: string;
	/** A URI, without anything that could end a link or an attribute. */
	readonly address: string;
}

/** Characters of a file's name. */
const nameLimit = 60;

/** The files on disk that a paper has with it, as its source names them. */
export function filesOf({ fields, provenance: [first] }: Paper): readonly Address[] {
	const files = first ? attachedFiles(fields?.file ?? '') : [];
	return files.map(({ path }) => {
		const address = resolvePath(folderOf(first!.file), path);
		return { name: shown(baseName(address), nameLimit), address };
	});
}

/** Where a paper can be read on the web, the best place first; what is no safe address is left out. */
export function addressesOf({ DOI, URL, arxiv, acl }: Paper): readonly Address[] {
	const all = [
		DOI && { name: 'DOI', address: `https://doi.org/${DOI.replace(/[<>[\]"'`\\%]/g, encodeURIComponent)}` },
		arxiv && { name: 'arXiv', address: `https://arxiv.org/abs/${arxiv}` },
		arxiv && { name: 'PDF', address: `https://arxiv.org/pdf/${arxiv}` },
		acl && { name: 'ACL Anthology', address: `https://aclanthology.org/${acl}` },
		URL && { name: l10n.t('Web page'), address: URL },
	];
	return all.flatMap((one) => (one && /^https?:\/\/[^\s<>[\]"'`\\]+$/i.test(one.address) ? [one] : []));
}
