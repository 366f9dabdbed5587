import * as vscode from 'vscode';
import type { Config } from '../core/config.ts';
import { formulaProblem, levels } from '../core/config-file.ts';
import type { Settings } from '../core/config-source.ts';
import type { HintedKeys } from '../core/features/inlay-hints.ts';
import { defaultFormula } from '../core/keys/formula.ts';
import { createEmitter, type Disposable, disposeAll, type Event } from '../core/util/event.ts';
import { folderOf } from '../core/util/paths.ts';
import { isBesideLatexWorkshop } from './latex-workshop.ts';

const section = 'relatedWork';

/** Features that a user can turn off, e.g. because another extension offers the same. */
export type Feature = 'completion' | 'hover';

export interface CorpusChange {
	readonly add?: readonly string[];
	readonly remove?: readonly string[];
}

/** `relatedWork.*`, the only place that reads them. */
export interface EditorSettings extends Settings, Disposable {
	readonly onDidChange: Event<void>;
	isEnabled(feature: Feature, document: vscode.TextDocument): boolean;
	/** Do bibliographies show how often their entries are cited? */
	showsCounts(document: vscode.TextDocument): boolean;
	/** Behind which keys authors and year are shown; undefined for none. */
	hintedKeys(document: vscode.TextDocument): HintedKeys | undefined;
	/** May TeX be asked where it finds files? */
	asksTex(): boolean;
	/** Adds patterns to the corpus of a folder, or of the user where none is given, and takes others out. */
	changeCorpus(folder: vscode.Uri | undefined, change: CorpusChange): Promise<void>;
}

/** The settings as they stand in each folder; they also change when the user comes to trust the workspace. */
export function createSettings(): EditorSettings {
	const changed = createEmitter<void>();
	const checkFormula = createFormulaCheck();
	checkFormula();
	const subscriptions = [
		changed,
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (!event.affectsConfiguration(section)) return;
			checkFormula();
			changed.fire();
		}),
		vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
	];
	return {
		forFile: (uri) => read(vscode.Uri.parse(uri)),
		isEnabled(feature, document) {
			const values = vscode.workspace.getConfiguration(section, document);
			const isTheirs = values.get('latexWorkshop') === 'latexWorkshop' && isBesideLatexWorkshop(document);
			return !isTheirs && values.get(`${feature}.enabled`, true);
		},
		showsCounts: (document) => vscode.workspace.getConfiguration(section, document).get('codeLens', true),
		hintedKeys(document) {
			const keys = vscode.workspace.getConfiguration(section, document).get<unknown>('inlayHints', 'opaque');
			return keys === 'opaque' || keys === 'all' ? keys : undefined;
		},
		asksTex: () => vscode.workspace.getConfiguration(section).get('latex.kpsewhich', true),
		changeCorpus,
		onDidChange: changed.event,
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}

function read(uri: vscode.Uri): Config {
	const settings = vscode.workspace.getConfiguration(section, uri);
	const base = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? folderOf(uri.toString());
	return {
		corpus: strings(settings.get('corpus')).map((pattern) => ({ base, pattern })),
		citeCommands: strings(settings.get('citeCommands')).map((command) => command.replace(/^\\/, '')),
		rules: levelsIn(settings.inspect('rules')),
		...optionsIn(settings.inspect('ruleOptions')),
		...formulaIn(settings.get('citationKeyFormula')),
	};
}

async function changeCorpus(folder: vscode.Uri | undefined, { add = [], remove = [] }: CorpusChange): Promise<void> {
	const settings = vscode.workspace.getConfiguration(section, folder);
	const values = settings.inspect<unknown>('corpus');
	const severalFolders = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
	const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
	const layers = [
		{ target: WorkspaceFolder, value: values?.workspaceFolderValue },
		{ target: Workspace, value: values?.workspaceValue },
		{ target: Global, value: values?.globalValue },
	];
	for (const { target, value } of layers) {
		const kept = strings(value).filter((pattern) => !remove.includes(pattern));
		if (kept.length < strings(value).length) await settings.update('corpus', kept, target);
	}
	if (add.length === 0) return;
	const target = folder === undefined ? Global : severalFolders ? WorkspaceFolder : Workspace;
	// A list hides those of wider reach: what counts now goes on counting.
	const known = strings(settings.get('corpus'));
	await settings.update('corpus', [...new Set([...known, ...add])], target);
}

function formulaIn(citationKeyFormula: unknown): Pick<Config, 'citationKeyFormula'> {
	const isSet = typeof citationKeyFormula === 'string' && citationKeyFormula !== defaultFormula;
	return isSet && citationKeyFormula.trim() !== '' ? { citationKeyFormula } : {};
}

/** Tells of a formula that cannot be used, once for each. */
function createFormulaCheck(): () => void {
	let told: string | undefined;
	return () => {
		const scopes = vscode.workspace.workspaceFolders ?? [undefined];
		const formulas = scopes.flatMap((folder) => read(folder?.uri ?? vscode.Uri.file('/')).citationKeyFormula ?? []);
		const problem = formulas.map(formulaProblem).find((said) => said !== undefined);
		if (problem && problem !== told) void vscode.window.showWarningMessage(`${section}.citationKeyFormula ${problem}`);
		told = problem;
	};
}

/** Users write settings by hand: what is no string is left out. */
function strings(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((element) => typeof element === 'string' && element !== '') : [];
}

/** Only the options that someone set; what is no value of theirs counts as not set. */
function optionsIn(values: ReturnType<vscode.WorkspaceConfiguration['inspect']>): Pick<Config, 'ruleOptions'> {
	const layers = [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue].filter(isRecord);
	const ruleOptions: Record<string, Record<string, unknown>> = {};
	for (const [id, options] of layers.flatMap((layer) => Object.entries(layer))) {
		if (isRecord(options)) ruleOptions[id] = { ...ruleOptions[id], ...options };
	}
	return Object.keys(ruleOptions).length > 0 ? { ruleOptions } : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

/** Only the levels that someone set: a rule's own default may depend on the document. */
function levelsIn(values: ReturnType<vscode.WorkspaceConfiguration['inspect']>): Config['rules'] {
	const layers = [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue];
	const set = layers.flatMap((layer) => (layer && typeof layer === 'object' ? Object.entries(layer) : []));
	return Object.fromEntries(set.filter(([, level]) => levels.includes(level)));
}
