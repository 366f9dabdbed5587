import type { SourceRule } from './types.ts';

export const entrySyntax: SourceRule = {
	id: 'entry-syntax',
	scope: 'source',
	severity: 'error',
	summary: 'Something in a bibliography or corpus file that cannot be read as it stands.',
	rationale: 'What is broken is skipped, so its papers can be neither found nor cited. All others are read.',
	remedy: 'The message says where reading broke off, what was skipped, and what to change.',
	examples: [
		{
			files: { 'refs.bib': '@misc{a, title = {One}}\n@misc{b, title = {Two}\n@misc{c, title = {Three}}\n' },
			problems: 1,
		},
		{ files: { 'refs.bib': '@misc{a, title = {One {\\"U}ber}}\n' }, problems: 0 },
	],
	*check({ problems }) {
		yield* problems;
	},
};
