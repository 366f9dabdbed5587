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
import { loadCorpus, offerToStop, sayBroken } from './loading.ts';
import { registerProviders } from './providers/index.ts';
import { createSettings } from './settings.ts';
import { createStatusBar } from './status-bar.ts';
import { createViewParts, type ViewParts } from './views/index.ts';
import { createEditorWorkspace } from './workspace.ts';

/** What `activate` returns. */
export interface Api {
	readonly service: CitationService;
	/** Resolves when the corpus that the configuration names is read. */
	readonly ready: Promise<void>;
	readonly views: ViewParts;
}

/** Entry point on desktop and remote: everything is made here, by plain construction. */
export function activate(context: vscode.ExtensionContext): Api {
	const log = vscode.window.createOutputChannel(product, { log: true });
	const workspace = createEditorWorkspace({ home: vscode.Uri.file(homedir()) });
	const settings = createSettings();
	const config = createConfigSource(workspace, settings);
	const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'corpus-worker.js').fsPath;
	const storage = vscode.Uri.joinPath(context.globalStorageUri, 'papers');
	const cache = storage.scheme === 'file' ? storage.fsPath : undefined;
	const corpus = createWorkerCorpus({ script, log, cache });
	const tex = createTexFinder({ log, allowed: () => vscode.workspace.isTrusted, asksProgram: settings.asksTex });
	const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
	const service = createCitationService({ workspace, corpus, config, log, tex, wait });
	const surroundings = {
		service,
		settings,
		log,
		memory: context.workspaceState,
		extensionUri: context.extensionUri,
		storage: context.globalStorageUri,
	};
	const views = createViewParts(surroundings);
	context.subscriptions.push(
		disposeAll([
			log,
			workspace,
			settings,
			config,
			corpus,
			service,
			registerProviders(surroundings),
			views,
			registerCommands(commands, surroundings),
			createStatusBar(surroundings),
			offerToStop(surroundings),
			corpus.onDidCrash(({ restarted }) => void (restarted ? service.reload(false) : sayBroken(log))),
		]),
	);
	return { service, views, ready: loadCorpus(surroundings) };
}
