// A page for each rule, and the table of them all.

/** @typedef {import('../../src/core/rules/types.ts').Rule} Rule */
/** @typedef {import('../../src/core/rules/types.ts').Example} Example */

/** Names of languages in Markdown, by file extension. @type {Record<string, string>} */
const languages = { tex: 'latex', md: 'markdown', bib: 'bibtex', json: 'json', jsonl: 'json' };

/** @param {readonly Rule[]} rules */
export function ruleIndex(rules) {
	const rows = rules.map((rule) => {
		const repair = rule.fixes ? 'yes' : '';
		return `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} | ${repair} |`;
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
		`${rule.summary} The default level is **${rule.severity}**.`,
		'## Why it matters',
		rule.rationale,
		'## What to do',
		rule.fixes ? `${rule.remedy} The quick fix offers repairs.` : rule.remedy,
		...(reported.length > 0 ? ['## Reported', ...reported.flatMap(example)] : []),
		...(fine.length > 0 ? ['## Not reported', ...fine.flatMap(example)] : []),
		'## Changing its level',
		'In `relatedwork.json`:',
		fenced('json', JSON.stringify({ rules: { [rule.id]: 'off' } }, null, '  ')),
		`In the settings of the editor: \`"relatedWork.rules.${rule.id}": "off"\`. The levels are \`error\`, \`warning\`, \`information\`, \`hint\` and \`off\`.`,
		...(rule.scope === 'document' ? suppression(rule) : []),
	]);
}

/** @param {Rule} rule */
function suppression({ id }) {
	return [
		'## Leaving it out in one place',
		'In a comment on its line or on the line before; a reason may follow after a colon:',
		fenced('latex', `% relwork-ignore ${id}`),
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
