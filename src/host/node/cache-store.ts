import { createHash, randomUUID } from 'node:crypto';
import {
	closeSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { CacheStore, StoreWriter } from '../../core/ports.ts';
import { openStored, readRange } from './open-file.ts';

/** Bytes that a cache may take on disk. */
const mostBytes = 4 * 2 ** 30;
/** Milliseconds after which a file that is not finished is nobody's any more. */
const abandoned = 24 * 60 * 60 * 1000;
const unfinished = '.tmp';

/**
 * A cache in a folder of its own, which is made when it is needed. A file is written under another name and renamed, so
 * that whoever reads finds it whole or not at all; when there are too many, those go that were not used for the longest
 * time. Calls wait for the disk: they belong into a thread.
 */
export function createCacheStore(folder: string, limit = mostBytes): CacheStore {
	const path = (name: string) => join(folder, name);
	return {
		open(name) {
			try {
				const stored = openStored(path(name));
				touch(path(name));
				return stored;
			} catch {
				return undefined;
			}
		},
		create() {
			mkdirSync(folder, { recursive: true });
			return openWriter(folder, (name) => trim(folder, limit, name));
		},
		delete: (name) => remove(path(name)),
		digest(parts) {
			const hash = createHash('sha256');
			for (const part of parts) hash.update(part);
			return hash.digest('hex');
		},
	};
}

function openWriter(folder: string, kept: (name: string) => void): StoreWriter {
	const temporary = join(folder, `${randomUUID()}${unfinished}`);
	const file = openSync(temporary, 'wx+', 0o600);
	let length = 0;
	let state: 'open' | 'closed' | 'kept' = 'open';
	const close = () => {
		// Once: the number of a closed file may be another one's by then.
		if (state !== 'open') return;
		closeSync(file);
		state = 'closed';
	};
	return {
		get length() {
			return length;
		},
		append(bytes) {
			for (const end = length + bytes.length; length < end; ) {
				const from = bytes.length - (end - length);
				length += writeSync(file, bytes, from, end - length, length);
			}
		},
		read: (start, end) => readRange(file, start, end),
		keep(name) {
			close();
			state = 'kept';
			try {
				renameSync(temporary, join(folder, name));
			} catch {
				// Windows replaces no file that somebody has open. What was written serves at least this process.
				return openStored(temporary);
			}
			const stored = openStored(join(folder, name));
			kept(name);
			return stored;
		},
		abandon() {
			close();
			if (state !== 'kept') remove(temporary);
		},
	};
}

/** Deletes what was not used for the longest time until the rest fits. */
function trim(folder: string, limit: number, kept: string): void {
	const files = filesOf(folder);
	const [stale, used] = [files.filter(isStale), files.filter(({ name }) => !name.endsWith(unfinished))];
	for (const { name } of stale) remove(join(folder, name));
	let total = used.reduce((sum, { size }) => sum + size, 0);
	for (const { name, size } of used.sort((a, b) => a.time - b.time)) {
		if (total <= limit) return;
		if (name === kept) continue;
		remove(join(folder, name));
		total -= size;
	}
}

interface CacheFile {
	readonly name: string;
	readonly size: number;
	/** Of the last use, in milliseconds. */
	readonly time: number;
}

function isStale({ name, time }: CacheFile): boolean {
	return name.endsWith(unfinished) && Date.now() - time > abandoned;
}

function filesOf(folder: string): CacheFile[] {
	try {
		return readdirSync(folder).flatMap((name) => {
			const stats = statSync(join(folder, name), { throwIfNoEntry: false });
			return stats?.isFile() ? [{ name, size: stats.size, time: stats.mtimeMs }] : [];
		});
	} catch {
		return [];
	}
}

function touch(path: string): void {
	try {
		utimesSync(path, new Date(), new Date());
	} catch {
		// A folder that cannot be written to can be read all the same.
	}
}

function remove(path: string): void {
	try {
		rmSync(path, { force: true });
	} catch {
		// Still open elsewhere, or not ours: whoever trims the cache next tries again.
	}
}
