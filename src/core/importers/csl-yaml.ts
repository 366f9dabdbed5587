import { createLines } from '../text/lines.ts';
import { recordToPaper } from './records.ts';
import type { Importer, ImportInput, ImportResult } from './types.ts';
import { readYaml } from './yaml-entries.ts';

const LISTS = ['references', 'items'];
const LIST =
	/^(?:(?:references|items):[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*\r?\n){0,9}[ \t]*)?-[ \t]+["']?(?:id|type|title|author)["']?[ \t]*:/m;

/**
 * CSL in YAML, as Pandoc reads and writes it: a list, mostly under `references`.
 * @see https://pandoc.org/MANUAL.html#specifying-bibliographic-data
 */
export const cslYaml: Importer = {
	id: 'csl-yaml',
	name: 'CSL YAML',
	extensions: ['.yaml'],
	recognises: (head) => LIST.test(head),
	read,
};

function read(input: ImportInput): ImportResult {
	const { file, text, firstLine } = input;
	const lines = createLines(text, firstLine);
	const { entries, problems } = readYaml(input, LISTS);
	return {
		papers: entries.flatMap(({ value, span, spanOf }) => {
			const key = spanOf('id');
			const range = lines.rangeOf(span);
			const paper = recordToPaper(value, { file, range, ...(key && { keyRange: lines.rangeOf(key) }) });
			return paper ? [paper] : [];
		}),
		problems,
	};
}
