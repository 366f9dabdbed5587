// Where the desktop's VS Code is. Only Node built-ins.
import os from 'node:os';
import path from 'node:path';
import { isExecutable, which } from './run.mjs';

/** What to do where VS Code is not found, by platform. @type {Partial<Record<NodeJS.Platform, string>>} */
export const howToGetCode = {
	darwin:
		"VS Code was not found. Put it into Applications, or run “Shell Command: Install 'code' command in PATH” in it; then run npm start again.",
	win32: 'VS Code was not found. Install it with “Add to PATH” chosen, open a new terminal, and run npm start again.',
};

/** Path of VS Code's command: on the PATH, or where its installers put it; undefined where it is in neither. */
export function findCode(platform = process.platform, env = process.env, found = isExecutable) {
	return which('code') ?? placesOf(platform, env).find(found);
}

/** @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env */
function placesOf(platform, env) {
	if (platform === 'darwin') {
		const inside = 'Visual Studio Code.app/Contents/Resources/app/bin/code';
		return ['/Applications', path.join(os.homedir(), 'Applications')].map((folder) => path.join(folder, inside));
	}
	if (platform !== 'win32') return [];
	const folders = [env.LOCALAPPDATA && path.win32.join(env.LOCALAPPDATA, 'Programs'), env.ProgramFiles];
	return folders.flatMap((folder) => folder || []).map((folder) => `${folder}\\Microsoft VS Code\\bin\\code.cmd`);
}
