import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { commands } from './commands/index.ts';
import { exit, UsageError } from './exit.ts';
import type { Io } from './io.ts';

/**
 * The command line. Never throws.
 * @param argv without the program itself
 * @returns the exit code: 0 without errors, 1 where errors were found, 2 for wrong usage or unreadable input
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
	let code: number = exit.ok;
	const output: string[] = [];
	const program = new Command('relwork')
		.description('Checks citations, and finds the papers to cite, in LaTeX and Markdown.')
		.version(version, '-V, --version', 'print the version')
		.helpCommand('help [command]', 'print the help of a command')
		.addHelpText('after', '\nExit code: 0 no errors, 1 errors found, 2 wrong usage or unreadable input.');
	for (const command of commands)
		program.addCommand(
			command(io, (result) => {
				code = result;
			}),
		);
	for (const command of [program, ...program.commands]) {
		command.helpOption('-h, --help', 'print this help');
		command.exitOverride().configureOutput({
			writeOut: (text) => void output.push(text),
			writeErr: (text) => io.tell(text),
			getOutHelpWidth: () => io.width ?? 100,
			outputError: (text, write) =>
				write(
					`relwork: ${text
						.replace(/^error: /, '')
						.trim()
						.replace(/\s*\n\s*/g, ' ')}\n`,
				),
		});
	}
	try {
		await program.parseAsync(argv, { from: 'user' });
	} catch (error) {
		code = failure(error, io);
	}
	await io.write(output.join(''));
	return code;
}

/** What is not the fault of any file. */
function failure(error: unknown, io: Io): number {
	if (error instanceof CommanderError) return error.exitCode === 0 ? exit.ok : exit.unusable;
	if (error instanceof UsageError) io.tell(`relwork: ${error.message}\n`);
	else io.tell(`relwork: internal error: ${error instanceof Error ? error.stack : error}\n`);
	return exit.unusable;
}
