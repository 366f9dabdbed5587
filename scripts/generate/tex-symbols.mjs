import { readJson } from '../lib/project.mjs';

/**
 * The control words of TeX that stand for characters, as JSON: what the tables of the package unicode2latex have of
 * them. Left out: accents (they need their letter), the alphabets of mathematics (math is not decoded), and what has
 * no plain character.
 */
export function texSymbols() {
	/** @type {Record<string, string | { text?: string }>} */
	const table = readJson('node_modules/unicode2latex/dist/tables/latex2unicode.json');
	/** @type {Record<string, string>} */
	const symbols = {};
	for (const [tex, meaning] of Object.entries(table)) {
		const word = /^\\([a-zA-Z]+)$/.exec(tex)?.[1];
		const text = (typeof meaning === 'string' ? meaning : meaning.text)?.normalize('NFC');
		if (word && text && isPlain(text)) symbols[word] = text;
	}
	return JSON.stringify(symbols);
}

/** Neither combining, private, invisible, nor one of mathematics' own letters. @param {string} text */
function isPlain(text) {
	return !/[\p{M}\p{Co}\p{Cn}\p{Cf}\u{1d400}-\u{1d7ff}]/u.test(text);
}
