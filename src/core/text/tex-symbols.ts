import table from './tex-symbols.json' with { type: 'json' };

// What TeX's control sequences mean in Unicode. The symbols are those of the package unicode2latex, which
// `npm run generate` reduces to what text needs; accents and spaces take a decoder's care and stand here.

/** Accents: the combining character that goes on the letter. */
export const accents: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['=', '\u0304'],
	['.', '\u0307'],
	['"', '\u0308'],
	['u', '\u0306'],
	['r', '\u030a'],
	['H', '\u030b'],
	['v', '\u030c'],
	['d', '\u0323'],
	['c', '\u0327'],
	['k', '\u0328'],
	['b', '\u0331'],
	['t', '\u0361'],
	['G', '\u030f'],
	['U', '\u030e'],
	['h', '\u0309'],
	['textcommabelow', '\u0326'],
	['cftil', '\u0303'],
	['grave', '\u0300'],
	['acute', '\u0301'],
	['hat', '\u0302'],
	['tilde', '\u0303'],
	['bar', '\u0304'],
	['breve', '\u0306'],
	['dot', '\u0307'],
	['ddot', '\u0308'],
	['mathring', '\u030a'],
	['check', '\u030c'],
]);

/** An accent on nothing, e.g. `\^{}`, as the character itself. */
export const spacing: ReadonlyMap<string, string> = new Map([
	['`', '`'],
	["'", '´'],
	['^', '^'],
	['~', '~'],
	['=', '¯'],
	['.', '˙'],
	['"', '¨'],
	['u', '˘'],
	['v', 'ˇ'],
	['c', '¸'],
]);

/** What the table lacks, or has in a form that nobody types or searches for. */
const preferred =
	"SS ẞ textgamma γ textquotesingle ' glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » guillemetleft « guillemetright » hyphen - degree ° lq ‘ rq ’ emptyset ∅ triangle △ epsilon ε mu μ phi φ quotedblbase „ textperiodcentered · slash / textasciigrave ` textvisiblespace ␣ cdot · bullet • ast * nabla ∇ perp ⊥ hbar ℏ textlangle ⟨ textrangle ⟩ TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX";

/** Control words that stand for characters. */
export const symbols: ReadonlyMap<string, string> = new Map([
	...Object.entries(table),
	...pairs(preferred),
	['quad', ' '],
	['qquad', ' '],
	['space', ' '],
	['nobreakspace', ' '],
	['enspace', ' '],
	['thinspace', ' '],
	['par', '\n\n'],
	['newline', ' '],
	['linebreak', ' '],
]);

/** Control symbols other than accents. What isn't here stands for itself, as `\&` does. */
export const controlSymbols: ReadonlyMap<string, string> = new Map([
	[' ', ' '],
	['\n', ' '],
	['\t', ' '],
	['\\', ' '],
	[',', ' '],
	[';', ' '],
	[':', ' '],
	['>', ' '],
	['!', ''],
	['-', ''],
	['/', ''],
	['@', ''],
]);

/** Control words whose first argument is no text. */
export const silent: ReadonlySet<string> = new Set([
	'begin',
	'end',
	'label',
	'vspace',
	'hspace',
	'vskip',
	'hskip',
	'color',
	'textcolor',
	'href',
	'fontsize',
	'foreignlanguage',
	'selectlanguage',
	'phantom',
	'vphantom',
	'hphantom',
	'noopsort',
	'sortnoop',
]);

/** Commands that put quotation marks around their argument. */
export const quotes: ReadonlySet<string> = new Set(['enquote', 'mkbibquote']);

/** Commands whose argument is an address or path, not TeX. */
export const addresses: ReadonlySet<string> = new Set(['url', 'nolinkurl', 'path']);

/** What a list names in turn: a name, what it stands for, and so on. */
export function pairs(list: string): readonly (readonly [string, string])[] {
	const parts = list.split(' ');
	return parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1]!] as const] : []));
}
