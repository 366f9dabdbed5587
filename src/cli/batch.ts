import { Option } from 'commander';
import { UsageError } from './exit.ts';
import type { Io } from './io.ts';
import { lines } from './lines.ts';
import type { Session } from './session.ts';

/** One JSON object of a line. */
export type Input = Readonly<Record<string, unknown>>;

/** A line that is not what it should be: the message says how. */
export class BadLine extends Error {}

export function batchOption(input: string): Option {
	const description = `answer many questions: JSON lines ${input} on standard input, {"id","keys"} on standard output`;
	return new Option('--batch <input>', description).argParser((value: string) => {
		if (value !== '-') throw new UsageError('--batch reads standard input: write --batch - and pipe the file in');
		return value;
	});
}

/**
 * Answers JSON lines by JSON lines, in order, each as soon as it is there. A line that cannot be understood is refused
 * with its number, and the others are answered.
 * @param ask the keys, best first, for an input
 */
export async function answerBatch(
	session: Session,
	io: Io,
	ask: (input: Input) => Promise<readonly string[]>,
): Promise<void> {
	for await (const input of jsonLines(session, io.stdin, 'standard input')) {
		try {
			const keys = await ask(input.value);
			await io.write(`${JSON.stringify({ id: input.value.id ?? null, keys })}\n`);
		} catch (error) {
			if (!(error instanceof BadLine)) throw error;
			session.refuse(`standard input, line ${input.number}: ${error.message}`);
		}
	}
}

/** The objects of JSON lines with their line numbers, from one on; empty lines are passed over, bad ones refused. */
export async function* jsonLines(
	session: Session,
	stream: AsyncIterable<Uint8Array | string>,
	name: string,
): AsyncGenerator<{ readonly value: Input; readonly number: number }> {
	let number = 0;
	for await (const line of lines(stream)) {
		number++;
		if (line.trim() === '') continue;
		try {
			yield { value: asObject(JSON.parse(line)), number };
		} catch (error) {
			if (error instanceof SyntaxError) session.refuse(`${name}, line ${number}: not valid JSON`);
			else if (error instanceof BadLine) session.refuse(`${name}, line ${number}: ${error.message}`);
			else throw error;
		}
	}
}

/** Throws BadLine. */
export function asObject(value: unknown): Input {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Input;
	throw new BadLine('not a JSON object');
}

/** A text that must be there. */
export function textOf(input: Input, name: string): string {
	const value = input[name];
	if (typeof value === 'string') return value;
	throw new BadLine(`"${name}" must be a string`);
}

/** A text that may be there. */
export function optionalText(input: Input, name: string): string | undefined {
	return input[name] === undefined || input[name] === null ? undefined : textOf(input, name);
}
