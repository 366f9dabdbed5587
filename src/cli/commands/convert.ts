import { Command, Option } from 'commander';
import type { SourceReport } from '../../core/corpus/types.ts';
import { exporters } from '../../core/exporters/index.ts';
import type { Exporter } from '../../core/exporters/types.ts';
import { citedPapers } from '../../core/features/cited-papers.ts';
import type { Paper } from '../../core/model/paper.ts';
import { FileError } from '../../core/ports.ts';
import { never } from '../../core/util/cancellation.ts';
import { save } from '../../host/node/rewrite.ts';
import { exit, UsageError } from '../exit.ts';
import { documentOf } from '../inputs.ts';
import type { Io } from '../io.ts';
import { openSession, type Session } from '../session.ts';
import { areBroken, loadAll, sourcesOf } from '../sources.ts';
import { count } from '../text.ts';
import type { CommandFactory } from './types.ts';

const help = `
Papers come in the order of the files; a work that several of them have is written once. Papers without a key get one.
What is left out or changed is said on standard error.

Examples:
  $ relwork convert --to bibtex trending.txt papers.jsonl > papers.bib
  $ relwork convert --to biblatex --cited-in thesis.tex --out thesis-refs.bib
  $ relwork convert --to csl-json --cited-in draft.md "library/*.bib"`;

export const convert: CommandFactory = (io, finish) =>
	new Command('convert')
		.summary('write papers in another format')
		.description(`Writes papers of any known format as ${exporters.map(({ name }) => name).join(', ')}.`)
		.argument('[file...]', 'files, folders or quoted globs of papers')
		.addOption(
			new Option('--to <format>', 'format to write').choices(exporters.map(({ id }) => id)).makeOptionMandatory(),
		)
		.option(
			'--cited-in <document>',
			'keep only what this document and all that it includes cite; without files, of its own bibliographies',
		)
		.option('--out <file>', 'write into a file, which is replaced as a whole, not to standard output')
		.addHelpText('after', help)
		.action(async (patterns: readonly string[], { to, citedIn, out }: Options) => {
			if (patterns.length === 0 && citedIn === undefined)
				throw new UsageError('there is nothing to convert: name files of papers, or a document with --cited-in');
			const session = await openSession(io, { path: citedIn, onlyThisCorpus: true });
			const found = await read(session, io, patterns, citedIn);
			if (out !== undefined && found.files.includes(session.uri(out)))
				throw new UsageError(`${out} is one of the files that are read: choose another one with --out`);
			const exporter = exporters.find(({ id }) => id === to)!;
			tell(session, io, found, exporter);
			// A file is not replaced by less than was asked for.
			if (out === undefined) for (const piece of exporter.write(found.papers)) await io.write(piece);
			else if (!session.refused) await writeFile(session, io, out, exporter, found.papers);
			if (session.refused) finish(exit.unusable);
			else finish(areBroken(found.reports) || found.missing.length > 0 ? exit.errors : exit.ok);
		});

interface Options {
	readonly to: string;
	readonly citedIn?: string;
	readonly out?: string;
}

interface Found {
	/** URIs of what was read. */
	readonly files: readonly string[];
	readonly reports: readonly SourceReport[];
	readonly papers: readonly Paper[];
	/** Keys that are cited, and that no file has. */
	readonly missing: readonly string[];
}

async function read(session: Session, io: Io, patterns: readonly string[], citedIn?: string): Promise<Found> {
	const { service, corpus } = session;
	const document = citedIn === undefined ? undefined : await documentOf(session, citedIn);
	const cites = document === undefined ? undefined : await service.cites(document, never);
	const files = patterns.length > 0 ? await sourcesOf(session, patterns) : (cites?.bibliographies ?? []);
	const reports = await loadAll(session, files);
	if (!cites) {
		// A document that cannot be read cites nothing.
		const papers = citedIn === undefined ? await corpus.all(files, never) : [];
		return { files, reports, papers, missing: [] };
	}
	for (const reason of cites.open) io.tell(`relwork: ${reason}\n`);
	const cited = await citedPapers(session.corpus, cites, files, never);
	return { files, reports, ...cited };
}

/** What whoever goes on with the result must know. */
function tell({ show }: Session, io: Io, { reports, papers, missing }: Found, { keyOf, name }: Exporter): void {
	for (const { file, problems } of reports) {
		for (const { range, severity, message } of problems) {
			if (severity === 'information' || severity === 'hint') continue;
			io.tell(`relwork: ${show(file)}:${range.start.line + 1}:${range.start.character + 1}: ${message}\n`);
		}
	}
	if (missing.length > 0)
		io.tell(`relwork: ${count(missing.length, 'cited key')} in none of the files: ${missing.join(', ')}\n`);
	for (const { id } of papers) {
		const key = keyOf?.(id) ?? id;
		if (key !== id) io.tell(`relwork: the key “${id}” cannot be written in ${name}; it became “${key}”\n`);
	}
}

async function writeFile(
	session: Session,
	io: Io,
	out: string,
	exporter: Exporter,
	papers: readonly Paper[],
): Promise<void> {
	const uri = session.uri(out);
	try {
		await save(uri, exporter.write(papers));
		await io.write(`${session.show(uri)}  ${count(papers.length, 'paper')}  ${exporter.name}\n`);
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		session.refuse(`${session.show(uri)} ${error.message}`);
	}
}
