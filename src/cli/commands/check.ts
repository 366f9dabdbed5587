import { Command, InvalidArgumentError, Option } from 'commander';
import { levels } from '../../core/config-file.ts';
import type { Level } from '../../core/model/problem.ts';
import { rules } from '../../core/rules/index.ts';
import { never } from '../../core/util/cancellation.ts';
import { readBaseline, writeBaseline } from '../baseline.ts';
import { reportOn, withIncludes, withoutKnown } from '../checking.ts';
import { exit, UsageError } from '../exit.ts';
import { applySafeFixes } from '../fix.ts';
import { formatters } from '../formatters/index.ts';
import { inputsOf } from '../inputs.ts';
import { cacheOption, corpusOption, wholeNumber } from '../options.ts';
import { openSession } from '../session.ts';
import type { CommandFactory } from './types.ts';

interface Options {
	readonly baseline?: string;
	readonly writeBaseline?: true;
	readonly corpus?: readonly string[];
	readonly cache?: string;
	readonly fix?: true;
	readonly format: string;
	readonly maxWarnings?: number;
	readonly rule?: Readonly<Record<string, Level>>;
}

const examples = `
Examples:
  $ relwork check paper.tex                     the paper and all that it includes
  $ relwork check . --format json               every document below this folder, for programs
  $ relwork check draft.md --corpus papers.jsonl --corpus "lists/*.txt"
  $ relwork check --fix paper.tex               and make the repairs that cannot change the meaning
  $ relwork check --rule repeated-key=error --rule empty-slot=off paper.tex
  $ relwork check . --baseline known.json --write-baseline
  $ relwork check . --baseline known.json       only what is new since then counts

The bibliographies that a document declares are read by themselves. A relatedwork.json in the folder of the first
path, or above, can name more sources, cite commands and levels of rules. A .relworkignore beside it, in the form of
.gitignore, leaves out files that folders, globs or other documents would bring in.`;

export const check: CommandFactory = (io, finish) =>
	new Command('check')
		.summary('report broken citations')
		.description('Reports broken citations in documents, and what cannot be read in the sources that they cite from.')
		.argument('<path...>', 'documents (.tex, .md, …), bibliographies, folders or quoted globs')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.option('--fix', 'make the safe repairs in the documents and the bibliographies that they declare')
		.addOption(
			new Option('--format <name>', 'form of the report').choices(formatters.map(({ id }) => id)).default('stylish'),
		)
		.option('--max-warnings <number>', 'more warnings than this count as an error', wholeNumber)
		.option('--baseline <file>', 'count the problems that this file knows, and report the others')
		.option('--write-baseline', 'write all problems that there are now into the file of --baseline')
		.option('--rule <id=level>', `level of a rule: ${levels.join(', ')}; repeatable`, ruleLevel)
		.addHelpText('after', examples)
		.action(async (paths: readonly string[], options: Options) => {
			const { corpus, cache, rule: rules, baseline, writeBaseline: write } = options;
			if (write && baseline === undefined)
				throw new UsageError('--write-baseline needs a file to write: name it with --baseline');
			const session = await openSession(io, { path: paths[0], corpus, cache, rules });
			const known = baseline === undefined || write ? undefined : await readBaseline(session, baseline);
			const inputs = await inputsOf(session, paths);
			session.addSources(inputs.sources);
			await session.loadCorpus();
			for (const document of inputs.named) await session.service.adopt(document, never);
			const checked = await withIncludes(session, inputs.documents);
			const files = [...checked.documents.keys(), ...inputs.sources];
			// Never the corpus: it may belong to others, and its problems are theirs to mend.
			const fixed = options.fix && (await applySafeFixes(session, [...new Set([...files, ...checked.bibliographies])]));

			const formatter = formatters.find(({ id }) => id === options.format)!;
			const left = { ...(await withIncludes(session, inputs.documents)), sources: inputs.sources };
			const whole = await reportOn(session, left, files, formatter.showsFixes, fixed);
			session.progress.clear();
			const current = write && !session.refused ? await writeBaseline(session, baseline!, whole.problems) : known;
			const report = current ? withoutKnown(whole, current) : whole;
			await io.write(formatter.format(report, { show: session.show, color: io.color, width: io.width }));

			const { errors, warnings } = report.summary;
			const tooMany = warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
			if (tooMany)
				io.tell(`relwork: more warnings (${warnings}) than --max-warnings allows (${options.maxWarnings})\n`);
			if (session.refused) finish(exit.unusable);
			else finish(errors > 0 || tooMany ? exit.errors : exit.ok);
		});

function ruleLevel(value: string, previous: Readonly<Record<string, Level>> = {}): Readonly<Record<string, Level>> {
	const [id = '', level = ''] = value.split('=');
	if (!rules.some((rule) => rule.id === id))
		throw new InvalidArgumentError(`There is no rule ${id}; there are ${rules.map((rule) => rule.id).join(', ')}.`);
	if (!isLevel(level)) throw new InvalidArgumentError(`The level must be one of ${levels.join(', ')}.`);
	return { ...previous, [id]: level };
}

function isLevel(text: string): text is Level {
	return (levels as readonly string[]).includes(text);
}
