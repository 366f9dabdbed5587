import * as vscode from 'vscode';
import { type Disposable, disposeAll } from '../../core/util/event.ts';
import { registerCommands } from '../commands/command.ts';
import type { Surroundings } from '../surroundings.ts';
import { createCitationsView } from './citations.ts';
import { registerPaperDrop } from './drag.ts';
import { createFitsView, fitsView } from './fits.ts';
import { openSample } from './open-sample.ts';
import { createPapersView } from './papers.ts';
import { createPicture } from './picture.ts';
import { createReport } from './report.ts';
import { rowCommands } from './row-commands.ts';
import { paperCards } from './show-paper.ts';

/** The views with what fills them. */
export interface ViewParts extends Disposable {
	readonly citations: ReturnType<typeof createCitationsView>['provider'];
	readonly papers: ReturnType<typeof createPapersView>['provider'];
	readonly fits: ReturnType<typeof createFitsView>['provider'];
}

export function createViewParts(surroundings: Surroundings): ViewParts {
	const { followed } = surroundings;
	const citations = createCitationsView(surroundings, followed);
	const papers = createPapersView(surroundings, followed);
	const fits = createFitsView(surroundings, followed);
	const picture = createPicture(surroundings, followed);
	const report = createReport(surroundings, followed);
	const { command, registration } = paperCards();
	const focused = (view: string) => (view === fitsView ? fits : papers).focused();
	const tell = () => {
		const isOpen = followed.document !== undefined;
		void vscode.commands.executeCommand('setContext', 'relatedWork.documentOpen', isOpen);
	};
	tell();
	const parts = disposeAll([
		citations,
		papers,
		fits,
		picture,
		report,
		registration,
		registerPaperDrop(surroundings),
		registerCommands(
			[...papers.commands, ...rowCommands(followed, focused), openSample, command, picture.command, ...report.commands],
			surroundings,
		),
		followed.onDidChange(tell),
	]);
	return { citations: citations.provider, papers: papers.provider, fits: fits.provider, dispose: parts.dispose };
}
