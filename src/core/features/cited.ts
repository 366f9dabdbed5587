import type { Project } from '../project/types.ts';
import { createEmitter, type Disposable, type Event } from '../util/event.ts';

/** Which entries the documents cite that were looked at: those are worth a closer look themselves. */
export interface Cited extends Disposable {
	/** Fires when other entries are cited than before. */
	readonly onDidChange: Event<void>;
	/**
	 * Notes what a document cites.
	 *
	 * @param files Where its keys may come from.
	 * @param keys Those that are there.
	 */
	note(uri: string, files: readonly string[], keys: Iterable<string>, project: Project): void;
	/** A document is gone. */
	forget(uri: string): void;
	/** The keys that documents cite which may come from a file. */
	keysOf(file: string): readonly string[] | 'all';
}

interface Noted {
	readonly files: ReadonlySet<string>;
	readonly keys: ReadonlySet<string>;
	/** `\\nocite{*}` */
	readonly all: boolean;
}

export function createCited(): Cited {
	const changed = createEmitter<void>();
	const noted = new Map<string, Noted>();
	return {
		onDidChange: changed.event,
		note(uri, files, keys, { declares, documents }) {
			const all = declares && [...documents.values()].some(({ semantics }) => semantics.nociteAll);
			const now: Noted = { files: new Set(files), keys: new Set(keys), all };
			const before = noted.get(uri);
			noted.set(uri, now);
			if (!before || before.all !== all || !equal(before.files, now.files) || !equal(before.keys, now.keys))
				changed.fire();
		},
		forget(uri) {
			if (noted.delete(uri)) changed.fire();
		},
		keysOf(file) {
			const citing = [...noted.values()].filter(({ files }) => files.has(file));
			return citing.some(({ all }) => all) ? 'all' : [...new Set(citing.flatMap(({ keys }) => [...keys]))];
		},
		dispose: changed.dispose,
	};
}

function equal(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((element) => other.has(element));
}
