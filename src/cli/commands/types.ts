import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** Makes a command; `finish` takes the exit code of its action. */
export type CommandFactory = (io: Io, finish: (code: number) => void) => Command;
