import type { Command } from 'commander';
import type { Context } from '../core/model/citation.ts';
import { BadLine, type Input, optionalText, textOf } from './batch.ts';
import { wholeNumber } from './options.ts';

const parts = ['lead', 'before', 'after', 'section', 'title', 'abstract'] as const;

/** What surrounds a citation, of an object with a `text` and whatever else is known. */
export function contextOf(input: Input): Context {
	const given = parts
		.map((name) => [name, optionalText(input, name)] as const)
		.filter(([, text]) => text !== undefined);
	const year = yearOf(input.year);
	return { text: textOf(input, 'text'), ...Object.fromEntries(given), ...(year !== undefined && { year }) };
}

function yearOf(value: unknown): number | undefined {
	if (value === undefined || value === null) return undefined;
	const year = Number(value);
	if (!Number.isInteger(year)) throw new BadLine('"year" must be a whole number');
	return year;
}

/** Adds the options that give a context by hand; `text` says what `--text` is. */
export function withContext(command: Command, text: string): Command {
	return command
		.option('--text <text>', text)
		.option('--before <text>', 'the sentence before it')
		.option('--after <text>', 'the sentence after it')
		.option('--section <title>', 'heading of the section')
		.option('--title <title>', 'title of the citing document')
		.option('--year <year>', 'year of the citing document', wholeNumber);
}
