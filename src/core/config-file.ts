import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { Config } from './config.ts';
import { compileFormula, isProblem } from './keys/formula.ts';
import type { Level, Problem } from './model/problem.ts';
import type { Workspace } from './ports.ts';

export const configFileName = 'relatedwork.json';

/** Every level there is. */
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Id of the problems of configuration files; it is no rule, and nothing turns it off. */
export const configurationProblem = 'configuration';

/** What a configuration file says, and what is wrong in it. */
export interface ConfigFile {
	readonly config: Config;
	readonly problems: readonly Problem[];
}

/** The nearest `relatedwork.json` in the folder of `uri` or above; never above the open folder that holds it. */
export async function findConfigFile(workspace: Workspace, uri: string): Promise<string | undefined> {
	const top = workspace.folders.find((folder) => uri === folder || uri.startsWith(`${folder.replace(/\/$/, '')}/`));
	for (let folder = URI.parse(uri); ; ) {
		const candidate = Utils.joinPath(folder, configFileName).toString();
		if ((await workspace.stat(candidate))?.kind === 'file') return candidate;
		const parent = Utils.dirname(folder);
		if (folder.toString() === top || parent.path === folder.path) return undefined;
		folder = parent;
	}
}

/** What is wrong with a formula of citation keys, as a phrase that follows the name of the setting; undefined if nothing is. */
export function formulaProblem(formula: string): string | undefined {
	const compiled = compileFormula(formula);
	if (!isProblem(compiled)) return undefined;
	return `cannot be used, and keys are made by the default formula: at character ${compiled.at + 1}, ${compiled.message}.`;
}

/** Reads a configuration file. What is wrong in it is told and left out; the rest holds. */
export function parseConfigFile(uri: string, text: string): ConfigFile {
	const problems: Problem[] = [];
	const document = TextDocument.create(uri, 'json', 0, text);
	const say = (offset: number, message: string) => {
		const position = document.positionAt(offset);
		const range = { start: position, end: position };
		problems.push({ file: uri, range, rule: configurationProblem, severity: 'error', message });
	};
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors, { allowTrailingComma: true });
	for (const { error, offset } of errors) say(offset, `Not valid JSON here (${printParseErrorCode(error)}).`);

	const corpus: string[] = [];
	const citeCommands: string[] = [];
	const rules: Record<string, Level> = {};
	let citationKeyFormula: string | undefined;
	if (tree && tree.type !== 'object') say(tree.offset, 'The file must hold one JSON object.');
	for (const property of tree?.type === 'object' ? (tree.children ?? []) : []) {
		const [name, value] = property.children ?? [];
		if (!name || !value) continue;
		if (name.value === 'corpus' || name.value === 'citeCommands') {
			const into = name.value === 'corpus' ? corpus : citeCommands;
			if (value.type !== 'array') say(value.offset, `"${name.value}" must be a list of strings.`);
			for (const element of value.type === 'array' ? (value.children ?? []) : []) {
				if (typeof element.value === 'string') into.push(element.value);
				else say(element.offset, `"${name.value}" must be a list of strings.`);
			}
		} else if (name.value === 'rules') {
			if (value.type !== 'object') say(value.offset, '"rules" must be an object of rule ids and levels.');
			for (const rule of value.type === 'object' ? (value.children ?? []) : []) {
				const [id, level] = rule.children ?? [];
				if (!id || !level) continue;
				if (levels.includes(level.value)) rules[id.value] = level.value;
				else say(level.offset, `The level of "${id.value}" must be one of ${levels.join(', ')}.`);
			}
		} else if (name.value === 'citationKeyFormula') {
			const wrong = typeof value.value === 'string' ? formulaProblem(value.value) : 'must be a string.';
			if (wrong) say(value.offset, `"citationKeyFormula" ${wrong}`);
			else citationKeyFormula = value.value;
		} else if (name.value !== '$schema') {
			const known = 'corpus, citeCommands, rules and citationKeyFormula';
			say(name.offset, `"${name.value}" is not a setting; there are ${known}.`);
		}
	}
	const base = Utils.dirname(URI.parse(uri)).toString();
	const config = {
		corpus: corpus.map((pattern) => ({ base, pattern })),
		citeCommands,
		rules,
		...(citationKeyFormula !== undefined && { citationKeyFormula }),
	};
	return { config, problems };
}
