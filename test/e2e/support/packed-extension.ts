import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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

/** Packs an extension that does nothing but be there, under another's name; returns the path of the `.vsix`. */
export function packStandIn(folder: string, manifest: Readonly<Record<string, unknown>>): string {
	const source = path.join(folder, 'stand-in');
	mkdirSync(source, { recursive: true });
	writeFileSync(
		path.join(source, 'package.json'),
		JSON.stringify({ version: '1.0.0', files: ['README.md'], engines: { vscode: '^1.100.0' }, ...manifest }),
	);
	writeFileSync(path.join(source, 'README.md'), 'Stands in for another extension.');
	const file = path.join(folder, 'stand-in.vsix');
	const vsce = inProject('node_modules/@vscode/vsce/vsce');
	const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
	execFileSync(process.execPath, [vsce, 'package', ...options], {
		cwd: source,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
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
