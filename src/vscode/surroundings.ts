import type { LogOutputChannel, Memento } from 'vscode';
import type { CitationService } from '../core/features/types.ts';

import type { EditorSettings } from './settings.ts';

/** What providers and commands work with. */
export interface Surroundings {
	readonly service: CitationService;
	readonly settings: EditorSettings;
	readonly log: LogOutputChannel;
	/** What is remembered for this workspace. */
	readonly memory: Memento;
}
