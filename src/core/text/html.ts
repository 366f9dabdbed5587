/** The tags that publishers' metadata put into titles and abstracts: HTML's inline ones, JATS and MathML. */
const TAG =
	/<\/?(?:jats:|mml:)?(?:p|i|b|em|strong|sub|sup|sc|span|br|title|sec|italic|bold|u|tt|math|m[a-z]{1,12}|inline-formula|tex-math)(?:\s[^<>]{0,300})?\s?\/?>/gi;
const BLOCK = /^<\/?(?:jats:)?(?:p|br|title|sec)\b/i;
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,7});/gi;

/** Names of the characters 160 to 255, as HTML and the DTDs of old XML formats have them. */
const LATIN1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Characters by the names of their entities. */
export const entities: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['ndash', '–'],
	['mdash', '—'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['ldquo', '“'],
	['rdquo', '”'],
	['hellip', '…'],
	...LATIN1.split(' ').map((name, at) => [name, name === 'nbsp' ? ' ' : String.fromCharCode(160 + at)] as const),
]);

/** Text without HTML, JATS or MathML tags and with entities decoded; `<` and `&` that are neither stay. */
export function htmlToText(text: string): string {
	const bare = text.includes('<') ? text.replace(TAG, (tag) => (BLOCK.test(tag) ? ' ' : '')) : text;
	if (!bare.includes('&')) return bare;
	return bare.replace(ENTITY, (whole, name: string) => {
		if (!name.startsWith('#')) return entities.get(name) ?? entities.get(name.toLowerCase()) ?? whole;
		const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}
