/**
 * What TeX's control sequences mean in Unicode. Names and meanings are those of plain TeX, LaTeX, textcomp, tipa's
 * accents and the Greek of math mode.
 * @see https://ctan.org/pkg/encguide, https://ctan.org/pkg/comprehensive
 */

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

const letters =
	'aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß SS ẞ i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ textschwa ə';

const greek =
	'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω textmu µ textalpha α textbeta β textgamma γ textdelta δ';

const punctuation =
	'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle \' textquotedbl " quotesinglbase ‚ quotedblbase „ glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » guillemotleft « guillemotright » guillemetleft « guillemetright » guilsinglleft ‹ guilsinglright › textexclamdown ¡ textquestiondown ¿ textellipsis … ldots … dots … textbullet • textperiodcentered · cdotp · hyphen - slash / textbackslash \\ backslash \\ textbar | textbardbl ‖ textless < textgreater > textasciitilde ~ textasciicircum ^ textasciigrave ` textunderscore _ textbraceleft { textbraceright } textdollar $ textasteriskcentered * textdagger † dag † textdaggerdbl ‡ ddag ‡ textsection § S § textparagraph ¶ P ¶ textcopyright © copyright © textregistered ® texttrademark ™ textdegree ° degree ° textordfeminine ª textordmasculine º textnumero № textsterling £ pounds £ texteuro € euro € textyen ¥ textcent ¢ textcurrency ¤ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textonehalf ½ textonequarter ¼ textthreequarters ¾ textvisiblespace ␣ checkmark ✓ textmusicalnote ♪ lbrace { rbrace } lbrack [ rbrack ] vert | Vert ‖ lq ‘ rq ’';

const math =
	'times × texttimes × div ÷ textdiv ÷ pm ± textpm ± mp ∓ cdot · circ ∘ bullet • ast * star ⋆ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ surd √ in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ textlnot ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ mid ∣ angle ∠ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ prime ′ to → rightarrow → textrightarrow → leftarrow ← textleftarrow ← uparrow ↑ textuparrow ↑ downarrow ↓ textdownarrow ↓ leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ langle ⟨ textlangle ⟨ rangle ⟩ textrangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ cdots ⋯ vdots ⋮ ddots ⋱ triangle △ dagger † ddagger ‡ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯';

const names = 'TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX';

/** Control words that stand for characters. */
export const symbols: ReadonlyMap<string, string> = new Map([
	...pairs(letters),
	...pairs(greek),
	...pairs(punctuation),
	...pairs(math),
	...pairs(names),
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
]);

function pairs(list: string): readonly (readonly [string, string])[] {
	const parts = list.split(' ');
	return parts.flatMap((name, at) => (at % 2 === 0 ? [[name, parts[at + 1]!] as const] : []));
}
