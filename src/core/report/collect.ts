import type { ConfigSource } from '../config.ts';
import type { CitedKey, OutlineSection } from '../features/outline.ts';
import type { CitationService } from '../features/types.ts';
import { languageFor } from '../languages/index.ts';
import type { Paper } from '../model/paper.ts';
import type { Problem } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import { shown } from '../text/shown.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName } from '../util/paths.ts';
import type { CitedPaper, ReportData, ReportedProblem, ReportedSection, ReportWish } from './types.ts';

/** What a report is made of. */
interface Parts {
	readonly workspace: Workspace;
	readonly config: ConfigSource;
	readonly service: Pick<CitationService, 'cites' | 'check' | 'checkSources' | 'outline' | 'papersOf' | 'fitsAt'>;
}

/** All that a page about a document and what it includes says; undefined where it was cancelled. */
export async function collectReport(
	{ workspace, config, service }: Parts,
	uri: string,
	{ show, made, progress }: ReportWish,
	token: CancellationToken,
): Promise<ReportData | undefined> {
	const { root, files, bibliographies, open, keys } = await service.cites(uri, token);
	const problems = new Map<string, readonly Problem[]>();
	for (const file of files) {
		progress({ step: 'documents', done: problems.size, of: files.length });
		problems.set(file, await service.check(file, token));
		if (token.isCancellationRequested) return undefined;
	}
	const ofSources = (await service.checkSources()).filter(({ file }) => bibliographies.includes(file));
	const outline = await service.outline(uri, problems, token);
	const top = outline ? flat(outline.top, -1) : [];
	const papers = await service.papersOf(root, keys, token);
	const known = new Map(keys.flatMap((key, at) => (papers[at] ? [[key, papers[at]] as const] : [])));
	const sections: ReportedSection[] = [];
	const told = new Set<string>();
	for (const section of top) {
		progress({ step: 'sections', done: sections.length, of: top.length });
		sections.push(await sectionWith(service, section, told, token));
		if (token.isCancellationRequested) return undefined;
	}
	const text = (await workspace.open(root)).getText();
	const { citeCommands } = await config.forFile(root);
	return {
		title: shown(languageFor(root)?.scan(text, { citeCommands }).title || baseName(root)),
		root: show(root),
		made,
		files: files.length,
		open,
		problems: await reported(workspace, show, [...[...problems.values()].flat(), ...ofSources]),
		sections,
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

async function reported(
	workspace: Workspace,
	show: (uri: string) => string,
	problems: readonly Problem[],
): Promise<ReportedProblem[]> {
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
		const at = { uri: file, range };
		found.push({ file: show(file), line: range.start.line + 1, at, rule, severity, message, text: cut });
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

/** @param told Ids of the papers that other sections miss; those of this one are added. */
async function sectionWith(
	service: Parts['service'],
	{ title, depth, citations, problems }: Section,
	told: Set<string>,
	token: CancellationToken,
): Promise<ReportedSection> {
	const missing = (await fitting(service, citations, token)).filter(({ id }) => !told.has(id)).slice(0, mostMissing);
	for (const { id } of missing) told.add(id);
	return {
		title,
		depth,
		citations: citations.length,
		keys: new Set(citations.map(({ key }) => key)).size,
		problems: problems.length + citations.reduce((sum, one) => sum + one.problems.length, 0),
		missing,
	};
}

/** Of one section. */
const mostMissing = 5;
/** So many citing sentences of a section are asked about. */
const mostAsked = 12;
const ranks = 10;

/** What fits the citing sentences of a section and is nowhere cited, best first: each sentence gives its first one most. */
async function fitting(
	service: Parts['service'],
	citations: readonly CitedKey[],
	token: CancellationToken,
): Promise<readonly Paper[]> {
	const scores = new Map<string, { paper: Paper; score: number }>();
	const gap = Math.max(1, Math.ceil(citations.length / mostAsked));
	for (const { file, range } of citations.filter((_, at) => at % gap === 0)) {
		const fits = await service.fitsAt(file, range.start, ranks, token);
		for (const [rank, { key, paper, cited }] of (fits?.papers ?? []).entries()) {
			if (cited) continue;
			const one = scores.get(key) ?? { paper, score: 0 };
			one.score += 1 / (rank + 1);
			scores.set(key, one);
		}
	}
	return [...scores.values()].sort((a, b) => b.score - a.score).map(({ paper }) => paper);
}
