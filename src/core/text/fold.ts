// Letters that Unicode does not decompose although people type them without the stroke, hook or ligature.
const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
	ħ: 'h',
	ŋ: 'n',
	ŧ: 't',
	ə: 'e',
};
const undecomposed = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
const nonAscii = /[^\x00-\x7f]/;

/** True where every character is ASCII. */
export function isAscii(text: string): boolean {
	return !nonAscii.test(text);
}

/** Text as it is compared and searched: lower case, without accents (`Müller` → `muller`, `Łukasz` → `lukasz`). */
export function fold(text: string): string {
	if (isAscii(text)) return text.toLowerCase();
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]+/g, '')
		.normalize('NFC')
		.replace(undecomposed, (letter) => letters[letter]!);
}
