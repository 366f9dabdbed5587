import { Command } from 'commander';
import { candidates } from '../../core/features/completion.ts';
import type { Context } from '../../core/model/citation.ts';
import { never } from '../../core/util/cancellation.ts';
import { answerBatch, asObject, batchOption, type Input, textOf } from '../batch.ts';
import { contextOf, withContext } from '../context.ts';
import { exit, UsageError } from '../exit.ts';
import { cacheOption, corpusOption, formatOption, limitOption } from '../options.ts';
import { hitsAs } from '../papers.ts';
import { openCorpus } from '../session.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork complete --corpus refs.bib vasw
  $ relwork complete --corpus refs.bib --text "Attention alone is enough." ""
  $ relwork complete --corpus refs.bib --batch - < queries.jsonl

A line of a batch is {"id", "query", "context"?}, where the context is a sentence, or an object with "text" and any of
"lead", "before", "after", "section", "title", "abstract" and "year".`;

export const complete: CommandFactory = (io, finish) =>
	withContext(new Command('complete'), 'the sentence around it')
		.summary('list what completion offers for a typed query')
		.description('Lists the papers that completion in an editor offers for what is typed inside \\cite{}.')
		.argument('[query]', 'what is typed so far; empty before the first letter')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.addOption(batchOption('{"id","query","context"?}'))
		.addOption(limitOption(50))
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (query: string | undefined, options) => {
			if (query === undefined && !options.batch) throw new UsageError('complete needs a query, or --batch -');
			const session = await openCorpus(io, options);
			const list = (typed: string, context: Context | undefined) => {
				const question = { query: typed.trim(), scope: 'everything', limit: options.limit } as const;
				return candidates(session.corpus, { ...question, ...(context && { context }) }, never);
			};
			if (query !== undefined) {
				const context = options.text === undefined ? undefined : contextOf(options);
				await io.write(hitsAs(options.format, await list(query, context), io));
			} else {
				await answerBatch(session, io, async (input) => {
					const hits = await list(textOf(input, 'query'), contextIn(input));
					return hits.map(({ key }) => key);
				});
			}
			finish(session.refused ? exit.unusable : exit.ok);
		});

/** The context of a line of a batch, where it has one. */
function contextIn({ context }: Input): Context | undefined {
	if (context === undefined || context === null) return undefined;
	return contextOf(typeof context === 'string' ? { text: context } : asObject(context));
}
