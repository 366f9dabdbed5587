import * as vscode from 'vscode';
import { createConfigSource } from '../core/config-source.ts';
import type { CitationService } from '../core/features/types.ts';
import type { TexFinder } from '../core/ports.ts';
import { createCitationService } from '../core/service.ts';
import { speak } from '../core/translations.ts';
import { disposeAll } from '../core/util/event.ts';
import type { ThreadCorpus } from '../host/thread-corpus.ts';
import { registerCommands } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { source as product } from './convert.ts';
import { offerLatexWorkshop } from './latex-workshop.ts';
import { loadCorpus, offerToStop, sayBroken } from './loading.ts';
import { registerProviders } from './providers/index.ts';
import { createSettings, type EditorSettings } from './settings.ts';
import { createStatusBar } from './status-bar.ts';
import { createFollowed } from './views/followed.ts';
import { createViewParts, type ViewParts } from './views/index.ts';
import { showSample } from './views/open-sample.ts';
import { createEditorWorkspace, type Machine } from './workspace.ts';

/** The product as it runs. */
export interface Running {
	readonly service: CitationService;
	/** Resolves when the corpus that the configuration names is read. */
	readonly ready: Promise<void>;
	readonly views: ViewParts;
}

/** What differs between the places where the editor runs extensions. */
export interface Place {
	/** Undefined in a browser. */
	readonly machine?: Machine;
	corpus(log: vscode.LogOutputChannel): ThreadCorpus;
	tex(log: vscode.LogOutputChannel, settings: EditorSettings): TexFinder;
}

/** Starts the extension: everything is made here, by plain construction. */
export function start(context: vscode.ExtensionContext, place: Place): Running {
	speak(vscode.l10n.bundle);
	const log = vscode.window.createOutputChannel(product, { log: true });
	const workspace = createEditorWorkspace(log, place.machine);
	const settings = createSettings();
	const config = createConfigSource(workspace, settings);
	const corpus = place.corpus(log);
	const tex = place.tex(log, settings);
	const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
	const service = createCitationService({ workspace, corpus, config, log, tex, wait });
	const followed = createFollowed(service);
	const surroundings = {
		service,
		followed,
		settings,
		log,
		memory: context.workspaceState,
		globalMemory: context.globalState,
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
			followed,
			registerProviders(surroundings),
			views,
			registerCommands(commands, surroundings),
			createStatusBar(surroundings),
			offerToStop(surroundings),
			offerLatexWorkshop(context.globalState),
			corpus.onDidCrash(({ restarted }) => void (restarted ? service.reload(false) : sayBroken(log))),
		]),
	);
	void showSample(context.globalState);
	return { service, views, ready: loadCorpus(surroundings) };
}
