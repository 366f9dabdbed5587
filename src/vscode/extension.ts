import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { createConfigSource } from '../core/config-source.ts';
import type { CitationService } from '../core/features/types.ts';
import { createCitationService } from '../core/service.ts';
import { disposeAll } from '../core/util/event.ts';
import { createWorkerCorpus } from '../host/node/corpus.ts';
import { createTexFinder } from '../host/node/tex-finder.ts';
import { registerCommands } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { source as product } from './convert.ts';
import { loadCorpus, sayBroken } from './loading.ts';
import { registerProviders } from './providers/index.ts';
import { createSettings } from './settings.ts';
import { createStatusBar } from './status-bar.ts';
import { createEditorWorkspace } from './workspace.ts';

/** What `activate` returns. */
export interface Api {
	readonly service: CitationService;
	/** Resolves when the corpus that the configuration names is read. */
	readonly ready: Promise<void>;
}

/** Entry point on desktop and remote: everything is made here, by plain construction. */
export function activate(context: vscode.ExtensionContext): Api {
	const log = vscode.window.createOutputChannel(product, { log: true });
	const workspace = createEditorWorkspace({ home: vscode.Uri.file(homedir()) });
	const settings = createSettings();
	const config = createConfigSource(workspace, settings);
	const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'corpus-worker.js').fsPath;
	const corpus = createWorkerCorpus({ script, log });
	const tex = createTexFinder({ log, allowed: () => vscode.workspace.isTrusted, asksProgram: settings.asksTex });
	const service = createCitationService({ workspace, corpus, config, log, tex });
	const surroundings = { service, settings, log };
	context.subscriptions.push(
		disposeAll([
			log,
			workspace,
			settings,
			config,
			corpus,
			service,
			registerProviders(surroundings),
			registerCommands(commands, surroundings),
			createStatusBar(surroundings),
			corpus.onDidCrash(({ restarted }) => void (restarted ? service.reload() : sayBroken(log))),
		]),
	);
	return { service, ready: loadCorpus(surroundings) };
}
