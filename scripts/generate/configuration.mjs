// The settings of rules, for the editor and for relatedwork.json.

import { defaultFormula } from '../../src/core/keys/formula.ts';
import { defaultLevel } from '../../src/core/rules/index.ts';

/** @typedef {import('../../src/core/rules/types.ts').Rule} Rule */

/** What stands for its heading in the manifest. */
const title = '%rules.title%';

/**
 * The manifest of the extension with a section of settings for the rules. Their descriptions are in `ruleTexts`.
 * @param {any} manifest @param {readonly Rule[]} rules @param {readonly string[]} levels
 */
export function withRuleSettings(manifest, rules, levels) {
	/** @type {[string, Record<string, unknown>][]} */
	const settings = rules.flatMap((rule) => [settingOf(rule, levels), ...optionsOf(rule)]);
	const properties = Object.fromEntries(
		settings.map(([name, { markdownDescription, ...setting }], index) => [
			name,
			{ ...setting, order: index + 1, markdownDescription },
		]),
	);
	const others = manifest.contributes.configuration.filter(
		(/** @type {{ title: string }} */ section) => section.title !== title,
	);
	const configuration = [...others, { title, order: others.length + 1, properties }];
	return { ...manifest, contributes: { ...manifest.contributes, configuration } };
}

/**
 * The English texts of the manifest: those that somebody wrote, then those of the settings of rules.
 * @param {Record<string, string>} texts @param {readonly Rule[]} rules
 */
export function withRuleTexts(texts, rules) {
	const others = Object.entries(texts).filter(([key]) => !/^rule(s\.(?!title$)|Options\.)/.test(key));
	const own = rules.flatMap(({ id, summary, rationale, options = [] }) => [
		[ruleText(id), `${summary} ${rationale}`],
		...options.map(({ name, description }) => [optionText(id, name), description]),
	]);
	return Object.fromEntries([...others, ...own]);
}

const ruleText = (/** @type {string} */ id) => `rules.${id}`;
const optionText = (/** @type {string} */ id, /** @type {string} */ name) => `ruleOptions.${id}.${name}`;

/** @param {Rule} rule @param {readonly string[]} levels @returns {[string, Record<string, unknown>]} */
function settingOf(rule, levels) {
	const level = { type: 'string', enum: levels, default: defaultLevel(rule), scope: 'resource' };
	return [`relatedWork.rules.${rule.id}`, { ...level, markdownDescription: `%${ruleText(rule.id)}%` }];
}

/** @param {Rule} rule @returns {[string, Record<string, unknown>][]} */
function optionsOf({ id, options = [] }) {
	return options.map((option) => {
		const setting = { ...option.schema, default: option.default, scope: 'resource' };
		const markdownDescription = `%${optionText(id, option.name)}%`;
		return [`relatedWork.ruleOptions.${id}.${option.name}`, { ...setting, markdownDescription }];
	});
}

/** JSON Schema of relatedwork.json. @param {readonly Rule[]} rules @param {readonly string[]} levels */
export function configurationSchema(rules, levels) {
	return {
		$schema: 'http://json-schema.org/draft-07/schema#',
		title: 'Related Work',
		description: 'Where the papers are that this project may cite, and how its citations are checked.',
		type: 'object',
		additionalProperties: false,
		properties: {
			$schema: { type: 'string' },
			corpus: {
				description:
					'Files, folders and globs of papers, relative to this file. The bibliographies that a document declares are read anyway.',
				type: 'array',
				items: { type: 'string', minLength: 1 },
				default: [],
			},
			citeCommands: {
				description: 'More LaTeX commands that cite, without the backslash.',
				type: 'array',
				items: { type: 'string', minLength: 1 },
				default: [],
			},
			citationKeyFormula: {
				description:
					'How citation keys are made for papers that have none, in the language of Better BibTeX. See docs/citation-keys.md.',
				type: 'string',
				minLength: 1,
				default: defaultFormula,
			},
			rules: {
				description: 'Levels of rules, where they should differ from the default, and their options.',
				type: 'object',
				additionalProperties: false,
				properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule, levels)])),
				default: {},
			},
		},
	};
}

/** A level, or an object of that and the options. @param {Rule} rule @param {readonly string[]} levels */
function ruleSchema(rule, levels) {
	const description = rule.summary;
	const level = { enum: levels, default: defaultLevel(rule) };
	if (!rule.options) return { description, ...level };
	const options = rule.options.map((option) => [
		option.name,
		{ description: option.description, ...option.schema, default: option.default },
	]);
	const properties = { level, ...Object.fromEntries(options) };
	return { description, anyOf: [level, { type: 'object', additionalProperties: false, properties }] };
}
