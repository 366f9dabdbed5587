import { addEntry } from './add-entry.ts';
import { addPapers, useAsCorpus } from './add-papers.ts';
import { changeCiteCommand } from './change-cite-command.ts';
import { cite, citeBeyond, citeSelection } from './cite.ts';
import type { Command } from './command.ts';
import { copyCited } from './copy-cited.ts';
import { createConfiguration } from './create-configuration.ts';
import { fixAll } from './fix-all.ts';
import { mergeEntries } from './merge.ts';
import { reload } from './reload.ts';
import { mergeCitations, sortKeys, sortKeysByYear } from './rewrite-citations.ts';
import { showCitations } from './show-citations.ts';
import { showSources } from './show-sources.ts';

export const commands: readonly Command[] = [
	addEntry,
	addPapers,
	useAsCorpus,
	cite,
	citeSelection,
	citeBeyond,
	changeCiteCommand,
	copyCited,
	createConfiguration,
	fixAll,
	mergeCitations,
	mergeEntries,
	reload,
	showCitations,
	showSources,
	sortKeys,
	sortKeysByYear,
];
