import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import { configurationProblem } from '../../core/config-file.ts';
import type { FileEdit, Fix, Level, Problem } from '../../core/model/problem.ts';
import { rules } from '../../core/rules/index.ts';
import type { Formatter, Found, View } from './types.ts';

/** SARIF knows three levels: what we call information and hint are notes. */
const levels = {
	error: 'error',
	warning: 'warning',
	information: 'note',
	hint: 'note',
	off: 'none',
} as const satisfies Record<Level, string>;

/**
 * SARIF 2.1.0, which code scanning of GitHub, Azure and others reads. Columns are UTF-16 code units, lines and columns are
 * one-based. Files are named from the working directory, which is meant to be the root of the repository.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Formatter = {
	id: 'sarif',
	showsFixes: true,
	format({ problems }, view) {
		const log: Log = {
			$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
			version: '2.1.0',
			runs: [
				{
					tool: { driver: { name: 'relwork', semanticVersion: version, rules: descriptors } },
					columnKind: 'utf16CodeUnits',
					results: problems.map((problem) => resultOf(problem, view)),
				},
			],
		};
		return `${JSON.stringify(log, null, '\t')}\n`;
	},
};

const descriptors: ReportingDescriptor[] = [
	...rules.map(({ id, severity, summary, rationale, remedy }) => ({
		id,
		shortDescription: { text: summary },
		fullDescription: { text: `${summary} ${rationale}` },
		help: { text: `${rationale} ${remedy}`, markdown: `${rationale}\n\n**What to do:** ${remedy}` },
		defaultConfiguration: { level: levels[severity] },
	})),
	{
		id: configurationProblem,
		shortDescription: { text: 'Something in a relatedwork.json that cannot be used.' },
		defaultConfiguration: { level: 'error' },
	},
];

function resultOf(
	{ file, range, rule, severity, message, related, fixes, fingerprint, line }: Found,
	view: View,
): Result {
	const repairs = fixes.filter(({ edits }) => edits.length > 0);
	const ruleIndex = descriptors.findIndex(({ id }) => id === rule);
	return {
		ruleId: rule,
		...(ruleIndex >= 0 && { ruleIndex }),
		level: levels[severity],
		message: { text: message },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: uriOf(file, view) },
					region: {
						...regionOf(range),
						...(line !== undefined &&
							range.start.line === range.end.line && {
								snippet: { text: line.slice(range.start.character, range.end.character) },
							}),
					},
				},
			},
		],
		...(related &&
			related.length > 0 && {
				relatedLocations: related.map((one) => ({
					message: { text: one.message },
					physicalLocation: { artifactLocation: { uri: uriOf(one.file, view) }, region: regionOf(one.range) },
				})),
			}),
		partialFingerprints: { 'relwork/v1': fingerprint },
		...(repairs.length > 0 && { fixes: repairs.map((fix) => fixOf(fix, view)) }),
	};
}

function fixOf({ title, edits }: Fix, view: View) {
	const files = [...new Set(edits.map(({ file }) => file))];
	return {
		description: { text: title },
		artifactChanges: files.map((file) => ({
			artifactLocation: { uri: uriOf(file, view) },
			replacements: edits.filter((edit) => edit.file === file).map(replacementOf),
		})),
	};
}

function replacementOf({ range, newText }: FileEdit) {
	return { deletedRegion: regionOf(range), insertedContent: { text: newText } };
}

function regionOf({ start, end }: Problem['range']): Region {
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

/** From the working directory where the file lies in it, else its whole URI. */
function uriOf(file: string, { show }: View): string {
	const path = show(file);
	return /^(?:\/|[a-zA-Z]:)/.test(path) ? file : path.split('/').map(encodeURIComponent).join('/');
}
