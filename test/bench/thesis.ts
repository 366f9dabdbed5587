// How long a chapter of a thesis of 60 files is checked after a letter was typed in it: `npm run bench thesis`.
import { latex } from '../../src/core/languages/latex.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { serviceOver } from '../support/service.ts';
import { spent } from '../support/spent.ts';
import { quantile, table } from '../support/table.ts';

const chapters = Array.from({ length: 58 }, (_, i) => `chapter${i}`);
const edited = 'chapter7.tex';
/** Lines of the chapters that nobody edits. */
const others = 600;
const papers = 3000;
/** Commands that the preamble defines; every tenth of them cites. */
const commands = 100;
const edits = 30;

const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + (Math.floor(i / 26) % 26));
const key = (i: number) => `author${1950 + ((i % papers) % 70)}word${i % papers}`;

/** Paragraphs of three lines, the second of them a comment, an own command with a formula and citations, or a sentence. */
function chapter(lines: number, seed: number): string {
	const paragraphs = Array.from({ length: lines / 4 }, (_, i) => {
		const n = seed * 7919 + i;
		const own = `\\own${letters(n % commands)}{${n % 10 === 0 ? key(n) : 'this'}}`;
		const middle =
			i % 5 === 0
				? `% To be said of ${letters(n)} as well.`
				: i % 3 === 0
					? `${own} holds where $x_{${i}} \\le \\alpha$ \\citep[see][p.~${i}]{${key(n)}, ${key(n + 1)}}.`
					: `It was first shown by \\citet{${key(n)}} that this \\emph{holds} for number ${n}.`;
		const first = i % 50 === 0 ? `\\section{Part ${n}}` : `Much is known of \\textbf{thing} ${n} and its kin.`;
		return `${first}\n${middle}\nNo more of ${letters(n)}~${n} is needed here, as we shall see below.\n`;
	});
	return paragraphs.join('\n');
}

/** The files of a thesis; the chapter that is edited has so many lines. */
function thesis(lines: number): Record<string, string> {
	const includes = chapters.map((name) => `\\include{${name}}`).join('\n');
	const macros = Array.from({ length: commands }, (_, i) => {
		return `\\newcommand{\\own${letters(i)}}[1]{${i % 10 === 0 ? '\\citep{#1}' : '\\emph{#1}'}}`;
	});
	const entries = Array.from(
		{ length: papers },
		(_, i) => `@article{${key(i)}, title={Of thing ${i}}, author={A, B.}}`,
	);
	return {
		'main.tex': `\\documentclass{book}\n\\input{macros}\n\\begin{document}\n${includes}\n\\bibliography{refs}\n\\end{document}\n`,
		'macros.tex': macros.join('\n'),
		...Object.fromEntries(chapters.map((name, i) => [`${name}.tex`, chapter(others, i)])),
		[edited]: chapter(lines, chapters.length),
		'refs.bib': entries.join('\n'),
	};
}

/** From now on, the scans of LaTeX since it was asked last, and the milliseconds that they took. */
function watchScans(): () => { readonly scans: number; readonly milliseconds: number } {
	const { scan } = latex;
	let scans = 0;
	let milliseconds = 0;
	latex.scan = (text, options) => {
		const start = spent();
		const found = scan(text, options);
		milliseconds += spent() - start;
		scans++;
		return found;
	};
	return () => {
		const taken = { scans, milliseconds };
		scans = 0;
		milliseconds = 0;
		return taken;
	};
}

async function main(): Promise<void> {
	const rows: string[][] = [];
	const taken = watchScans();
	for (const lines of [others, 10_000]) {
		const files = thesis(lines);
		const text = files[edited]!;
		const workspace = memoryWorkspace(files);
		const service = serviceOver(workspace);
		await service.check(uriOf(edited), never);
		taken();
		const times: number[] = [];
		const scanning: number[] = [];
		const scans: number[] = [];
		for (let edit = 1; edit <= edits; edit++) {
			const place = text.indexOf('Much', (text.length / edits) * (edit - 1)) + 'Much'.length;
			workspace.set(edited, `${text.slice(0, place)}h${text.slice(place)}`);
			const start = spent();
			await service.check(uriOf(edited), never);
			times.push(spent() - start);
			const scanned = taken();
			scanning.push(scanned.milliseconds);
			scans.push(scanned.scans);
		}
		service.dispose();
		const shown = [times, scanning].flatMap((values) => [
			quantile(values, 0.5).toFixed(1),
			quantile(values, 0.95).toFixed(1),
		]);
		rows.push([`${lines}`, `${Math.round(text.length / 1000)}`, ...shown, `${Math.max(...scans)}`]);
	}
	console.log(`A chapter of a thesis of ${chapters.length + 2} files, checked after each of ${edits} edits.`);
	console.log(table(['lines', 'thousand characters', 'check p50, ms', 'p95', 'of it scans p50', 'p95', 'scans'], rows));
}

void main();
