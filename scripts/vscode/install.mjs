// Installs VS Code's server build from the npm registry alone; nothing is compiled and no install script runs.
//   node scripts/vscode/install.mjs [floor] [current] [--print-key]
// docs/testing.md says why a server and how to move to another version.
import { createHash } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject } from '../lib/project.mjs';
import { main } from '../lib/run.mjs';
import { npmIn, unpack } from './npm-archive.mjs';
import { installFolder, isPinName, pins } from './pins.mjs';

const platform = `${process.platform}-${process.arch}`;
const standIns = inProject('scripts/vscode/stand-ins');
const lockFolder = (/** @type {import('./pins.mjs').Pin} */ pin) => inProject('scripts/vscode/locks', pin.codeServer);

/** Built-in extensions that are large, or that reach for a network. */
const unwantedExtensions = [
	'copilot',
	'mermaid-markdown-features',
	'microsoft-authentication',
	'ms-vscode.js-debug',
	'ms-vscode.js-debug-companion',
	'ms-vscode.vscode-js-profile-table',
	'tunnel-forwarding',
];

/** Changes whenever an installed version has to be installed again. @param {import('./pins.mjs').Pin} pin */
export function installKey(pin) {
	const hash = createHash('sha256').update(JSON.stringify(pin)).update(platform);
	for (const file of [fileURLToPath(import.meta.url), ...filesBelow(lockFolder(pin)), ...filesBelow(standIns)]) {
		hash.update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 16);
}

/** Installs a version where it isn't yet, and returns its folder. @param {'floor' | 'current'} name */
export function installVSCode(name) {
	const pin = pins[name];
	const target = installFolder(pin);
	const stamp = path.join(target, '.installed');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === installKey(pin)) return target;
	if (!pin.nodeIntegrity[platform]) {
		throw new Error(
			`The VS Code server for tests can be installed on ${Object.keys(pin.nodeIntegrity).join(' and ')} only; this is ` +
				`${platform}. Set RELATED_WORK_VSCODE=download to test in a downloaded desktop VS Code.`,
		);
	}
	const started = performance.now();
	const temporary = `${target}.${process.pid}.tmp`;
	try {
		build(pin, temporary);
		writeFileSync(path.join(temporary, '.installed'), installKey(pin));
		rmSync(target, { recursive: true, force: true });
		renameSync(temporary, target);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	console.log(`VS Code ${pin.vscode} installed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
	return target;
}

/** @param {import('./pins.mjs').Pin} pin @param {string} folder */
function build(pin, folder) {
	unpack({
		spec: `code-server@${pin.codeServer}`,
		integrity: pin.integrity,
		member: 'package/lib/vscode',
		strip: 3,
		target: folder,
	});
	// The manifest inside asks for far more than a server needs, and its shrinkwrap does not agree with it.
	rmSync(path.join(folder, 'npm-shrinkwrap.json'), { force: true });
	cpSync(lockFolder(pin), folder, { recursive: true });
	npmIn(folder, 'ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
	addStandIns(path.join(folder, 'node_modules'));
	prune(folder);
	unpack({
		spec: `node-${platform}@${pin.node}`,
		integrity: pin.nodeIntegrity[platform] ?? '',
		member: 'package/bin/node',
		strip: 2,
		target: folder,
	});
	chmodSync(path.join(folder, 'node'), 0o755);
}

/**
 * Plain JavaScript in place of packages that are only telemetry or logging here and would need a compiler.
 * @param {string} modules
 */
function addStandIns(modules) {
	for (const file of filesBelow(standIns)) {
		const name = path.relative(standIns, path.dirname(file)).replaceAll(path.sep, '/');
		const folder = path.join(modules, name);
		mkdirSync(folder, { recursive: true });
		cpSync(file, path.join(folder, 'index.js'));
		const manifest = { name, version: '0.0.0', main: 'index.js', type: 'commonjs' };
		writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	}
}

/** Removes what other platforms need and what a test never looks at: half of the size. @param {string} folder */
function prune(folder) {
	const remove = (/** @type {string[]} */ ...parts) =>
		rmSync(path.join(folder, ...parts), { recursive: true, force: true });
	for (const name of unwantedExtensions) remove('extensions', name);
	for (const binaries of ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds']) {
		for (const name of readdirSync(path.join(folder, binaries))) if (name !== platform) remove(binaries, name);
	}
	remove('node_modules/node-pty/third_party');
	remove('node_modules/node-pty/deps');
	remove('node_modules/@vscode/tree-sitter-wasm/wasm-all');
	for (const file of filesBelow(path.join(folder, 'out'))) if (file.endsWith('.js.map')) rmSync(file);
}

/** Absolute paths, in a stable order. @param {string} folder */
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	void main(async () => {
		const asked = process.argv.slice(2).filter((argument) => argument !== '--print-key');
		for (const name of asked.length > 0 ? asked : Object.keys(pins)) {
			if (!isPinName(name)) throw new Error(`There is no version called "${name}"; choose floor or current.`);
			if (process.argv.includes('--print-key')) console.log(installKey(pins[name]));
			else console.log(`VS Code ${pins[name].vscode}: ${installVSCode(name)}`);
		}
	});
}
