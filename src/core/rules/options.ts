import * as l10n from '@vscode/l10n';

/** What users chose for the options of one rule, by name; checked when it was read. */
export type Given = Readonly<Record<string, unknown>>;

/** Something that users can set of one rule beside its level. */
export interface RuleOption<T = unknown> {
	readonly name: string;
	/** One sentence. */
	readonly description: string;
	readonly default: T;
	/** JSON Schema of its values. */
	readonly schema: Readonly<Record<string, unknown>>;
	/** What a value must be, as a phrase that follows its name. */
	expected(): string;
	accepts(value: unknown): value is T;
}

/** An option that is a whole number of at least `minimum`. */
export function wholeNumber(
	init: Pick<RuleOption<number>, 'name' | 'description' | 'default'> & { readonly minimum: number },
): RuleOption<number> {
	const { minimum, ...option } = init;
	return {
		...option,
		schema: { type: 'integer', minimum },
		expected: () => l10n.t('must be a whole number of at least {0}', minimum),
		accepts: (value): value is number => Number.isInteger(value) && Number(value) >= minimum,
	};
}

/** An option that is a list of words. */
export function listOfWords(
	init: Pick<RuleOption<readonly string[]>, 'name' | 'description' | 'default'>,
): RuleOption<readonly string[]> {
	return {
		...init,
		schema: { type: 'array', items: { type: 'string', minLength: 1 } },
		expected: () => l10n.t('must be a list of strings'),
		accepts: (value): value is readonly string[] =>
			Array.isArray(value) && value.every((element) => typeof element === 'string' && element !== ''),
	};
}

/** The value of an option: what was given, if that is one, or else its default. */
export function chosen<T>(option: RuleOption<T>, given: Given): T {
	const value = given[option.name];
	return option.accepts(value) ? value : option.default;
}
