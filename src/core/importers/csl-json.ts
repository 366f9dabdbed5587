import { isOneValue, listNames, readJson } from './json.ts';
import type { Importer } from './types.ts';

const LIST = /^\s*\[\s*(?:\{|\]|$)/;
const LIST_PROPERTY = new RegExp(`"(?:${listNames.lists.join('|')})"\\s{0,9}:\\s{0,9}\\[`);
const TITLE = /"title"\s{0,9}:/i;

/**
 * JSON with a list of papers: CSL-JSON (an array, or an object with `items` or `references`) and lists of the simple
 * shapes that JSON Lines have, too.
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
 */
export const cslJson: Importer = {
	id: 'csl-json',
	name: 'CSL-JSON',
	extensions: ['.json'],
	recognises: (head) => LIST.test(head) || (isOneObject(head) && (LIST_PROPERTY.test(head) || TITLE.test(head))),
	...readJson,
};

function isOneObject(head: string): boolean {
	return head.trimStart().startsWith('{') && isOneValue(head);
}
