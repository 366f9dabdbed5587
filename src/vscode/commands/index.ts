import { addEntry } from './add-entry.ts';
import { addPapers, useAsCorpus } from './add-papers.ts';
import { changeCiteCommand } from './change-cite-command.ts';
import { cite, citeBeyond, citeSelection } from './cite.ts';
import type { Command } from './command.ts';
import { copyCited } from './copy-cited.ts';
import { copyReference } from './copy-reference.ts';
import { createConfiguration } from './create-configuration.ts';
import { fixAll } from './fix-all.ts';
import { mergeEntries } from './merge.ts';
import { copyBibtex, findCitations, goToEntry } from './paper-commands.ts';
import { reload } from './reload.ts';
import { mergeCitations, sortKeys, sortKeysByYear } from './rewrite-citations.ts';
import { showCitations } from './show-citations.ts';
import { showSimilar } from './show-similar.ts';
import { showSources } from './show-sources.ts';

export const commands: readonly Command[] = [
	addEntry,
	addPapers,
	useAsCorpus,
	cite,
	citeSelection,
	citeBeyond,
	changeCiteCommand,
	copyBibtex,
	copyCited,
	copyReference,
	createConfiguration,
	findCitations,
	fixAll,
	goToEntry,
	mergeCitations,
	mergeEntries,
	reload,
	showCitations,
	showSimilar,
	showSources,
	sortKeys,
	sortKeysByYear,
];
