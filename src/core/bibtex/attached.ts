/** A file that an entry names in its field `file`. */
export interface Attached {
	/** As paths are written outside of BibTeX. */
	readonly path: string;
	/** Where it stands in the value, as it is written there. */
	readonly start: number;
	readonly end: number;
}

/** The files in a field `file`: `paper.pdf`, and as JabRef, Mendeley and Zotero write it: `description:path:type`, parted by semicolons. */
export function attachedFiles(value: string): readonly Attached[] {
	const found: Attached[] = [];
	let start = 0;
	for (const part of value.split(/(?<!\\);/)) {
		const path = pathIn(part);
		const offset = path ? part.indexOf(path) : -1;
		if (path && offset >= 0) {
			found.push({ path: unescaped(path), start: start + offset, end: start + offset + path.length });
		}
		start += part.length + 1;
	}
	return found;
}

const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Mendeley's backslash, as TeX's mathematics has it. */
const backslash = '$\\backslash$';

/**
 * A path as JabRef, Better BibTeX and Mendeley escape it, on Windows `C\:\\papers\\a.pdf` or `C$\backslash$:\papers\a.pdf`;
 * one that begins with two backslashes only, and has single ones further on, is not escaped.
 */
function unescaped(path: string): string {
	const plain = path.replaceAll(`${backslash}:`, ':').replaceAll(backslash, '\\').replaceAll('{\\_}', '_');
	const isShare = /^\\\\[^\\]+\\[^\\]/.test(plain);
	return plain.replace(isShare ? /\\([:;_])/g : /\\([:;_\\])/g, '$1');
}

/** The path of an attached file, as written. */
function pathIn(part: string): string | undefined {
	const trimmed = part.trim();
	const isDrive = /^[a-z](?:\\|\$\\backslash\$)?:[\\/]/i.test(trimmed);
	const fields = isDrive ? [] : trimmed.split(/(?<!\\|\$\\backslash\$|:[a-z](?=:[\\/])):/i);
	const path = fields.length === 3 ? fields[1]! : trimmed;
	return path && !isAddress.test(path) && /\.[a-z0-9]{1,6}$/i.test(path) ? path : undefined;
}
