import { createHash } from 'node:crypto';
import { Command } from 'commander';
import { FileError } from '../../core/ports.ts';
import { pageStyle, reportPage } from '../../core/report/page.ts';
import type { ReportWish } from '../../core/report/types.ts';
import { longDate } from '../../core/translations.ts';
import { never } from '../../core/util/cancellation.ts';
import { save } from '../../host/node/rewrite.ts';
import { exit, UsageError } from '../exit.ts';
import { documentOf } from '../inputs.ts';
import { cacheOption, corpusOption } from '../options.ts';
import { bar } from '../progress.ts';
import { openSession, type Session } from '../session.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork report thesis.tex --out report.html
  $ relwork report paper.tex --corpus papers.jsonl > report.html    and which of these papers fit and are missing`;

interface Options {
	readonly corpus?: readonly string[];
	readonly cache?: string;
	readonly out?: string;
}

export const report: CommandFactory = (io, finish) =>
	new Command('report')
		.summary('write a page about what a document cites')
		.description(
			'Writes one HTML page about a document and all that it includes: its problems, citations by section, years and venues, papers cited once, and papers that fit and are missing. The page loads nothing and runs no script.',
		)
		.argument('<path>', 'a document')
		.addOption(corpusOption())
		.addOption(cacheOption())
		.option('--out <file>', 'write into a file, which is replaced as a whole, not to standard output')
		.addHelpText('after', examples)
		.action(async (path: string, { corpus, cache, out }: Options) => {
			const session = await openSession(io, { path, corpus, cache });
			const uri = await documentOf(session, path);
			if (uri) {
				await session.loadCorpus();
				await session.service.adopt(uri, never);
				const data = await session.service.report(uri, wishOf(session), never);
				session.progress.clear();
				const page = data ? reportPage(data, createHash('sha256').update(pageStyle()).digest('base64')) : '';
				if (out === undefined) await io.write(page);
				else await write(session, out, page);
			}
			finish(session.refused ? exit.unusable : exit.ok);
		});

async function write(session: Session, out: string, page: string): Promise<void> {
	try {
		await save(session.uri(out), [page]);
	} catch (error) {
		if (error instanceof FileError) throw new UsageError(`${out} ${error.message}`);
		throw error;
	}
}

function wishOf({ show, progress }: Session): ReportWish {
	return {
		show,
		made: longDate(new Date()),
		progress({ step, done, of }) {
			progress.show(`${bar(done, of)} ${step}${step === 'sections' ? ': looking for papers that fit' : ''}`);
		},
	};
}
