import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import type { CitingSentence, Hit } from '../../core/corpus/types.ts';
import type { Context } from '../../core/model/citation.ts';
import { never } from '../../core/util/cancellation.ts';
import { pathOf } from '../../host/node/workspace.ts';
import { answerBatch, batchOption, jsonLines } from '../batch.ts';
import { contextOf, withContext } from '../context.ts';
import { exit, UsageError } from '../exit.ts';
import { documentOf, readable } from '../inputs.ts';
import type { Io } from '../io.ts';
import { cacheOption, corpusOption, formatOption, limitOption } from '../options.ts';
import { hitsAs } from '../papers.ts';
import { type CorpusOptions, openCorpus, openSession, type Session } from '../session.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork suggest --corpus papers.jsonl --text "BM25 is still hard to beat out of the box."
  $ relwork suggest --corpus papers.jsonl draft.md:12:40
  $ relwork suggest --corpus refs.bib --batch - --citing sentences.jsonl < contexts.jsonl

A line of a batch is {"id", "text", "before"?, "after"?, "section"?, "title"?, "abstract"?, "year"?, "lead"?}; the lead
is the part of the sentence in front of the citation. A line of --citing is {"id", "text", "keys"}.`;

export const suggest: CommandFactory = (io, finish) =>
	withContext(new Command('suggest'), 'the sentence that needs a citation')
		.summary('rank the papers that fit a sentence')
		.description('Ranks the papers that fit a sentence, as completion does before the first letter is typed.')
		.argument('[place]', 'FILE:LINE:COLUMN in a document, one-based as editors show it')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.addOption(batchOption('{"id","text",…}'))
		.option('--citing <file>', 'other citing sentences of your documents, as JSON lines')
		.addOption(limitOption(50))
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (place: string | undefined, options) => {
			const given = [place, options.text, options.batch].filter((way) => way !== undefined);
			if (given.length !== 1) throw new UsageError('suggest needs one of --text, FILE:LINE:COLUMN and --batch -');
			const { limit, format } = options;
			const session = place ? await openAround(io, place, options) : await openCorpus(io, options);
			const citing = options.citing ? await citingSentences(session, options.citing) : [];
			const fitting = (context: Context, id?: unknown) => {
				return session.corpus.suggest({ context, citing: without(citing, id), scope: 'everything', limit }, never);
			};
			if (options.batch)
				await answerBatch(session, io, async (input) =>
					(await fitting(contextOf(input), input.id)).map(({ key }) => key),
				);
			else {
				const hits = place ? await fittingAt(session, place, limit) : await fitting(contextOf(options));
				if (hits) await io.write(hitsAs(format, hits, io));
			}
			finish(session.refused ? exit.unusable : exit.ok);
		});

function parsePlace(place: string): { readonly path: string; readonly line: number; readonly column: number } {
	const [, path, line, column] = /^(.+):(\d{1,9}):(\d{1,9})$/.exec(place) ?? [];
	if (path === undefined || Number(line) < 1 || Number(column) < 1)
		throw new UsageError(`${place} is no place in a document: write FILE:LINE:COLUMN, each from 1 on`);
	return { path, line: Number(line), column: Number(column) };
}

async function openAround(io: Io, place: string, { corpus, cache }: CorpusOptions): Promise<Session> {
	const session = await openSession(io, { path: parsePlace(place).path, corpus, cache });
	await session.loadCorpus();
	return session;
}

/** Undefined, and refused, where there is no such place. */
async function fittingAt(session: Session, place: string, limit: number): Promise<readonly Hit[] | undefined> {
	const { path, line, column } = parsePlace(place);
	const uri = await documentOf(session, path);
	if (!uri) return undefined;
	const { lineCount } = await session.workspace.open(uri);
	if (line > lineCount) {
		session.refuse(`${path} has no line ${line}: it ends with line ${lineCount}`);
		return undefined;
	}
	return session.service.suggest(uri, { line: line - 1, character: column - 1 }, limit, never);
}

/** The sentences but those of an id, each with how far from the first of those it stands. */
function without<T extends CitingSentence & { readonly id: unknown }>(
	sentences: readonly T[],
	id: unknown,
): readonly CitingSentence[] {
	const place = id === undefined ? -1 : sentences.findIndex((one) => one.id === id);
	if (place < 0) return sentences;
	return sentences.map((one, i) => ({ ...one, apart: Math.abs(i - place) })).filter((one) => one.id !== id);
}

async function citingSentences(
	session: Session,
	path: string,
): Promise<readonly (CitingSentence & { readonly id: unknown })[]> {
	const sentences = [];
	for (const file of await readable(session, path)) {
		for await (const { value } of jsonLines(session, createReadStream(pathOf(file)), session.show(file))) {
			const { id, text, keys } = value;
			const named = Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
			if (typeof text === 'string' && named.length > 0) sentences.push({ id, text, keys: named });
		}
	}
	return sentences;
}
