import assert from 'node:assert/strict';
import { fieldToText } from '../../../src/core/text/tex.ts';

// What fields of bibliographies hold, and what TeX prints for it. One case a line: TeX, an arrow, text.
const groups: Readonly<Record<string, string>> = {
	'accents with and without braces': String.raw`
		\'a → á
		\'{a} → á
		{\'a} → á
		{\'{a}} → á
		\' a → á
		\'{ a} → á
		\'A → Á
		\'{E}cole → École
		\`e → è
		\`{e} → è
		\^o → ô
		\^{O} → Ô
		\"u → ü
		{\"U}ber → Über
		\"{\i} → ï
		\"\i → ï
		na{\"\i}ve → naïve
		na\"{\i}ve → naïve
		na\"ive → naïve
		\'{\i} → í
		\'\i{} → í
		\^{\i}le → île
		\v{\j} → ǰ
		\^\j → ĵ
		\~n → ñ
		\~{N} → Ñ
		Espa{\~n}a → España
		\=a → ā
		\={\i} → ī
		\.z → ż
		\.{I}stanbul → İstanbul
		\u{g} → ğ
		\u g → ğ
		{\u g} → ğ
		\u\i → ĭ
		\v{s} → š
		\v s → š
		{\v{C}}apek → Čapek
		\H{o} → ő
		\H o → ő
		Erd{\H{o}}s → Erdős
		\c{c} → ç
		\c c → ç
		{\c{C}} → Ç
		\k{a} → ą
		\k e → ę
		\r{u} → ů
		\r a → å
		\d{t} → ṭ
		\b{b} → ḇ
		\t{oo} → o͡o
		\'{} → ´
		a\"{}b → a¨b
		caf\'e au lait → café au lait
		\'etude → étude
		Ha\v cek → Haček
		\textcommabelow{s} → ș`,
	'letters of their own': String.raw`
		\ss → ß
		stra{\ss}e → straße
		Stra\ss e → Straße
		Stra\ss{}e → Straße
		\o re → øre
		\O{}rsted → Ørsted
		{\O}stergaard → Østergaard
		\l{}ukasz → łukasz
		{\L}{\'o}d{\'z} → Łódź
		\aa{}ngstrom → ångstrom
		\AA rhus → Århus
		\ae{}on → æon
		\AE{}sir → Æsir
		\oe uvre → œuvre
		\OE{}uvre → Œuvre
		\i → ı
		\j → ȷ
		\dh → ð
		\DH → Ð
		\th → þ
		\TH{}or → Þor
		\dj → đ
		\DJ{}or{\dj}e → Đorđe
		\ng → ŋ
		\NG → Ŋ
		\SS → ẞ`,
	Polish: String.raw`
		Wa{\l}{\k e}sa → Wałęsa
		{\'S}wi{\k{a}}tek → Świątek
		\.Zelazny → Żelazny
		Ko{\'s}ciuszko → Kościuszko
		\'Cwik → Ćwik
		G\'orski → Górski
		Ba\'nski → Bański`,
	'Czech, Slovak, Croatian': String.raw`
		Dvo{\v r}{\'a}k → Dvořák
		Ji\v{r}\'{\i} → Jiří
		\v Sm\'id → Šmíd
		K\r{u}rka → Kůrka
		{\v D}ur{\v{c}}o → Ďurčo
		{\v{L}}ubom{\'\i}r → Ľubomír
		Mi{\'c}i{\'c} → Mićić
		\v{Z}i\v{z}ek → Žižek
		\'{\L} → Ł́`,
	'Turkish, Romanian, Hungarian': String.raw`
		{\c{S}}ahin → Şahin
		\c Sahin → Şahin
		Do{\u{g}}an → Doğan
		G{\"u}ne{\c s} → Güneş
		Y{\i}lmaz → Yılmaz
		\.Ilker → İlker
		Ce{\c{t}} → Ceţ
		\u{A}rm\u{a}\c sescu → Ărmăşescu
		L{\'a}szl{\'o} → László
		S{\H u}r{\H{u}} → Sűrű`,
	Vietnamese: String.raw`
		Nguy{\~{\^e}}n → Nguyễn
		Nguy\~{\^e}n → Nguyễn
		{\~{\^{E}}} → Ễ
		Tr{\`{\^a}}n → Trần
		Ph{\d{a}}m → Phạm
		Ho{\`a}ng → Hoàng
		L\^e → Lê
		V\~{o} → Võ
		\h{a} → ả
		{\DJ}{\d{\u{a}}}ng → Đặng`,
	'Scandinavian, Baltic, Icelandic': String.raw`
		S{\o}ren → Søren
		{\AA}sa → Åsa
		Bj\"ork → Björk
		Gu{\dh}mundur → Guðmundur
		{\TH}orsteinn → Þorsteinn
		B{\=e}rzi{\c n}{\v{s}} → Bērziņš
		{\v{Z}}emait{\.e} → Žemaitė
		{\=A}bols → Ābols
		Kri{\v s}j{\=a}nis → Krišjānis
		J{\~o}gi → Jõgi`,
	'French, Spanish, Portuguese, Catalan': String.raw`
		Fran{\c c}ois → François
		Fran\c{c}ois → François
		Ren\'ee → Renée
		Ca{\~n}{\'o}n → Cañón
		Jo{\~a}o → João
		Gon{\c{c}}alves → Gonçalves
		Sim\~oes → Simões
		{\textquestiondown}Qu{\'e}? → ¿Qué?
		Garc{\'\i}a → García
		Garc{\'{\i}}a → García
		No{\"e}l → Noël`,
	specials: String.raw`
		R\&D → R&D
		50\% → 50%
		a\_b → a_b
		C\# → C#
		\$5 → $5
		\{x\} → {x}
		a~b → a b
		Fig.~3 → Fig. 3
		a\ b → a b
		a\,b → a b
		x\@ifnext → xifnext
		\textbackslash → \
		\textasciitilde → ~
		\textasciicircum → ^
		\textunderscore → _
		\textbar → |
		\textless{}b\textgreater → <b>
		\slash → /
		hy\-phen\-ation → hyphenation
		Auf\/lage → Auflage
		\S 5 → §5
		\P → ¶
		\copyright{} 2020 → © 2020
		\textregistered → ®
		\texttrademark → ™
		\pounds{}5 → £5
		\texteuro{}5 → €5
		\euro{}5 → €5
		\textdegree → °
		\dag → †
		\ddag → ‡
		\dots → …
		a\ldots{} b → a… b
		\textellipsis → …
		\textbullet → •
		\textperiodcentered → ·`,
	'dashes and quotes': String.raw`
		1--2 → 1–2
		a---b → a—b
		a - b → a - b
		a-b → a-b
		\textendash → –
		\textemdash{}b → —b
		Wright--Fisher → Wright–Fisher`,
	'commands whose text stays': String.raw`
		\emph{very} → very
		\textit{E. coli} → E. coli
		\textbf{bold \emph{and} more} → bold and more
		{\em old} style → old style
		{\it E. coli} → E. coli
		{\bf b} → b
		\texttt{code} → code
		\textsc{Small} → Small
		{\sc Small} Caps → Small Caps
		\textrm{r} → r
		\textsf{r} → r
		\mbox{no break} → no break
		\underline{x} → x
		\uppercase{x} → x
		\enquote{quoted} → “quoted”
		\mkbibquote{q} → “q”
		\mkbibemph{e} → e
		\mkbibbold{e} → e
		\textnormal{n} → n
		\ensuremath{\alpha} → α
		\text{t} → t
		\foreignlanguage{german}{Haus} → Haus
		\textcolor{red}{warm} → warm
		\url{https://a.org/x_y%20z~w} → https://a.org/x_y%20z~w
		\href{https://a.org/}{a link} → a link
		\path{/a/b} → /a/b
		\protect\emph{x} → x
		\relax x → x
		{\relax Ch}arles → Charles
		\noopsort{1973b}1973 → 1973
		{\noopsort{a}}B → B
		\TeX{} and \LaTeX → TeX and LaTeX
		\LaTeXe{} → LaTeX2e
		a\\b → a b
		a\newline b → a b`,
	braces: String.raw`
		{BERT}: Pre-training → BERT: Pre-training
		{{A Title}} → A Title
		a{}b → ab
		{{{x}}} → x
		The {O}xford {E}nglish → The Oxford English
		{\textquoteleft}x{\textquoteright} → ‘x’
		\textquotedblleft{}x\textquotedblright → “x”
		\glqq x\grqq{} y → „x“ y
		{\guillemotleft}x{\guillemotright} → «x»`,
	'superscripts and subscripts': String.raw`
		n\textsuperscript{th} → nth
		1\textsuperscript{st} → 1st
		H\textsubscript{2}O → H₂O
		CO\textsubscript{2} → CO₂
		10\textsuperscript{6} → 10⁶
		x\textsuperscript{2} → x²
		10\textsuperscript{-3} → 10⁻³`,
	'mathematics stays': String.raw`
		$x^2$ → $x^2$
		$\alpha$-stable → $\alpha$-stable
		On $O(n \log n)$ sorting → On $O(n \log n)$ sorting
		a $\{x\}$ b → a $\{x\}$ b
		{$k$}-means → $k$-means
		$a--b$ → $a--b$
		$\mathcal{O}(n)$ → $\mathcal{O}(n)$
		cost \$5 and \$6 → cost $5 and $6
		\(x+y\) z → $x+y$ z
		US$ 5 → US$ 5`,
	'Greek and symbols outside of mathematics': String.raw`
		\alpha → α
		\beta-blocker → β-blocker
		\Omega → Ω
		\textmu m → µm
		\textalpha → α
		\infty → ∞
		\leq → ≤
		\geq 3 → ≥3
		\neq → ≠
		\times → ×
		\pm → ±
		\rightarrow → →
		\sim → ∼
		\approx → ≈`,
	'unknown commands keep what they are given': String.raw`
		\foo{kept} → kept
		\foo bar → bar
		\foo → 
		\mycommand{a}{b} → ab`,
	'white space': `
		a    b → a b
		  a → a`,
};

describe('TeX of real fields', () => {
	for (const [group, cases] of Object.entries(groups)) {
		it(group, () => {
			const wrong: string[] = [];
			for (const line of cases.split('\n')) {
				if (line.trim() === '') continue;
				const arrow = line.indexOf(' → ');
				const tex = line.slice(2, arrow);
				const text = line.slice(arrow + 3);
				const read = fieldToText(tex);
				if (read !== text.normalize('NFC')) wrong.push(`${tex} → ${read}, not ${text}`);
			}
			assert.deepEqual(wrong, []);
		});
	}

	it('reads quotation marks', () => {
		assert.equal(fieldToText("``double'' and it's"), '“double” and it’s'.replace('’', "'"));
		assert.equal(fieldToText("O'Neil's ``R'n'B''"), "O'Neil's “R'n'B”");
	});

	it('joins lines and tabs', () => {
		assert.equal(fieldToText('a\n\t b\r\nc'), 'a b c');
	});

	it('leaves what is Unicode already', () => {
		for (const text of ['Łukasz Świątek', '陈志华', 'Ελλάδα', 'a—b “c” d’e', 'naïve'])
			assert.equal(fieldToText(text), text);
	});
});
