import { accents, symbols } from '../text/tex-symbols.ts';

// Formulas of titles and abstracts as a line of plain text: lists and cards have nothing that could set them.

/**
 * A formula between dollars, as Pandoc tells it from an amount of money: no blank inside at its ends, no digit behind.
 * @see https://pandoc.org/MANUAL.html#extension-tex_math_dollars
 */
const formula = /\$\$([^$]{1,600})\$\$|(?<![\\$])\$(?=[^\s$])([^$]{1,300})(?<=[^\s\\])\$(?![\d$])/g;

/** Groups in groups; what is deeper stays as it is. */
const mostDepth = 12;

const raised = pairs('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱTᵀ′′');
const lowered = pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ');
const blackboard = pairs('CℂE𝔼HℍNℕPℙQℚRℝZℤ');
const spaces = /^(?:[,;:> ]|quad|qquad)$/;
/** Commands that only change how their argument looks. */
const looks =
	/^(?:math(?:rm|bf|it|sf|tt|cal|scr|frak|normal|op|rel|bin|ord)|text(?:rm|bf|it|sf|tt|normal|sc)?|operatorname|boldsymbol|bm|mbox|hbox|emph|pmb|mathds)$/;
const silent = /^(?:left|right|big|Big|bigg|Bigg|bigl|bigr|Bigl|Bigr|limits|nolimits|displaystyle|textstyle|middle|!)$/;

function pairs(list: string): Map<string, string> {
	const letters = [...list];
	return new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1]!] as const] : [])));
}

/** A text with its formulas as one would write them without TeX: `$O(n^2)$` as O(n²). Other dollars stay. */
export function readableMath(text: string): string {
	if (!text.includes('$')) return text;
	return text.replace(formula, (whole, display: string | undefined, inline: string | undefined) => {
		const tex = display ?? inline ?? '';
		return isBalanced(tex) ? lineOf(tex).trim() : whole;
	});
}

/** Are all braces closed? What is cut off or was never a formula stays as it is. */
function isBalanced(tex: string): boolean {
	let depth = 0;
	for (const [brace] of tex.matchAll(/\\[\s\S]|[{}]/g)) {
		if (brace === '{') depth++;
		else if (brace === '}' && --depth < 0) return false;
	}
	return depth === 0;
}

function lineOf(tex: string): string {
	let at = 0;

	function until(end: string, depth: number): string {
		let line = '';
		while (at < tex.length && tex[at] !== end) line += atom(depth);
		at++;
		return line;
	}

	/** The next group, command or character. */
	function atom(depth: number): string {
		const character = String.fromCodePoint(tex.codePointAt(at) ?? 32);
		at += character.length;
		if (character === '{' && depth < mostDepth) return until('}', depth + 1);
		if (character === '\\') return command(depth);
		if (character === '^') return script(argument(depth), raised, '^');
		if (character === '_') return script(argument(depth), lowered, '_');
		if (character === '~') return ' ';
		return /[{}&]/.test(character) ? '' : character;
	}

	/** The argument of a command: blanks in front of it do not count. */
	function argument(depth: number): string {
		while (tex[at] === ' ') at++;
		return at < tex.length && depth < mostDepth ? atom(depth + 1) : '';
	}

	function command(depth: number): string {
		const name = /^(?:[a-zA-Z]+|[\s\S])/.exec(tex.slice(at, at + 40))?.[0] ?? '';
		at += name.length;
		if (name === 'frac' || name === 'tfrac' || name === 'dfrac')
			return `${grouped(argument(depth))}/${grouped(argument(depth))}`;
		if (name === 'sqrt') return `√${grouped(argument(depth))}`;
		if (name === 'mathbb') return Array.from(argument(depth), (letter) => blackboard.get(letter) ?? letter).join('');
		if (looks.test(name)) return argument(depth);
		if (silent.test(name)) return '';
		if (spaces.test(name)) return ' ';
		const accent = /^(?:hat|tilde|bar|breve|dot|ddot|check|acute|grave)$/.test(name) ? accents.get(name) : undefined;
		if (accent) return (argument(depth) + accent).normalize('NFC');
		// What has no character is a name: \log.
		return symbols.get(name) ?? name;
	}

	return until('', 0);
}

function script(text: string, letters: ReadonlyMap<string, string>, mark: string): string {
	const small = Array.from(text, (letter) => letters.get(letter));
	if (text !== '' && small.every((letter) => letter !== undefined)) return small.join('');
	return mark + grouped(text);
}

function grouped(text: string): string {
	return /^[\p{L}\p{M}\p{N}.]*$/u.test(text) || [...text].length === 1 ? text : `(${text})`;
}
