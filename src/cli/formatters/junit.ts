import type { Formatter, Found } from './types.ts';

/**
 * JUnit's XML, as CI systems read it: a suite for each file, in it a case for each error and warning, or one that passes.
 * Information and hints are no failures, and are left out. What the schemas of Ant and Surefire require is there, if it is
 * only a zero; the file and line of a case, which they do not know, are what GitLab and CircleCI link.
 * @see https://github.com/testmoapp/junitxml
 */
export const junit: Formatter = {
	id: 'junit',
	showsFixes: false,
	format({ checked, problems }, { show }) {
		const byFile = new Map<string, Found[]>(checked.map((file) => [file, []]));
		for (const problem of problems) {
			if (problem.severity !== 'error' && problem.severity !== 'warning') continue;
			const own = byFile.get(problem.file) ?? [];
			own.push(problem);
			byFile.set(problem.file, own);
		}
		const suites = [...byFile].map(([file, found]) => suite(show(file), found));
		const failures = [...byFile.values()].flat().length;
		const tests = [...byFile.values()].reduce((sum, found) => sum + Math.max(1, found.length), 0);
		const head = `<testsuites name="relwork" tests="${tests}" failures="${failures}" errors="0" time="0">`;
		return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites.join('')}</testsuites>\n`;
	},
};

function suite(file: string, found: readonly Found[]): string {
	const name = attribute(file);
	const cases = found.map(({ rule, severity, message, range }) => {
		const { line, character } = range.start;
		const place = `${line + 1}:${character + 1}`;
		return `\t\t<testcase classname="${name}" name="${rule} ${place}" file="${name}" line="${line + 1}" time="0">
\t\t\t<failure type="${severity}" message="${attribute(message)}">${escaped(`${file}:${place}: ${message}`)}</failure>
\t\t</testcase>\n`;
	});
	const passed = `\t\t<testcase classname="${name}" name="citations" file="${name}" time="0"/>\n`;
	const counts = `tests="${Math.max(1, found.length)}" failures="${found.length}" errors="0" skipped="0" time="0"`;
	return `\t<testsuite name="${name}" ${counts}>\n${cases.join('') || passed}\t</testsuite>\n`;
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Characters that XML 1.0 has no place for, halves of surrogate pairs too, are shown as such. */
function escaped(text: string): string {
	return text
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replace(/[<>&"]/g, (letter) => entities[letter]!);
}

function attribute(text: string): string {
	return escaped(text).replace(/[\t\n\r]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
