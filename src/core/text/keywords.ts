/** Keywords in one text, parted by commas; by semicolons where a comma is part of one. */
export function joinKeywords(text: string): string {
	if (!text.includes(';')) return text;
	const words = text
		.split(';')
		.map((word) => word.trim())
		.filter((word) => word !== '');
	return words.join(words.some((word) => word.includes(',')) ? '; ' : ', ');
}
