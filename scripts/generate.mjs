// Writes what follows from the rules (their pages, their settings in package.json with the English texts, the schema of
// relatedwork.json), the English texts of the code that are to be translated, and the table of TeX's symbols.
//   npm run generate [-- --check]     --check writes nothing and fails where something is stale
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { levels } from '../src/core/config-file.ts';
import { rules } from '../src/core/rules/index.ts';
import { configurationSchema, withRuleSettings, withRuleTexts } from './generate/configuration.mjs';
import { ruleIndex, rulePage } from './generate/rule-pages.mjs';
import { texSymbols } from './generate/tex-symbols.mjs';
import { englishTexts } from './generate/translations.mjs';
import { inProject, readJson, root } from './lib/project.mjs';
import { main } from './lib/run.mjs';

const pages = 'docs/rules';
const schema = 'media/relatedwork.schema.json';
const texts = 'package.nls.json';
const symbols = 'src/core/text/tex-symbols.json';
const english = 'l10n/bundle.l10n.json';

await main(async () => {
	/** Texts by file. @type {Record<string, string>} */
	const wanted = {
		[`${pages}/README.md`]: ruleIndex(rules),
		...Object.fromEntries(rules.map((rule) => [`${pages}/${rule.id}.md`, rulePage(rule)])),
		'package.json': `${JSON.stringify(withRuleSettings(readJson('package.json'), rules, levels), null, 2)}\n`,
		[texts]: formatted(texts, JSON.stringify(withRuleTexts(readJson(texts), rules))),
		[english]: formatted(english, JSON.stringify(await englishTexts('src'))),
		[symbols]: formatted(symbols, texSymbols()),
		[schema]: formatted(schema, JSON.stringify(configurationSchema(rules, levels))),
	};
	const changed = Object.entries(wanted).filter(([name, text]) => current(name) !== text);
	const orphans = listed(pages).filter((name) => !Object.hasOwn(wanted, name));
	if (process.argv.includes('--check')) {
		const stale = [...changed.map(([name]) => name), ...orphans];
		if (stale.length > 0) throw new Error(`Stale: ${stale.join(', ')}. Run npm run generate.`);
		return;
	}
	for (const [name, text] of changed) {
		mkdirSync(path.dirname(inProject(name)), { recursive: true });
		writeFileSync(inProject(name), text);
		console.log(`wrote ${name}`);
	}
	for (const name of orphans) {
		rmSync(inProject(name));
		console.log(`removed ${name}`);
	}
});

/** As the formatter of the project would have it. @param {string} name @param {string} text */
function formatted(name, text) {
	const biome = inProject('node_modules/@biomejs/biome/bin/biome');
	const args = [biome, 'format', `--stdin-file-path=${inProject(name)}`];
	return execFileSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
}

/** Text of a file, or undefined where there is none. Line ends are as Git may have them here. @param {string} name */
function current(name) {
	try {
		return readFileSync(inProject(name), 'utf8').replaceAll('\r\n', '\n');
	} catch {
		return undefined;
	}
}

/** @param {string} folder */
function listed(folder) {
	try {
		return readdirSync(inProject(folder)).map((name) => `${folder}/${name}`);
	} catch {
		return [];
	}
}
