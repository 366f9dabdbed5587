// What must be there before anything else can run. Only Node built-ins.
import { existsSync } from 'node:fs';
import { inProject, readJson } from './project.mjs';
import { npm } from './run.mjs';

/** Throws unless this Node is as new as package.json asks. */
export function requireNode() {
	const needed = readJson('package.json').engines.node.replace('>=', '');
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
	if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
	throw new Error(`Node ${needed} or newer is needed; this is ${process.version}.`);
}

/** Runs `npm ci` unless node_modules holds what package-lock.json says. */
export async function ensureDependencies() {
	requireNode();
	if (!isStale()) return;
	console.log('Installing dependencies (npm ci)');
	const code = await npm('ci', '--no-audit', '--no-fund');
	if (code !== 0) throw new Error(`npm ci failed with exit code ${code}; what it says above is the reason.`);
}

function isStale() {
	const installedLock = 'node_modules/.package-lock.json';
	if (!existsSync(inProject(installedLock))) return true;
	const installed = readJson(installedLock).packages;
	return Object.entries(readJson('package-lock.json').packages).some(([name, wanted]) => {
		// Optional packages are those of other platforms, too.
		if (name === '' || wanted.optional) return false;
		return installed[name]?.version !== wanted.version || !existsSync(inProject(name));
	});
}
