import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import { type Breathe, type CacheStore, type Disk, FileError, type Logger, type StoreWriter } from '../ports.ts';
import { bytesInMemory } from '../search/records.ts';
import { buildSegment, paperOfOwnKey } from '../search/segment.ts';
import { inDigits } from '../translations.ts';
import { createSourceCache, type Loaded, type SourceCache } from './cache.ts';
import { drive } from './drive.ts';
import { identities } from './identity.ts';
import { readPapers } from './reading.ts';
import type { LoadProgress, SourceInput, SourceRequest } from './types.ts';

/** One source that is being read. */
export interface LoadJob {
	readonly source: SourceRequest;
	readonly givenUp: () => boolean;
	readonly progress: (progress: LoadProgress) => void;
}

/** Reads a source, or takes what is kept of it. Undefined where it was given up; throws FileError. */
export type Loader = (job: LoadJob) => Promise<Loaded | undefined>;

/** A cache, and where it keeps things. */
interface Kept {
	readonly cache: SourceCache;
	readonly store: CacheStore;
}

/** A source below this size, in bytes, is read about as quickly as what is kept of it. */
const leastKept = 500_000;
/** Milliseconds between two reports of progress. */
const pace = 100;

export function createLoader(init: {
	readonly breathe: Breathe;
	readonly log: Logger;
	readonly disk: Disk | undefined;
	/** More papers than this are not read from one source. */
	readonly mostPapers: number;
}): Loader {
	const { breathe, log, disk, mostPapers } = init;
	const store = disk?.cache;
	const kept: Kept | undefined = store && { store, cache: createSourceCache(store, disk.program) };

	/** @param keeping Where the papers go instead of into memory, and the name to keep the source under. */
	async function build(
		input: SourceInput,
		job: LoadJob,
		keeping?: { readonly cache: SourceCache; readonly name: string; readonly writer: StoreWriter },
	): Promise<Loaded | undefined> {
		const { givenUp } = job;
		const reading = readPapers(input);
		const storage = keeping ? { append: keeping.writer.append, bytes: keeping.writer } : bytesInMemory();
		const papers = bounded(reported(reading.papers, job), input.file, mostPapers);
		const segment = await drive(
			buildSegment(input.file, papers, identities, storage, reading.keyFor),
			breathe,
			givenUp,
		);
		if (!segment) return undefined;
		const report = reading.report((key) => paperOfOwnKey(segment, key)!);
		const loaded = { segment, report };
		return keeping ? drive(keeping.cache.keep(loaded, keeping.name, keeping.writer), breathe, givenUp) : loaded;
	}

	/** Reads a source and keeps what it gave; where that is not possible, holds it in memory. */
	async function buildAndKeep(input: SourceInput, job: LoadJob, kept: Kept, name: string) {
		let writer: StoreWriter | undefined;
		try {
			writer = kept.store.create();
			return await build(input, job, { cache: kept.cache, name, writer });
		} catch (error) {
			if (error instanceof FileError) throw error;
			log.warn(`${input.file} will be read again at the next start, as it cannot be kept: ${error}`);
		} finally {
			writer?.abandon();
		}
		return build(input, job);
	}

	/** Takes what is kept of a source, or reads it and keeps it, if that is worth it. */
	async function take(input: SourceInput, job: LoadJob, signature?: string): Promise<Loaded | undefined> {
		if (!kept || input.bytes.length < leastKept) return build(input, job);
		const name = kept.cache.nameOf(input);
		const same = job.source.fresh ? undefined : kept.cache.open(input, name);
		const loaded = same ?? (await buildAndKeep(input, job, kept, name));
		if (signature === undefined || !loaded) return loaded;
		if ((await disk?.files.signature(input.file)) === signature) {
			kept.cache.note(input, name, signature);
			return loaded;
		}
		kept.store.delete(name);
		return loaded;
	}

	async function fromDisk({ files }: Disk, job: LoadJob): Promise<Loaded | undefined> {
		const { fresh, bytes: _, ...source } = job.source;
		const { file } = source;
		const signature = await files.signature(file);
		const unchanged = fresh || signature === undefined ? undefined : kept?.cache.unchanged(source, signature);
		if (unchanged) return unchanged;
		// Part by part only where one can tell whether it changed meanwhile.
		if (signature !== undefined) {
			const bytes = await files.open(file);
			const whole = async () => (await files.signature(file)) === signature;
			try {
				const loaded = await take({ ...source, bytes }, job, signature);
				if (!loaded || (await whole())) return loaded;
				loaded.segment.records.bytes.close?.();
			} catch (error) {
				if (await whole()) throw error;
			} finally {
				bytes.close();
			}
		}
		const bytes = await files.read(file);
		return job.givenUp() ? undefined : take({ ...source, bytes }, job);
	}

	return async (job) => {
		const { fresh, bytes, ...source } = job.source;
		if (bytes) return build({ ...source, bytes }, job);
		if (!disk) throw new FileError(source.file, l10n.t('cannot be read here'));
		return fromDisk(disk, job);
	};
}

/** Papers as they are, while somebody is told how many there are. */
function* reported(papers: Iterable<Paper | undefined>, { source, progress }: LoadJob): Generator<Paper | undefined> {
	let count = 0;
	let next = Date.now() + pace;
	for (const paper of papers) {
		if (paper) count++;
		else if (Date.now() >= next) {
			progress({ file: source.file, papers: count });
			next = Date.now() + pace;
		}
		yield paper;
	}
}

/** Papers as they are; throws FileError where there are more than can be searched. */
function* bounded(papers: Iterable<Paper | undefined>, file: string, most: number): Generator<Paper | undefined> {
	let room = most;
	for (const paper of papers) {
		if (paper && room-- === 0) {
			const count = inDigits(most);
			throw new FileError(
				file,
				l10n.t('has more than {0} papers, which is too much to search; leave out what you never cite', count),
			);
		}
		yield paper;
	}
}
