import type { Command } from './command.ts';

export const reloadCommand = 'relatedWork.reload';

/** Reads every source of papers again. */
export const reload: Command = {
	id: reloadCommand,
	execute: ({ service }) => service.reload(true),
};
