import type { LogOutputChannel, Memento, Uri } from 'vscode';
import type { CitationService } from '../core/features/types.ts';
import type { EditorSettings } from './settings.ts';
import type { Followed } from './views/followed.ts';

/** What providers and commands work with. */
export interface Surroundings {
	readonly service: CitationService;
	readonly settings: EditorSettings;
	readonly log: LogOutputChannel;
	/** What is remembered for this workspace. */
	readonly memory: Memento;
	/** What is remembered for all workspaces. */
	readonly globalMemory: Memento;
	/** The document that views and commands speak of. */
	readonly followed: Followed;
	/** Where the extension is installed. */
	readonly extensionUri: Uri;
	/** Where it may keep files for all workspaces. */
	readonly storage: Uri;
}
