import type { Config, ConfigSource } from './config.ts';
import { type ConfigFile, configFileName, findConfigFile, parseConfigFile } from './config-file.ts';
import { isWatching, type Workspace } from './ports.ts';
import { createEmitter, type Disposable, disposeAll, type Event } from './util/event.ts';

/** The file wins over the settings, value by value; corpora and cite commands add up. */
export function mergeConfig(settings: Config, file: Config): Config {
	return {
		corpus: [...settings.corpus, ...file.corpus],
		citeCommands: [...new Set([...settings.citeCommands, ...file.citeCommands])],
		rules: { ...settings.rules, ...file.rules },
		...optionsOf(settings, file),
		...formulaOf(file.citationKeyFormula ?? settings.citationKeyFormula),
	};
}

function optionsOf(settings: Config, file: Config): Pick<Config, 'ruleOptions'> {
	const ids = new Set([settings, file].flatMap(({ ruleOptions = {} }) => Object.keys(ruleOptions)));
	if (ids.size === 0) return {};
	const merged = [...ids].map((id) => [id, { ...settings.ruleOptions?.[id], ...file.ruleOptions?.[id] }]);
	return { ruleOptions: Object.fromEntries(merged) };
}

function formulaOf(citationKeyFormula: string | undefined): Pick<Config, 'citationKeyFormula'> {
	return citationKeyFormula === undefined ? {} : { citationKeyFormula };
}

/** What a host's own settings (an editor's, or a command line's) say of a file. */
export interface Settings {
	forFile(uri: string): Config;
	readonly onDidChange?: Event<void>;
}

/** The configuration of each file: the host's settings, and the nearest `relatedwork.json` over them. */
export function createConfigSource(workspace: Workspace, settings: Settings): ConfigSource & Disposable {
	const changed = createEmitter<void>();
	/** By folder: most questions come for the files of few folders. */
	const nearest = new Map<string, Promise<string | undefined>>();
	const files = new Map<string, ConfigFile>();

	const nearestTo = (uri: string) => {
		const folder = uri.slice(0, uri.lastIndexOf('/'));
		let found = nearest.get(folder);
		if (!found) nearest.set(folder, (found = findConfigFile(workspace, folder)));
		return found;
	};
	const read = async (uri: string): Promise<ConfigFile> => {
		const known = files.get(uri);
		if (known) return known;
		const file = parseConfigFile(uri, (await workspace.open(uri)).getText());
		files.set(uri, file);
		return file;
	};

	const subscriptions: Disposable[] = [changed];
	if (settings.onDidChange) subscriptions.push(settings.onDidChange(() => changed.fire()));
	if (isWatching(workspace)) {
		subscriptions.push(
			workspace.onDidChange((uris) => {
				if (!uris.some((uri) => uri.endsWith(`/${configFileName}`))) return;
				nearest.clear();
				files.clear();
				changed.fire();
			}),
		);
	}
	return {
		async forFile(uri) {
			const [folder] = workspace.folders;
			// What was never saved belongs where it would be saved.
			const place = folder !== undefined && uri.startsWith('untitled:') ? `${folder}/-` : uri;
			const own = settings.forFile(place);
			const file = await nearestTo(place);
			if (!file) return own;
			try {
				return mergeConfig(own, (await read(file)).config);
			} catch {
				// Gone between finding and reading it: as if it had never been there.
				return own;
			}
		},
		onDidChange: changed.event,
		problems: () => [...files.values()].flatMap((file) => file.problems),
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}
