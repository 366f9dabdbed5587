import type { Macro } from '../types.ts';
import { delimitedParameters } from './parameters.ts';

/**
 * Commands of LaTeX, etoolbox, ifthen and hyperref that choose among their arguments, in terms of what an expansion
 * knows; a name in its own body stands for what is built in (`expansion.ts`). `\ifmaybe` is neither true nor false.
 */
const source: readonly (readonly [name: string, parameters: string, body: string])[] = [
	['@firstofone', '#1', '#1'],
	['@firstoftwo', '#1#2', '#1'],
	['@secondoftwo', '#1#2', '#2'],
	['@gobble', '#1', ''],
	['@gobbletwo', '#1#2', ''],
	['@empty', '', ''],
	['empty', '', ''],
	['texorpdfstring', '#1#2', '#1'],
	['string', '#1', ''],
	['meaning', '#1', ''],
	['detokenize', '#1', ''],
	['csname', '#1\\endcsname', '\\csname #1\\endcsname'],
	['csuse', '#1', '\\csname #1\\endcsname'],
	['@nameuse', '#1', '\\csname #1\\endcsname'],
	['newtoggle', '#1', '\\expandafter\\let\\csname iftgl@#1\\endcsname\\iffalse'],
	['providetoggle', '#1', '\\expandafter\\let\\csname iftgl@#1\\endcsname\\iffalse'],
	['toggletrue', '#1', '\\expandafter\\let\\csname iftgl@#1\\endcsname\\iftrue'],
	['togglefalse', '#1', '\\expandafter\\let\\csname iftgl@#1\\endcsname\\iffalse'],
	['settoggle', '#1#2', '\\expandafter\\let\\csname iftgl@#1\\endcsname\\csname if#2\\endcsname'],
	['iftoggle', '#1#2#3', '\\csname iftgl@#1\\endcsname#2\\else#3\\fi'],
	['nottoggle', '#1#2#3', '\\csname iftgl@#1\\endcsname#3\\else#2\\fi'],
	['booltrue', '#1', '\\expandafter\\let\\csname if#1\\endcsname\\iftrue'],
	['boolfalse', '#1', '\\expandafter\\let\\csname if#1\\endcsname\\iffalse'],
	['setbool', '#1#2', '\\expandafter\\let\\csname if#1\\endcsname\\csname if#2\\endcsname'],
	['setboolean', '#1#2', '\\expandafter\\let\\csname if#1\\endcsname\\csname if#2\\endcsname'],
	['ifbool', '#1#2#3', '\\csname if#1\\endcsname#2\\else#3\\fi'],
	['notbool', '#1#2#3', '\\csname if#1\\endcsname#3\\else#2\\fi'],
	['@ifundefined', '#1#2#3', '\\ifcsname#1\\endcsname#3\\else#2\\fi'],
	['ifcsdef', '#1#2#3', '\\ifcsname#1\\endcsname#2\\else#3\\fi'],
	['ifcsundef', '#1#2#3', '\\ifcsname#1\\endcsname#3\\else#2\\fi'],
	['ifdef', '#1#2#3', '\\ifdefined#1#2\\else#3\\fi'],
	['ifundef', '#1#2#3', '\\ifdefined#1#3\\else#2\\fi'],
	['ifdefempty', '#1#2#3', '\\ifx#1\\@empty#2\\else#3\\fi'],
	['IfFileExists', '#1#2#3', '\\ifmaybe#2\\else#3\\fi'],
	['@ifpackageloaded', '#1#2#3', '\\ifmaybe#2\\else#3\\fi'],
	['@ifclassloaded', '#1#2#3', '\\ifmaybe#2\\else#3\\fi'],
	['ifblank', '#1#2#3', '\\ifblank{#1}{#2}{#3}'],
	['ifstrempty', '#1#2#3', '\\ifblank{#1}{#2}{#3}'],
	['ifstrequal', '#1#2#3#4', '\\ifthenelse{\\equal{#1}{#2}}{#3}{#4}'],
	['ifdefstring', '#1#2#3#4', '\\ifthenelse{\\equal{#1}{#2}}{#3}{#4}'],
	['ifthenelse', '#1#2#3', '\\ifthenelse{#1}{#2}{#3}'],
	['IfBooleanTF', '#1#2#3', '\\IfBooleanTF{#1}{#2}{#3}'],
	['IfBooleanT', '#1#2', '\\IfBooleanTF{#1}{#2}{}'],
	['IfBooleanF', '#1#2', '\\IfBooleanTF{#1}{}{#2}'],
	['IfNoValueTF', '#1#2#3', '\\IfNoValueTF{#1}{#2}{#3}'],
	['IfNoValueT', '#1#2', '\\IfNoValueTF{#1}{#2}{}'],
	['IfNoValueF', '#1#2', '\\IfNoValueTF{#1}{}{#2}'],
	['IfValueTF', '#1#2#3', '\\IfNoValueTF{#1}{#3}{#2}'],
	['IfValueT', '#1#2', '\\IfNoValueTF{#1}{}{#2}'],
	['IfValueF', '#1#2', '\\IfNoValueTF{#1}{#2}{}'],
	['forcsvlist', '#1#2', '\\forcsvlist{#1}{#2}'],
	['docsvlist', '#1', '\\forcsvlist{\\do}{#1}'],
	['@for', '#1:=#2\\do#3', '\\foreachof{#1}{#2}{#3}'],
	['foreach', '#1in#2#3', '\\foreachof{#1}{#2}{#3}'],
];

/** By name; a document's own definition comes first. */
export const prelude: ReadonlyMap<string, Macro> = new Map(
	source.map(([name, written, body]) => {
		const { parameters } = delimitedParameters(`${written}{`, 0)!;
		return [name, { name, parameters, body }] as const;
	}),
);
