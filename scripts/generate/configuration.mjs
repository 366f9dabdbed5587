// The settings of rules, for the editor and for relatedwork.json.

import { defaultFormula } from '../../src/core/keys/formula.ts';

/** @typedef {import('../../src/core/rules/types.ts').Rule} Rule */

const title = 'Rules';

/**
 * The manifest of the extension with a section of settings for the rules.
 * @param {any} manifest @param {readonly Rule[]} rules @param {readonly string[]} levels
 */
export function withRuleSettings(manifest, rules, levels) {
	const properties = Object.fromEntries(
		rules.map(({ id, severity, summary, rationale }, index) => [
			`relatedWork.rules.${id}`,
			{
				type: 'string',
				enum: levels,
				default: severity,
				scope: 'resource',
				order: index + 1,
				markdownDescription: `${summary} ${rationale}`,
			},
		]),
	);
	const others = manifest.contributes.configuration.filter(
		(/** @type {{ title: string }} */ section) => section.title !== title,
	);
	const configuration = [...others, { title, order: others.length + 1, properties }];
	return { ...manifest, contributes: { ...manifest.contributes, configuration } };
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
				description: 'Levels of rules, where they should differ from the default.',
				type: 'object',
				additionalProperties: false,
				properties: Object.fromEntries(
					rules.map(({ id, severity, summary }) => [id, { description: summary, enum: levels, default: severity }]),
				),
				default: {},
			},
		},
	};
}
