import * as l10n from '@vscode/l10n';
import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Config } from './config.ts';
import { compileFormula, isProblem } from './keys/formula.ts';
import type { Level, Problem } from './model/problem.ts';
import type { Workspace } from './ports.ts';
import { rules as everyRule, ruleById } from './rules/index.ts';
import type { Rule } from './rules/types.ts';
import { nearest } from './text/nearest.ts';
import { folderOf, resolvePath } from './util/paths.ts';

export const configFileName = 'relatedwork.json';

/** Every level there is. */
export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

const ruleIds = everyRule.map(({ id }) => id);

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
	for (let folder = uri; ; ) {
		const candidate = resolvePath(folder, configFileName);
		if ((await workspace.stat(candidate))?.kind === 'file') return candidate;
		const parent = folderOf(folder);
		if (folder === top || parent === folder) return undefined;
		folder = parent;
	}
}

/** What is wrong with a formula of citation keys, as a phrase that follows the name of the setting; undefined if nothing is. */
export function formulaProblem(formula: string): string | undefined {
	const compiled = compileFormula(formula);
	if (!isProblem(compiled)) return undefined;
	return l10n.t(
		'cannot be used, and keys are made by the default formula: at character {0}, {1}.',
		compiled.at + 1,
		compiled.message,
	);
}

/** What is read of a file, and what is wrong in it, at the place where it stands. */
type Say = (node: Node, message: string) => void;

/** Reads a configuration file. What is wrong in it is told and left out; the rest holds. */
export function parseConfigFile(uri: string, text: string): ConfigFile {
	const problems: Problem[] = [];
	const document = TextDocument.create(uri, 'json', 0, text);
	const say: Say = ({ offset, length }, message) => {
		const range = { start: document.positionAt(offset), end: document.positionAt(offset + length) };
		problems.push({ file: uri, range, rule: configurationProblem, severity: 'error', message });
	};
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors, { allowTrailingComma: true });
	for (const error of errors) {
		say({ ...error, type: 'null' }, l10n.t('Not valid JSON here ({0}).', printParseErrorCode(error.error)));
	}

	const settings = new Map<string, Node>();
	if (tree && tree.type !== 'object') say(tree, l10n.t('The file must hold one JSON object.'));
	for (const { name, value } of propertiesOf(tree)) {
		if (names.includes(name.value)) settings.set(name.value, value);
		else say(name, instead(l10n.t('"{0}" is not a setting', name.value), name.value, names));
	}
	const strings = (name: string) => stringsIn(name, settings.get(name), say);
	const formula = settings.get('citationKeyFormula');
	const wrong =
		formula && (typeof formula.value === 'string' ? formulaProblem(formula.value) : l10n.t('must be a string.'));
	if (formula && wrong) say(formula, `"citationKeyFormula" ${wrong}`);
	const base = folderOf(uri);
	const config = {
		corpus: strings('corpus').map((pattern) => ({ base, pattern })),
		citeCommands: strings('citeCommands'),
		...rulesIn(settings.get('rules'), say),
		...(formula && !wrong && { citationKeyFormula: formula.value }),
	};
	const inOrder = (a: Problem, b: Problem) => document.offsetAt(a.range.start) - document.offsetAt(b.range.start);
	return { config, problems: problems.sort(inOrder) };
}

/** All that a file may set. */
const names: readonly string[] = ['corpus', 'citeCommands', 'rules', 'citationKeyFormula', '$schema'];

function* propertiesOf(node: Node | undefined): Generator<{ readonly name: Node; readonly value: Node }> {
	for (const { children = [] } of node?.type === 'object' ? (node.children ?? []) : []) {
		const [name, value] = children;
		if (name && value) yield { name, value };
	}
}

/** A sentence that goes on to say what to write in place of a word. */
function instead(what: string, word: string, known: readonly string[]): string {
	const near = nearest(word, known);
	if (near) return l10n.t('{0}; did you mean "{1}"?', what, near);
	return l10n.t('{0}; there are {1}.', what, known.filter((one) => one !== '$schema').join(', '));
}

function stringsIn(name: string, value: Node | undefined, say: Say): readonly string[] {
	if (!value) return [];
	if (value.type !== 'array') say(value, l10n.t('"{0}" must be a list of strings.', name));
	const found: string[] = [];
	for (const element of value.type === 'array' ? (value.children ?? []) : []) {
		if (typeof element.value === 'string') found.push(element.value);
		else say(element, l10n.t('"{0}" must be a list of strings.', name));
	}
	return found;
}

/** Levels, and options where a rule has an object in place of its level. */
function rulesIn(node: Node | undefined, say: Say): Pick<Config, 'rules' | 'ruleOptions'> {
	const found: Record<string, Level> = {};
	const ruleOptions: Record<string, Record<string, unknown>> = {};
	if (node && node.type !== 'object') say(node, l10n.t('"rules" must be an object of rule ids and levels.'));
	const level = (id: string, value: Node) => {
		if (levels.includes(value.value)) found[id] = value.value;
		else say(value, l10n.t('The level of "{0}" must be one of {1}.', id, levels.join(', ')));
	};
	for (const { name, value } of propertiesOf(node)) {
		const id: string = name.value;
		const rule = ruleById(id);
		if (!rule) say(name, instead(l10n.t('There is no rule "{0}"', id), id, ruleIds));
		else if (value.type !== 'object') level(id, value);
		for (const option of rule ? propertiesOf(value) : []) {
			if (option.name.value === 'level') level(id, option.value);
			else {
				const { [id]: options = {} } = ruleOptions;
				ruleOptions[id] = { ...options, ...optionIn(rule!, option, say) };
			}
		}
	}
	return { rules: found, ...(Object.keys(ruleOptions).length > 0 && { ruleOptions }) };
}

function optionIn(
	{ id, options = [] }: Rule,
	{ name, value }: { readonly name: Node; readonly value: Node },
	say: Say,
): Record<string, unknown> {
	const option = options.find((one) => one.name === name.value);
	if (!option) {
		const known = ['level', ...options.map((one) => one.name)];
		say(name, instead(l10n.t('The rule "{0}" has no option "{1}"', id, name.value), name.value, known));
		return {};
	}
	const given: unknown = getNodeValue(value);
	if (option.accepts(given)) return { [option.name]: given };
	say(value, l10n.t('"{0}" of the rule "{1}" {2}.', option.name, id, option.expected()));
	return {};
}
