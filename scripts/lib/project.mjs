// Where things are in this project. Only Node built-ins: it is read before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Absolute path of something in the project. @param {string[]} parts */
export const inProject = (...parts) => path.join(root, ...parts);

/** Parsed JSON file of the project. @param {string} name @returns {any} */
export const readJson = (name) => JSON.parse(readFileSync(inProject(name), 'utf8'));
