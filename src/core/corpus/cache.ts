import type { CacheStore, RangedBytes, StoreWriter } from '../ports.ts';
import { openSegment, writeSegment } from '../search/codec.ts';
import type { Segment } from '../search/segment.ts';
import type { SourceInput, SourceReport } from './types.ts';

/** A source that was read. */
export interface Loaded {
	readonly segment: Segment;
	readonly report: SourceReport;
}

/** Sources as they were read, kept for the next start. */
export interface SourceCache {
	/** The name for what this content of a source gives. */
	nameOf(source: SourceInput): string;
	/** What is kept under a name of `nameOf`. Never throws. */
	open(source: Origin, name: string): Loaded | undefined;
	/** What a source gave when its file had this signature. Never throws. */
	unchanged(source: Origin, signature: string): Loaded | undefined;
	/**
	 * Keeps a source whose records `writer` has got; the segment that is given back reads them there. Yields after small
	 * steps; throws where there is no room.
	 */
	keep(loaded: Loaded, name: string, writer: StoreWriter): Generator<void, Loaded>;
	/**
	 * Remembers that a source whose file has this signature gives what is kept under a name, and lets go of what it gave
	 * before. Never throws.
	 */
	note(source: Origin, name: string, signature: string): void;
}

/** All that decides what a source gives, but its content. */
type Origin = Omit<SourceInput, 'bytes'>;

/** What was kept last of a source. */
interface Note {
	readonly signature: string;
	/** The name that it is kept under. */
	readonly name: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param program What is kept by another one is not read. */
export function createSourceCache(store: CacheStore, program: string): SourceCache {
	const digestOf = (text: string) => store.digest([encoder.encode(text)]);
	const idOf = ({ file, keyFormula }: Origin) => digestOf(JSON.stringify([file, keyFormula])).slice(0, 16);
	const noteOf = (source: Origin) => `${idOf(source)}-note`;

	const open = ({ file }: Origin, name: string): Loaded | undefined => {
		const stored = store.open(name);
		if (!stored) return undefined;
		const opened = openSegment(stored, program);
		if (opened?.segment.file === file)
			return { segment: opened.segment, report: JSON.parse(opened.about) as SourceReport };
		stored.close();
		store.delete(name);
		return undefined;
	};

	const readNote = (source: Origin): Note | undefined => {
		const stored = store.open(noteOf(source));
		if (!stored) return undefined;
		try {
			const line = decoder.decode(stored.read(0, stored.length));
			const end = line.indexOf(' ');
			const text = line.slice(end + 1);
			return line.slice(0, end) === digestOf(text) ? (JSON.parse(text) as Note) : undefined;
		} catch {
			return undefined;
		} finally {
			stored.close();
		}
	};

	const writeNote = (source: Origin, note: Note) => {
		const text = JSON.stringify(note);
		const writer = store.create();
		try {
			writer.append(encoder.encode(`${digestOf(text)} ${text}`));
			writer.keep(noteOf(source)).close();
		} finally {
			writer.abandon();
		}
	};

	return {
		nameOf: (source) => `${idOf(source)}-${store.digest(partsOf(source.bytes)).slice(0, 32)}`,
		open,
		unchanged(source, signature) {
			const note = readNote(source);
			return note?.signature === signature ? open(source, note.name) : undefined;
		},
		*keep({ segment, report }, name, writer) {
			yield* writeSegment(segment, program, JSON.stringify(report), writer);
			const bytes = writer.keep(name);
			return { segment: { ...segment, records: { ...segment.records, bytes } }, report };
		},
		note(source, name, signature) {
			const before = readNote(source);
			if (before && before.name !== name) store.delete(before.name);
			try {
				writeNote(source, { signature, name });
			} catch {
				// Without it the next start reads the file to see that it is the same.
			}
		},
	};
}

const partSize = 1 << 20;

function* partsOf(bytes: Uint8Array | RangedBytes): Generator<Uint8Array> {
	if (bytes instanceof Uint8Array) yield bytes;
	else {
		for (let start = 0; start < bytes.length; start += partSize)
			yield bytes.read(start, Math.min(start + partSize, bytes.length));
	}
}
