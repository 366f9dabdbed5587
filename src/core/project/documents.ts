import type { ConfigSource } from '../config.ts';
import { languageFor } from '../languages/index.ts';
import type { Language } from '../languages/types.ts';
import type { Logger, Workspace } from '../ports.ts';
import type { Disposable } from '../util/event.ts';
import type { Stats } from './stats.ts';
import type { ScannedDocument } from './types.ts';

/** Documents by URI, each scanned once per version, however many ask at once. */
export interface Documents extends Disposable {
	/**
	 * Undefined where there is no such file, or one that no language here reads.
	 *
	 * @param otherwise The language of a file whose name does not tell, e.g. the one of the document that includes it.
	 */
	get(uri: string, otherwise?: Language): Promise<ScannedDocument | undefined>;
}

interface Held {
	readonly version: string;
	readonly scanned: Promise<ScannedDocument | undefined>;
}

/** Documents that are kept; the ones unused for longest are dropped first. */
const MAX_HELD = 3000;

export function createDocuments(init: {
	readonly workspace: Workspace;
	readonly stats: Stats;
	readonly config: ConfigSource;
	readonly log: Logger;
}): Documents {
	const { workspace, stats, config, log } = init;
	const held = new Map<string, Held>();

	async function read(uri: string, otherwise: Language | undefined, citeCommands: readonly string[]) {
		try {
			const document = await workspace.open(uri);
			const language = languageFor(uri, document.languageId) ?? otherwise;
			const options = { citeCommands };
			return language && { document, language, options, semantics: language.scan(document.getText(), options) };
		} catch (error) {
			log.warn(`${uri} could not be read: ${error instanceof Error ? error.message : String(error)}`);
			return undefined;
		}
	}

	return {
		async get(uri, otherwise) {
			const [stat, { citeCommands }] = await Promise.all([stats.stat(uri), config.forFile(uri)]);
			if (stat?.kind !== 'file') {
				held.delete(uri);
				return undefined;
			}
			const fallback = languageFor(uri) ? undefined : otherwise;
			const version = [stat.version, fallback?.id, ...citeCommands].join('\n');
			const known = held.get(uri);
			held.delete(uri);
			const current = known?.version === version ? known : { version, scanned: read(uri, fallback, citeCommands) };
			held.set(uri, current);
			if (held.size > MAX_HELD) held.delete(held.keys().next().value!);
			return current.scanned;
		},
		dispose: () => held.clear(),
	};
}
