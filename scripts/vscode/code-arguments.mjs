// The command line of the desktop's `code`, as far as @vscode/test-electron uses it.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const withValue = new Set([
	'crash-reporter-directory',
	'disable-extension',
	'enable-proposed-api',
	'extensionDevelopmentKind',
	'extensionDevelopmentPath',
	'extensionTestsPath',
	'extensions-dir',
	'file-uri',
	'folder-uri',
	'locale',
	'log',
	'password-store',
	'profile',
	'user-data-dir',
]);

/**
 * Reads `--name=value`, `--name value` and paths. Unknown options are ignored, as `code` itself does.
 * @param {readonly string[]} argv
 */
export function parseCodeArguments(argv) {
	/** @type {Map<string, string[]>} */
	const options = new Map();
	/** @type {string[]} */
	const paths = [];
	for (let i = 0; i < argv.length; i++) {
		const argument = argv[i] ?? '';
		const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
		if (name === undefined) {
			if (!argument.startsWith('-')) paths.push(argument);
			continue;
		}
		const next = argv[i + 1];
		const takesNext = value === undefined && withValue.has(name) && next !== undefined && !next.startsWith('-');
		options.set(name, [...(options.get(name) ?? []), (takesNext ? argv[++i] : value) ?? '']);
	}
	const all = (/** @type {string} */ name) => options.get(name) ?? [];
	return {
		developmentPaths: all('extensionDevelopmentPath').map(toPath),
		/** Until the user trusts it, a workspace is not: the desktop is asked that by leaving out an option. */
		asksForTrust: options.has('ask-for-trust'),
		/** They run in the browser instead of in Node. */
		inBrowser: all('extensionDevelopmentKind').at(-1) === 'web',
		testsPath: all('extensionTestsPath').map(toPath).at(-1),
		userDataDir: all('user-data-dir').at(-1),
		extensionsDir: all('extensions-dir').at(-1),
		disableExtensions: options.has('disable-extensions'),
		paths: [...paths, ...all('folder-uri'), ...all('file-uri')].map(toPath),
	};
}

/** @param {string} location */
const toPath = (location) => (location.startsWith('file:') ? fileURLToPath(location) : path.resolve(location));
