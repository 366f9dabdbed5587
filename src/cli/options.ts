import { InvalidArgumentError, Option } from 'commander';

// Options that several commands share.

export function corpusOption(): Option {
	const description = 'file, folder or quoted glob of papers to cite from; repeatable';
	return new Option('--corpus <source>', description).argParser((value: string, previous: readonly string[] = []) => [
		...previous,
		value,
	]);
}

export function cacheOption(): Option {
	return new Option('--cache <folder>', 'keep what large sources gave in this folder, and be quick the next time');
}

export function formatOption(): Option {
	return new Option('--format <name>', 'form of the results').choices(['text', 'json']).default('text');
}

export function wholeNumber(value: string): number {
	if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
	return Number(value);
}

export function limitOption(otherwise: number): Option {
	return new Option('--limit <number>', 'at most so many papers').argParser(wholeNumber).default(otherwise);
}
