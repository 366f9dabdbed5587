import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import { clean, filters, relations } from './filters.ts';
import { functions, type Parameter } from './functions.ts';
import { isLegacy, parseLegacy } from './legacy.ts';
import {
	type Alternatives,
	type Call,
	FormulaError,
	parseFormula,
	type Sequence,
	type Term,
	type Value,
} from './syntax.ts';

/** How keys are made where nothing else is said: that of Better BibTeX. */
export const defaultFormula = 'auth.lower + shorttitle(3,3) + year';

/** A formula, ready to make keys. */
export interface Formula {
	/** What it makes of a paper, with nothing in it that a key must not have; empty where it makes nothing. */
	evaluate(paper: Paper): string;
}

/** What is wrong in a formula, in words, and the character where it is, from 0. */
export interface FormulaProblem {
	readonly message: string;
	readonly at: number;
}

const LONGEST = 1000;

/** Compiles a formula, or says what is wrong with it. */
export function compileFormula(text: string): Formula | FormulaProblem {
	try {
		if (text.length > LONGEST) throw new FormulaError(l10n.t('a formula has at most {0} characters', LONGEST), LONGEST);
		const parsed = isLegacy(text) ? parseLegacy(text) : parseFormula(text);
		const run = oneOf(parsed);
		return { evaluate: (paper) => clean(run(paper) ?? '') };
	} catch (error) {
		if (error instanceof FormulaError) return { message: error.message, at: error.at };
		throw error;
	}
}

export function isProblem(formula: Formula | FormulaProblem): formula is FormulaProblem {
	return 'message' in formula;
}

/** Undefined where it will not do. */
type Step = (paper: Paper) => string | undefined;

function oneOf(alternatives: Alternatives): Step {
	const steps = alternatives.map(inTurn);
	return (paper) => {
		for (const step of steps) {
			const text = step(paper);
			if (text) return text;
		}
		return undefined;
	};
}

function inTurn(sequence: Sequence): Step {
	const steps = sequence.map(one);
	return (paper) => {
		let whole = '';
		for (const step of steps) {
			const text = step(paper);
			if (text === undefined) return undefined;
			whole += text;
		}
		return whole;
	};
}

function one({ source, filters: behind }: Term): Step {
	const start = startOf(source);
	const rest = behind.map((call) => {
		const filter = named(filters, call, 'filter');
		const values = valuesOf(call, filter.parameters);
		if (filter === filters.len && !relations.includes(String(values[0]))) {
			throw new FormulaError(
				l10n.t('“len” compares by {0}, not by “{1}”', relations.join(' '), `${values[0]}`),
				call.at,
			);
		}
		return (text: string) => filter.run(text, values);
	});
	return (paper) =>
		rest.reduce<string | undefined>((text, filter) => (text === undefined ? undefined : filter(text)), start(paper));
}

function startOf(source: Term['source']): Step {
	if (typeof source === 'string') return () => source;
	if ('name' in source) {
		const found = named(functions, source, 'function');
		const values = valuesOf(source, found.parameters);
		return (paper) => found.run(paper, values);
	}
	const group = oneOf(source);
	return (paper) => group(paper) ?? '';
}

/** What has a name in a table; any letter case. */
function named<T>(table: Readonly<Record<string, T>>, { name, at }: Call, kind: 'filter' | 'function'): T {
	const found = Object.entries(table).find(([known]) => known.toLowerCase() === name.toLowerCase());
	if (found) return found[1];
	const all = Object.keys(table).join(', ');
	const message =
		kind === 'filter'
			? l10n.t('there is no filter “{0}”; there are {1}', name, all)
			: l10n.t('there is no function “{0}”; there are {1}', name, all);
	throw new FormulaError(message, at);
}

/** Arguments in the order of the parameters, checked. */
function valuesOf({ name, args, at }: Call, parameters: readonly Parameter[]): readonly Value[] {
	const values = parameters.map(([, fallback]) => fallback);
	let place = 0;
	for (const argument of args) {
		const index = argument.name ? parameters.findIndex(([known]) => known === argument.name) : place++;
		const parameter = parameters[index];
		if (!parameter) {
			const names = parameters.map(([known]) => known).join(', ');
			const message = names
				? l10n.t('“{0}” takes only {1}', name, names)
				: l10n.t('“{0}” takes nothing in brackets', name);
			throw new FormulaError(message, argument.at);
		}
		const [known, fallback] = parameter;
		// A legacy formula has no quotation marks: `replace,1,2`.
		const value =
			typeof fallback === 'string' && typeof argument.value === 'number' ? `${argument.value}` : argument.value;
		if (typeof value !== typeof fallback) {
			const message =
				typeof fallback === 'string'
					? l10n.t('“{0}” of “{1}” must be a text', known, name)
					: l10n.t('“{0}” of “{1}” must be a number', known, name);
			throw new FormulaError(message, at);
		}
		values[index] = value;
	}
	return values;
}
