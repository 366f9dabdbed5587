import { aclXml } from './acl-xml.ts';
import { arxivAtom } from './arxiv-atom.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { cslYaml } from './csl-yaml.ts';
import { csv } from './csv.ts';
import { dblp } from './dblp.ts';
import { endnoteXml } from './endnote-xml.ts';
import { enw } from './enw.ts';
import { hayagriva } from './hayagriva.ts';
import { jsonFormat } from './json.ts';
import { jsonl } from './jsonl.ts';
import { listing } from './listing.ts';
import { nbib } from './nbib.ts';
import { ris } from './ris.ts';
import { shapes } from './shapes/index.ts';
import type { Importer } from './types.ts';

/** All formats, surest to recognise first. */
export const importers: readonly Importer[] = [
	bibtex,
	jsonl,
	...shapes.map(jsonFormat),
	cslJson,
	cslYaml,
	hayagriva,
	nbib,
	ris,
	enw,
	aclXml,
	dblp,
	arxivAtom,
	endnoteXml,
	csv,
	listing,
];

/** Endings of the files that may hold papers, packed or not. */
export const sourceEndings: readonly string[] = [...new Set(importers.flatMap(({ extensions }) => extensions))].flatMap(
	(extension) => [extension, `${extension}.gz`],
);
