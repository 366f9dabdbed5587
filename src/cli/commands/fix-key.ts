import { Command } from 'commander';
import type { Context } from '../../core/model/citation.ts';
import { never } from '../../core/util/cancellation.ts';
import { answerBatch, batchOption, optionalText, textOf } from '../batch.ts';
import { contextOf, withContext } from '../context.ts';
import { exit, UsageError } from '../exit.ts';
import { cacheOption, corpusOption, formatOption, limitOption } from '../options.ts';
import { hitsAs } from '../papers.ts';
import { openCorpus } from '../session.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork fix-key --corpus refs.bib devlin-etal-2019-bert
  $ relwork fix-key --corpus refs.bib "" --text "Self-RAG lets the model decide when to retrieve."
  $ relwork fix-key --corpus refs.bib --batch - < keys.jsonl

A line of a batch is {"id", "key", "text"?}; "before", "after", "section", "title" and "year" may say more.`;

export const fixKey: CommandFactory = (io, finish) =>
	withContext(new Command('fix-key'), 'the sentence that cites it')
		.summary('find what an unknown key may have meant')
		.description('Lists what the quick fix of an unknown or empty citation key offers, best first.')
		.argument('[key]', 'the unknown key; empty for an empty citation')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.addOption(batchOption('{"id","key","text"?}'))
		.addOption(limitOption(5))
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (key: string | undefined, options) => {
			if (key === undefined && !options.batch) throw new UsageError('fix-key needs a key, or --batch -');
			const session = await openCorpus(io, options);
			const repair = (wrong: string, context: Context | undefined) => {
				const question = { key: wrong.trim(), scope: 'everything', limit: options.limit } as const;
				return session.corpus.repair({ ...question, ...(context && { context }) }, never);
			};
			if (key !== undefined) {
				const context = options.text === undefined ? undefined : contextOf(options);
				await io.write(hitsAs(options.format, await repair(key, context), io));
			} else {
				await answerBatch(session, io, async (input) => {
					const context = optionalText(input, 'text') === undefined ? undefined : contextOf(input);
					return (await repair(textOf(input, 'key'), context)).map((hit) => hit.key);
				});
			}
			finish(session.refused ? exit.unusable : exit.ok);
		});
