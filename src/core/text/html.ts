/** The tags that publishers' metadata put into titles and abstracts: HTML's inline ones, JATS and MathML. */
const TAG =
	/<\/?(?:jats:|mml:)?(?:p|i|b|em|strong|sub|sup|sc|span|br|title|sec|italic|bold|u|tt|math|m[a-z]{1,12}|inline-formula|tex-math)(?:\s[^<>]{0,300})?\s?\/?>/gi;
const BLOCK = /^<\/?(?:jats:)?(?:p|br|title|sec)\b/i;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|#\d{1,7}|#x[\da-f]{1,6});/gi;

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
};

/** Text without HTML, JATS or MathML tags and with entities decoded; `<` and `&` that are neither stay. */
export function htmlToText(text: string): string {
	const bare = text.includes('<') ? text.replace(TAG, (tag) => (BLOCK.test(tag) ? ' ' : '')) : text;
	if (!bare.includes('&')) return bare;
	return bare.replace(ENTITY, (whole, name: string) => {
		if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
