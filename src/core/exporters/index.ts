import { biblatex, bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import { jsonl } from './jsonl.ts';
import { ris } from './ris.ts';
import type { Exporter } from './types.ts';

/** All formats, in the order of the help. A new one is a file beside these and a line here. */
export const exporters: readonly Exporter[] = [bibtex, biblatex, cslJson, ris, jsonl];
