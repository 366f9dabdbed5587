import type { Command } from './command.ts';

/** Reads every source of papers again. */
export const reload: Command = {
	id: 'relatedWork.reload',
	execute: ({ service }) => service.reload(),
};
