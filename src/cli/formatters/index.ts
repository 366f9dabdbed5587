import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';
import type { Formatter } from './types.ts';

/** All forms of a report, the default first. A new one is a file beside these and a line here. */
export const formatters: readonly Formatter[] = [stylish, json, github, sarif, junit];
