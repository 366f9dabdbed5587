import { Command } from 'commander';
import type { SourceReport } from '../../core/corpus/types.ts';
import { importers } from '../../core/importers/index.ts';
import type { Paper } from '../../core/model/paper.ts';
import { never } from '../../core/util/cancellation.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { formatOption } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { areBroken, loadAll, sourcesOf } from '../sources.ts';
import { columns, count, painter, severityStyle } from '../text.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork import trending.txt
  $ relwork import --format json refs.bib "lists/*.txt" > papers.json`;

export const importFiles: CommandFactory = (io, finish) =>
	new Command('import')
		.summary('read papers from files of any known format')
		.description(`Reads papers from files of any known format: ${importers.map(({ name }) => name).join(', ')}.`)
		.argument('<file...>', 'files, folders or quoted globs')
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (patterns: readonly string[], { format }) => {
			const session = await openSession(io, { onlyThisCorpus: true });
			const reports = await loadAll(session, await sourcesOf(session, patterns));
			const papers = await session.corpus.all('everything', never);
			if (format === 'json') for (const line of json(session, reports, papers)) await io.write(line);
			else await io.write(text(session, reports, papers, io));
			if (session.refused) finish(exit.unusable);
			else finish(areBroken(reports) ? exit.errors : exit.ok);
		});

/** One value a line, piece by piece: a large corpus is longer than a string may be. */
function* json({ show }: Session, reports: readonly SourceReport[], papers: readonly Paper[]) {
	yield '{"papers":[';
	for (const [index, paper] of papers.entries()) {
		const provenance = paper.provenance.map((place) => ({ ...place, file: show(place.file) }));
		yield `${index > 0 ? ',' : ''}\n${JSON.stringify({ ...paper, provenance })}`;
	}
	const problems = reports.flatMap(({ file, problems: own }) =>
		own.map(({ range, severity, message }) => JSON.stringify({ file: show(file), range, severity, message })),
	);
	yield `\n],"problems":[${problems.map((problem) => `\n${problem}`).join()}\n]}\n`;
}

function text({ show }: Session, reports: readonly SourceReport[], papers: readonly Paper[], io: Io): string {
	const paint = painter(io.color);
	const names = new Map(importers.map(({ id, name }) => [id, name]));
	const rows = reports.map(({ file, format, papers: own }) => [
		show(file),
		count(own, 'paper'),
		names.get(format ?? '') ?? 'no known format',
	]);
	const problems = reports.flatMap(({ file, problems: own }) =>
		own.map(({ range: { start }, severity, message }) => {
			const place = `${show(file)}:${start.line + 1}:${start.character + 1}`;
			return `${place}  ${paint(severityStyle[severity], severity)}  ${message}`;
		}),
	);
	const total = `${count(papers.length, 'distinct paper')}, ${count(problems.length, 'problem')}`;
	return `${[...columns(rows).map((row) => row.join('  ')), ...problems, total].join('\n')}\n`;
}
