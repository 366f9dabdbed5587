import { Command, InvalidArgumentError, Option } from 'commander';
import { levels } from '../../core/config-file.ts';
import type { Citation } from '../../core/model/citation.ts';
import type { Level, Problem } from '../../core/model/problem.ts';
import { rules } from '../../core/rules/index.ts';
import { never } from '../../core/util/cancellation.ts';
import { exit } from '../exit.ts';
import { applySafeFixes } from '../fix.ts';
import { formatters } from '../formatters/index.ts';
import type { Found, Report } from '../formatters/types.ts';
import { inputsOf } from '../inputs.ts';
import { cacheOption, corpusOption, wholeNumber } from '../options.ts';
import { bar } from '../progress.ts';
import { openSession, type Session } from '../session.ts';
import type { CommandFactory } from './types.ts';

interface Options {
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
  $ relwork check draft.md --corpus papers.jsonl --corpus 'lists/*.txt'
  $ relwork check --fix paper.tex               and make the repairs that cannot change the meaning
  $ relwork check --rule repeated-key=error --rule empty-slot=off paper.tex

The bibliographies that a document declares are read by themselves. A relatedwork.json in the folder of the first
path, or above, can name more sources, cite commands and levels of rules.`;

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
		.option('--rule <id=level>', `level of a rule: ${levels.join(', ')}; repeatable`, ruleLevel)
		.addHelpText('after', examples)
		.action(async (paths: readonly string[], options: Options) => {
			const { corpus, cache, rule: rules } = options;
			const session = await openSession(io, { path: paths[0], corpus, cache, rules });
			const inputs = await inputsOf(session, paths);
			session.addSources(inputs.sources);
			await session.loadCorpus();
			for (const document of inputs.named) await session.service.adopt(document, never);
			const checked = await withIncludes(session, inputs.documents);
			const files = [...checked.documents.keys(), ...inputs.sources];
			// Never the corpus: it may belong to others, and its problems are theirs to mend.
			const fixed = options.fix && (await applySafeFixes(session, [...new Set([...files, ...checked.bibliographies])]));

			const left = { ...(await withIncludes(session, inputs.documents)), sources: inputs.sources };
			const report = await reportOn(session, left, files.length, fixed);
			session.progress.clear();
			const formatter = formatters.find(({ id }) => id === options.format)!;
			await io.write(formatter.format(report, { show: session.show, color: io.color, width: io.width }));

			const { errors, warnings } = report.summary;
			const tooMany = warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
			if (tooMany)
				io.tell(`relwork: more warnings (${warnings}) than --max-warnings allows (${options.maxWarnings})\n`);
			if (session.refused) finish(exit.unusable);
			else finish(errors > 0 || tooMany ? exit.errors : exit.ok);
		});

/** What is checked: documents with their citations, and the bibliographies that they declare. */
interface Checked {
	readonly documents: ReadonlyMap<string, readonly Citation[]>;
	readonly bibliographies: readonly string[];
}

/** A root document stands for all that it includes; a part of one stands for itself. */
async function withIncludes({ service }: Session, named: readonly string[]): Promise<Checked> {
	const documents = new Map<string, readonly Citation[]>();
	const bibliographies = new Set<string>();
	for (const document of named) {
		const cites = await service.cites(document, never);
		for (const bibliography of cites.bibliographies) bibliographies.add(bibliography);
		for (const file of cites.root === document ? [document, ...cites.files] : [document]) {
			const own = cites.citations.filter((found) => found.file === file);
			documents.set(
				file,
				own.map(({ citation }) => citation),
			);
		}
	}
	return { documents, bibliographies: [...bibliographies] };
}

/** So many problems are repaired at once, between two signs of life. */
const batch = 100;

async function reportOn(
	session: Session,
	{ documents, sources }: Checked & { readonly sources: readonly string[] },
	files: number,
	fixed?: number,
): Promise<Report> {
	const { service, progress } = session;
	const problems: Problem[] = [];
	for (const [index, document] of [...documents.keys()].entries()) {
		progress.show(`${bar(index, documents.size)} documents`);
		problems.push(...(await service.check(document, never)));
	}
	problems.push(...(await service.checkSources(sources)));

	const found: Found[] = [];
	while (found.length < problems.length) {
		progress.show(`${bar(found.length, problems.length)} problems: looking for repairs`);
		const next = problems.slice(found.length, found.length + batch);
		const fixes = await service.fixesOf(next, never);
		found.push(...next.map((problem, index) => ({ ...problem, fixes: fixes[index]! })));
	}
	const citations = [...documents.values()].flat();
	const spoken = citations.filter(({ silent }) => !silent);
	const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
	const summary = {
		errors: count('error'),
		warnings: count('warning'),
		information: count('information'),
		hints: count('hint'),
		citations: spoken.length,
		emptyCitations: spoken.filter((citation) => keysOf(citation).length === 0).length,
		keys: new Set(citations.flatMap(keysOf)).size,
		papers: (await service.status()).papers,
		...(fixed !== undefined && { fixed }),
	};
	return { files, problems: found, summary };
}

/** `\\nocite{*}` names everything and nothing. */
function keysOf({ items }: Citation): readonly string[] {
	return items.map(({ key }) => key).filter((key) => key && key !== '*');
}

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
