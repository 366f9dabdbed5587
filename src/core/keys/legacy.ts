import * as l10n from '@vscode/l10n';
import { type Alternatives, type Argument, type Call, FormulaError, type Sequence, type Term } from './syntax.ts';

/** Formulas in brackets, as JabRef has them and Better BibTeX once had: `[auth:lower][year]`. */
export function isLegacy(formula: string): boolean {
	return /^[^'"()+]*\[/.test(formula);
}

const NAME = /^([A-Za-z]+?)(\d+)?(?:_(\d+))?$/;

/**
 * Reads a formula in brackets: `[shorttitle3_3]` is `shorttitle(3, 3)`, `:` stands before filters and `,` before their
 * arguments, `|` between alternatives; all that stands outside of brackets is text.
 * @throws FormulaError
 */
export function parseLegacy(formula: string): Alternatives {
	const found: Term[][] = [[]];
	for (let at = 0; at < formula.length; ) {
		const current = found.at(-1)!;
		if (formula[at] === '|') {
			found.push([]);
			at++;
		} else if (formula[at] === '[') {
			const end = formula.indexOf(']', at);
			if (end < 0) throw new FormulaError(l10n.t('this bracket is never closed'), at);
			current.push(term(formula.slice(at + 1, end), at + 1));
			at = end + 1;
		} else {
			const length = /^[^[|]+/.exec(formula.slice(at))![0].length;
			current.push({ source: formula.slice(at, at + length), filters: [] });
			at += length;
		}
	}
	return found.filter((sequence): sequence is [Term, ...Term[]] => sequence.length > 0) satisfies readonly Sequence[];
}

function term(text: string, start: number): Term {
	const [source, ...filters] = pieces(text, ':', start);
	return { source: functionCall(source!), filters: filters.map(filterCall) };
}

interface Piece {
	readonly text: string;
	readonly at: number;
}

function pieces(text: string, separator: string, start: number): Piece[] {
	let at = start;
	return text.split(separator).map((piece) => {
		const found = { text: piece, at };
		at += piece.length + separator.length;
		return found;
	});
}

function functionCall({ text, at }: Piece): Call {
	const [, name, first, second] = NAME.exec(text) ?? [];
	if (!name) throw new FormulaError(l10n.t('“{0}” is no function', text), at);
	const numbers = [first, second].filter((number) => number !== undefined);
	return { name, at, args: numbers.map((number): Argument => ({ value: Number(number), at })) };
}

function filterCall({ text, at }: Piece): Call {
	const [name, ...args] = pieces(text, ',', at);
	return {
		name: name!.text,
		at,
		args: args.map((one) => ({ value: /^-?\d+$/.test(one.text) ? Number(one.text) : one.text, at: one.at })),
	};
}
