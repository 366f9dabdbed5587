import { type Disposable, disposeAll } from '../../core/util/event.ts';
import type { Surroundings } from '../surroundings.ts';
import { registerCitationCounts } from './citation-counts.ts';
import { registerCiteCommands } from './cite-commands.ts';
import { registerQuickFixes } from './code-actions.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import { publishDocumentProblems } from './document-problems.ts';
import { offerEarlyList } from './early-list.ts';
import { registerFixAll } from './fix-all.ts';
import { registerHighlights } from './highlights.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlay-hints.ts';
import { registerLinks } from './links.ts';
import { registerMerge } from './merge.ts';
import { registerPaste } from './paste.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { registerRewrites } from './rewrites.ts';
import { publishSourceProblems } from './source-problems.ts';
import { registerSymbols } from './symbols.ts';

const providers = [
	registerCompletion,
	registerCiteCommands,
	registerPaste,
	offerEarlyList,
	registerHover,
	registerDefinition,
	registerReferences,
	registerRename,
	registerMerge,
	registerRewrites,
	registerLinks,
	registerHighlights,
	registerSymbols,
	registerInlayHints,
	registerCitationCounts,
	registerQuickFixes,
	registerFixAll,
	publishDocumentProblems,
	publishSourceProblems,
];

/** Registers all that the editor asks of us. */
export function registerProviders(surroundings: Surroundings): Disposable {
	return disposeAll(providers.map((register) => register(surroundings)));
}
