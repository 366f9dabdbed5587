import { check } from './check.ts';
import { cites } from './cites.ts';
import { complete } from './complete.ts';
import { convert } from './convert.ts';
import { fixKey } from './fix-key.ts';
import { importFiles } from './import.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { suggest } from './suggest.ts';
import type { CommandFactory } from './types.ts';

/** All commands, in the order of the help. A new command is a file beside these and a line here. */
export const commands: readonly CommandFactory[] = [
	check,
	cites,
	importFiles,
	convert,
	report,
	search,
	suggest,
	complete,
	fixKey,
];
