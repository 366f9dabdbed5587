// The VS Code versions that tests run on, and how to know that what was fetched is what was meant.
import { inProject, readJson } from '../lib/project.mjs';

/**
 * @typedef {object} Pin
 * @property {string} vscode version of VS Code
 * @property {string} codeServer version of the code-server package that carries its server build
 * @property {string} integrity of that package
 * @property {string} node version of Node that this server runs on
 * @property {Record<string, string>} nodeIntegrity of the Node package, by platform
 */

/** `floor` is what `engines.vscode` asks for; `current` the newest that was tried. @type {Record<'floor' | 'current', Pin>} */
export const pins = readJson('scripts/vscode/pins.json');

/** @param {string} name @returns {name is 'floor' | 'current'} */
export const isPinName = (name) => Object.hasOwn(pins, name);

/** Where a version is installed. @param {Pin} pin */
export const installFolder = (pin) => inProject('.vscode-test', `vscode-${pin.vscode}`);

/** The Node that a server runs on. @param {string} install */
export const nodeOf = (install) => process.env.VSCODE_SERVER_NODE ?? `${install}/node`;
