import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inProject, readJson } from '../../../scripts/lib/project.mjs';
import { npmIn } from '../../../scripts/vscode/npm-archive.mjs';
import { nodeOf } from '../../../scripts/vscode/pins.mjs';

/** Packs the extension as it is published; returns the path of the `.vsix`, which is made in `folder`. */
export function packExtension(folder: string): string {
	const { name, version } = readJson('package.json');
	const file = path.join(folder, `${name}-${version}.vsix`);
	npmIn(inProject(), 'run', 'package', '--', '--out', file);
	return file;
}

/** Installs a `.vsix` as a user would, into an extensions folder of its own; returns that folder, which is made in `folder`. */
export function installExtension(vsix: string, install: string, folder: string): string {
	const extensionsDir = path.join(folder, 'extensions');
	const argv = [
		path.join(install, 'out/server-main.js'),
		...['--install-extension', vsix, '--extensions-dir', extensionsDir],
		...['--server-data-dir', path.join(folder, 'install-data'), '--accept-server-license-terms'],
	];
	execFileSync(nodeOf(install), argv, { stdio: ['ignore', 'ignore', 'inherit'] });
	return extensionsDir;
}
