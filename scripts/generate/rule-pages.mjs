// A page for each rule, and the table of them all.

import { defaultLevel } from '../../src/core/rules/index.ts';

/** @typedef {import('../../src/core/rules/types.ts').Rule} Rule */
/** @typedef {import('../../src/core/rules/types.ts').Example} Example */

/** Names of languages in Markdown, by file extension. @type {Record<string, string>} */
const languages = { tex: 'latex', md: 'markdown', bib: 'bibtex', json: 'json', jsonl: 'json' };

/** @param {readonly Rule[]} rules */
export function ruleIndex(rules) {
	const rows = rules.map((rule) => {
		const repair = rule.fixes ? 'yes' : '';
		return `| [\`${rule.id}\`](${rule.id}.md) | ${defaultLevel(rule)} | ${rule.summary} | ${repair} |`;
	});
	return page([
		'# Rules',
		['| rule | default | reports | repairs |', '|---|---|---|---|', ...rows].join('\n'),
		'The level of each can be set in `relatedwork.json` or in the settings of the editor, as its page says.',
	]);
}

/** @param {Rule} rule */
export function rulePage(rule) {
	const reported = rule.examples.filter(({ problems }) => problems > 0);
	const fine = rule.examples.filter(({ problems }) => problems === 0);
	return page([
		`# \`${rule.id}\``,
		`${rule.summary} ${standing(rule)}`,
		'## Why it matters',
		rule.rationale,
		'## What to do',
		rule.fixes ? `${rule.remedy} The quick fix offers repairs.` : rule.remedy,
		...(reported.length > 0 ? ['## Reported', ...reported.flatMap(example)] : []),
		...(fine.length > 0 ? ['## Not reported', ...fine.flatMap(example)] : []),
		'## Changing its level',
		'In `relatedwork.json`:',
		fenced('json', JSON.stringify({ rules: { [rule.id]: rule.offByDefault ? rule.severity : 'off' } }, null, '  ')),
		`In the settings of the editor: \`"relatedWork.rules.${rule.id}": "${rule.offByDefault ? rule.severity : 'off'}"\`. The levels are \`error\`, \`warning\`, \`information\`, \`hint\` and \`off\`.`,
		...options(rule),
		...suppression(rule),
	]);
}

/** @param {Rule} rule */
function standing(rule) {
	return rule.offByDefault
		? `It is **off** until you turn it on; **${rule.severity}** suits it.`
		: `The default level is **${rule.severity}**.`;
}

/** @param {Rule} rule */
function options({ id, severity, options = [] }) {
	if (options.length === 0) return [];
	const values = Object.fromEntries(options.map((option) => [option.name, option.default]));
	return [
		'## Options',
		options.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n'),
		'In `relatedwork.json`, with their default values:',
		fenced('json', JSON.stringify({ rules: { [id]: { level: severity, ...values } } }, null, '  ')),
		`In the settings of the editor: ${options.map(({ name }) => `\`"relatedWork.ruleOptions.${id}.${name}"\``).join(', ')}.`,
	];
}

/** @param {Rule} rule */
function suppression({ id, scope }) {
	const comment = `% relwork-ignore ${id}`;
	if (scope === 'source' || scope === 'entry')
		return [
			'## Leaving it out in one place',
			'In a bibliography, in a comment on the line before; a reason may follow after a colon:',
			fenced('bibtex', comment),
			`For a whole file, \`% relwork-ignore-file ${id}\` anywhere in it.`,
		];
	return [
		'## Leaving it out in one place',
		'In a comment on its line or on the line before; a reason may follow after a colon:',
		fenced('latex', comment),
		fenced('markdown', `<!-- relwork-ignore ${id} -->`),
		`For a whole file, \`relwork-ignore-file ${id}\` anywhere in it.`,
	];
}

/** @param {Example} example */
function example({ files, fixed }) {
	const parts = Object.entries(files).flatMap(([name, text]) => file(name, text));
	if (fixed === undefined) return parts;
	const [first = ''] = Object.keys(files);
	return [...parts, `After the repair, \`${first}\` reads:`, fenced(languageOf(first), fixed)];
}

/** @param {string} name @param {string} text */
function file(name, text) {
	return [`\`${name}\``, fenced(languageOf(name), text)];
}

/** @param {string} name */
function languageOf(name) {
	return languages[name.slice(name.lastIndexOf('.') + 1)] ?? '';
}

/** A code block whose fence is longer than any in the text. @param {string} language @param {string} text */
function fenced(language, text) {
	const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
	const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
	return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** @param {readonly string[]} blocks */
function page(blocks) {
	return `<!-- Written by \`npm run generate\` from src/core/rules; edit it there. -->\n\n${blocks.join('\n\n')}\n`;
}
