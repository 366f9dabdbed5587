import { Command } from 'commander';
import { never } from '../../core/util/cancellation.ts';
import { exit } from '../exit.ts';
import { cacheOption, corpusOption, formatOption, limitOption } from '../options.ts';
import { hitsAs } from '../papers.ts';
import { openCorpus } from '../session.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork search --corpus papers.jsonl "dense retrieval"
  $ relwork search --corpus "lists/*.txt" --corpus refs.bib kuttler 2020
  $ relwork search --limit 3 --format json attention need`;

export const search: CommandFactory = (io, finish) =>
	new Command('search')
		.summary('find papers by what you remember')
		.description('Finds papers by key, authors, year or words of the title, in any order, with typos.')
		.argument('<query...>', 'what you would type')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.addOption(limitOption(10))
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (words: readonly string[], options) => {
			const session = await openCorpus(io, options);
			const question = { query: words.join(' '), scope: 'everything', limit: options.limit } as const;
			const hits = await session.corpus.complete(question, never);
			await io.write(hitsAs(options.format, hits, io));
			finish(session.refused ? exit.unusable : exit.ok);
		});
