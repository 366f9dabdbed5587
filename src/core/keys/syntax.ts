import * as l10n from '@vscode/l10n';
import { quoted } from '../text/phrases.ts';

/** A value in brackets behind a function or filter, by place or by name: `shorttitle(3, m=1)`. */
export interface Argument {
	readonly name?: string;
	readonly value: Value;
	readonly at: number;
}
export type Value = string | number | boolean;

/** A function or filter with its arguments. */
export interface Call {
	readonly name: string;
	readonly args: readonly Argument[];
	readonly at: number;
}

/** A text, a function or a group of alternatives, and what is made of it. */
export interface Term {
	readonly source: string | Call | Alternatives;
	readonly filters: readonly Call[];
}

/** Terms one after the other. */
export type Sequence = readonly Term[];
/** The first that gives something counts. */
export type Alternatives = readonly Sequence[];

/** What is wrong in a formula, and the character where it is, from 0. */
export class FormulaError extends Error {
	readonly at: number;
	constructor(message: string, at: number) {
		super(message);
		this.at = at;
	}
}

const DEEPEST = 20;
const TOKEN = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+)|([A-Za-z]\w*)|(\|\||[^\s]))/y;

interface Token {
	readonly kind: 'text' | 'number' | 'name' | 'sign' | 'end';
	readonly text: string;
	readonly at: number;
}

function tokensOf(formula: string): readonly Token[] {
	const tokens: Token[] = [];
	const end = formula.trimEnd().length;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < end) {
		const [whole, single, double, number, name, sign] = TOKEN.exec(formula)!;
		const at = TOKEN.lastIndex - whole.trimStart().length;
		const text = single ?? double;
		if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1'), at });
		else if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
		else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
		else if (sign === "'" || sign === '"') throw new FormulaError(l10n.t('this quotation mark is never closed'), at);
		else tokens.push({ kind: 'sign', text: sign!, at });
	}
	return [...tokens, { kind: 'end', text: '', at: end }];
}

/**
 * Reads a formula: functions, filters behind dots, texts in quotation marks, `+` between parts, `;` or `||` between
 * alternatives, brackets around groups.
 * @see https://retorque.re/zotero-better-bibtex/citing/ (the language of Better BibTeX, of which this is a part)
 * @throws FormulaError
 */
export function parseFormula(formula: string): Alternatives {
	const tokens = tokensOf(formula);
	let next = 0;
	const peek = () => tokens[next]!;
	const take = () => tokens[next++]!;
	const isSign = (...signs: readonly string[]) => peek().kind === 'sign' && signs.includes(peek().text);
	const fail = (wanted: string): never => {
		const { kind, text, at } = peek();
		const found = kind === 'end' ? l10n.t('the end') : quoted(text);
		throw new FormulaError(l10n.t('{0} is expected here, not {1}', wanted, found), at);
	};
	const expect = (sign: string) => (isSign(sign) ? take() : fail(quoted(sign)));

	function alternatives(depth: number): Alternatives {
		if (depth > DEEPEST) throw new FormulaError(l10n.t('the brackets are nested too deeply'), peek().at);
		const found = [sequence(depth)];
		while (isSign(';', '||')) {
			take();
			// One at the end adds nothing.
			if (peek().kind !== 'end') found.push(sequence(depth));
		}
		return found;
	}

	function sequence(depth: number): Sequence {
		const found = [term(depth)];
		while (isSign('+')) {
			take();
			found.push(term(depth));
		}
		return found;
	}

	function term(depth: number): Term {
		const source = start(depth);
		const filters: Call[] = [];
		while (isSign('.')) {
			take();
			filters.push(peek().kind === 'name' ? call() : fail(l10n.t('the name of a filter')));
		}
		return { source, filters };
	}

	function start(depth: number): Term['source'] {
		if (peek().kind === 'text') return take().text;
		if (peek().kind === 'name') return call();
		if (!isSign('(')) return fail(l10n.t('a function or a text in quotation marks'));
		take();
		const group = alternatives(depth + 1);
		expect(')');
		return group;
	}

	function call(): Call {
		const { text: name, at } = take();
		const args: Argument[] = [];
		if (!isSign('(')) return { name, args, at };
		take();
		while (!isSign(')')) {
			args.push(argument());
			if (!isSign(',')) break;
			take();
		}
		expect(')');
		return { name, args, at };
	}

	function argument(): Argument {
		const { at } = peek();
		const named = peek().kind === 'name' && tokens[next + 1]!.text === '=' ? { name: take().text } : {};
		if (named.name !== undefined) take();
		const { kind, text } = peek();
		if (kind === 'number') return { ...named, value: Number(take().text), at };
		if (kind === 'text') return { ...named, value: take().text, at };
		if (kind === 'name' && (text === 'true' || text === 'false'))
			return { ...named, value: take().text === 'true', at };
		return fail(l10n.t('a number, or a text in quotation marks,'));
	}

	const found = alternatives(0);
	return peek().kind === 'end' ? found : fail(l10n.t('“+”, “;” or a filter behind a dot'));
}
