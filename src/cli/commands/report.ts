import { createHash } from 'node:crypto';
import { Command } from 'commander';
import type { CitedKey, OutlineSection } from '../../core/features/outline.ts';
import { languageFor } from '../../core/languages/index.ts';
import type { Paper } from '../../core/model/paper.ts';
import type { Problem } from '../../core/model/problem.ts';
import { FileError } from '../../core/ports.ts';
import { reportPage } from '../../core/report/page.ts';
import type { CitedPaper, ReportData, ReportedProblem, ReportedSection } from '../../core/report/types.ts';
import { never } from '../../core/util/cancellation.ts';
import { baseName } from '../../core/util/paths.ts';
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
				const data = await collect(session, uri);
				session.progress.clear();
				const page = reportPage(data, (text) => createHash('sha256').update(text).digest('base64'));
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

async function collect(session: Session, uri: string): Promise<ReportData> {
	const { service, show, progress } = session;
	const { root, files, bibliographies, open, keys } = await service.cites(uri, never);
	const problems = new Map<string, readonly Problem[]>();
	for (const file of files) {
		progress.show(`${bar(problems.size, files.length)} documents`);
		problems.set(file, await service.check(file, never));
	}
	const ofSources = (await service.checkSources()).filter(({ file }) => bibliographies.includes(file));
	const outline = await service.outline(uri, problems, never);
	const top = outline ? flat(outline.top, -1) : [];
	const papers = await service.papersOf(root, keys, never);
	const known = new Map(keys.flatMap((key, at) => (papers[at] ? [[key, papers[at]] as const] : [])));
	const text = (await session.workspace.open(root)).getText();
	const { citeCommands } = await session.configOf(root);
	return {
		title: languageFor(root)?.scan(text, { citeCommands }).title || baseName(root),
		root: show(root),
		made: new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }),
		files: files.length,
		open,
		problems: await reported(session, [...[...problems.values()].flat(), ...ofSources]),
		sections: await sectionsOf(session, top),
		papers: citedPapers(top, known),
	};
}

interface Section extends OutlineSection {
	readonly depth: number;
}

/** A section with those in it, in order; what stands in front of all headings only where it cites. */
function flat(section: OutlineSection, depth: number): readonly Section[] {
	const own = depth >= 0 || section.citations.length > 0 ? [{ ...section, depth: Math.max(0, depth) }] : [];
	return [...own, ...section.sections.flatMap((inner) => flat(inner, depth + 1))];
}

/** So much text on both sides of a problem is shown, in UTF-16 units. */
const AROUND = 160;

async function reported({ workspace, show }: Session, problems: readonly Problem[]): Promise<ReportedProblem[]> {
	const found: ReportedProblem[] = [];
	for (const { file, range, rule, severity, message } of problems) {
		const document = await workspace.open(file).catch(() => undefined);
		const text = document?.getText() ?? '';
		const [start, end] = document ? [document.offsetAt(range.start), document.offsetAt(range.end)] : [0, 0];
		// Neither past an empty line nor into the middle of a word.
		const before = text
			.slice(Math.max(0, start - AROUND), start)
			.split(/\n\s*\n/)
			.at(-1)!;
		const behind = text.slice(end, end + AROUND).split(/\n\s*\n/)[0]!;
		const cut = [
			start > AROUND && before.length === AROUND ? before.replace(/^\S*/, '…') : before,
			text.slice(start, Math.min(end, start + AROUND)),
			behind.length === AROUND ? behind.replace(/\S*$/, '…') : behind,
		] as const;
		found.push({ file: show(file), line: range.start.line + 1, rule, severity, message, text: cut });
	}
	return found;
}

function citedPapers(sections: readonly Section[], known: ReadonlyMap<string, Paper>): CitedPaper[] {
	const cited = new Map<Paper, { times: number; sections: Set<string> }>();
	for (const { title, citations } of sections) {
		for (const { key } of citations) {
			const paper = known.get(key);
			if (!paper) continue;
			const one = cited.get(paper) ?? { times: 0, sections: new Set() };
			one.times++;
			one.sections.add(title);
			cited.set(paper, one);
		}
	}
	return [...cited].map(([paper, { times, sections: titles }]) => ({ paper, times, sections: [...titles] }));
}

async function sectionsOf({ service, progress }: Session, sections: readonly Section[]): Promise<ReportedSection[]> {
	const told = new Set<string>();
	const found: ReportedSection[] = [];
	for (const { title, depth, citations, problems } of sections) {
		progress.show(`${bar(found.length, sections.length)} sections: looking for papers that fit`);
		const missing = (await fitting(service, citations)).filter(({ id }) => !told.has(id)).slice(0, mostMissing);
		for (const { id } of missing) told.add(id);
		found.push({
			title,
			depth,
			citations: citations.length,
			keys: new Set(citations.map(({ key }) => key)).size,
			problems: problems.length + citations.reduce((sum, one) => sum + one.problems.length, 0),
			missing,
		});
	}
	return found;
}

/** Of one section. */
const mostMissing = 5;
/** So many citing sentences of a section are asked about. */
const mostAsked = 12;
const ranks = 10;

/** What fits the citing sentences of a section and is nowhere cited, best first: each sentence gives its first one most. */
async function fitting(service: Session['service'], citations: readonly CitedKey[]): Promise<readonly Paper[]> {
	const scores = new Map<string, { paper: Paper; score: number }>();
	const gap = Math.max(1, Math.ceil(citations.length / mostAsked));
	for (const { file, range } of citations.filter((_, at) => at % gap === 0)) {
		const fits = await service.fitsAt(file, range.start, ranks, never);
		for (const [rank, { key, paper, cited }] of (fits?.papers ?? []).entries()) {
			if (cited) continue;
			const one = scores.get(key) ?? { paper, score: 0 };
			one.score += 1 / (rank + 1);
			scores.set(key, one);
		}
	}
	return [...scores.values()].sort((a, b) => b.score - a.score).map(({ paper }) => paper);
}
