import type { StoredBytes, StoreWriter } from '../ports.ts';
import { checksum } from '../util/checksum.ts';
import type { HashTable } from './hash-table.ts';
import type { RecordBytes } from './records.ts';
import type { Section } from './section.ts';
import type { Segment } from './segment.ts';
import type { Dictionary, Strings } from './strings.ts';

// A segment in a file: its records, then its arrays as they are in memory, then a header that says where each one is,
// then a footer of fixed length that says where the header is. Opening one reads arrays, and parses nothing but the
// header; records stay where they are until they are asked for.

/** Changes with the layout: what was written with another one is not read. */
const formatVersion = 4;

/** Numbers of the footer: magic, format version, start of the header (two halves), its length and checksum, and their own. */
const footerLength = 7 * 4;
/** Reads as another number on a machine whose bytes are in another order. */
const magic = 0x72776978;

interface Place {
	readonly start: number;
	readonly end: number;
	readonly checksum: number;
	/** Of text only. */
	readonly encoding?: 'utf-8' | 'utf-16';
}

interface Header {
	readonly stamp: string;
	readonly about: string;
	readonly numbers: Pick<Segment, 'file' | 'size' | 'titleTotal' | 'abstractTotal' | 'abstracts'>;
	readonly places: Readonly<Record<string, Place>>;
}

/**
 * Writes a segment behind its records, which the writer has got already. Yields after small steps.
 *
 * @param stamp Names the program that made it: no other one will read it.
 * @param about What else is to be remembered.
 */
export function* writeSegment(
	segment: Omit<Segment, 'records'> & { readonly records: Omit<Segment['records'], 'bytes'> },
	stamp: string,
	about: string,
	writer: StoreWriter,
): Generator<void, void> {
	const places: Record<string, Place> = {};
	for (const [name, value] of parts(segment)) {
		const [bytes, encoding] = typeof value === 'string' ? encodeText(value) : [bytesOf(value)];
		const start = writer.length;
		for (let from = 0; from < bytes.length; from += atOnce) {
			writer.append(bytes.subarray(from, from + atOnce));
			yield;
		}
		places[name] = { start, end: writer.length, checksum: checksum(bytes), ...(encoding && { encoding }) };
		yield;
	}
	const { file, size, titleTotal, abstractTotal, abstracts } = segment;
	const numbers = { file, size, titleTotal, abstractTotal, abstracts };
	const header = encoder.encode(JSON.stringify({ stamp, about, numbers, places } satisfies Header));
	const start = writer.length;
	writer.append(header);
	const footer = Uint32Array.of(magic, formatVersion, start, start / 2 ** 32, header.length, checksum(header), 0);
	footer[6] = checksum(new Uint8Array(footer.buffer, 0, footerLength - 4));
	writer.append(new Uint8Array(footer.buffer));
}

/** So many bytes are written in one step. */
const atOnce = 1 << 20;

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}

/** All text and all arrays of a segment but the bytes of records, by name. */
function* parts(value: object, path = ''): Generator<readonly [string, string | ArrayBufferView]> {
	for (const [name, part] of Object.entries(value)) {
		const at = path ? `${path}.${name}` : name;
		if (ArrayBuffer.isView(part)) yield [at, part];
		else if (typeof part === 'string' && path) yield [at, part];
		else if (typeof part === 'object' && at !== 'records.bytes') yield* parts(part, at);
	}
}

/**
 * Opens what `writeSegment` wrote. Undefined where it is of another program or damaged, in which case it may be thrown
 * away. The bytes of records are checked when they are read. Never throws.
 */
export function openSegment(
	stored: StoredBytes,
	stamp: string,
): { readonly segment: Segment; readonly about: string } | undefined {
	try {
		const header = readHeader(stored);
		if (header?.stamp !== stamp) return undefined;
		return { segment: readSegment(stored, header), about: header.about };
	} catch {
		return undefined;
	}
}

/** A part of the file is missing, or not what it was when it was written. */
class Damaged extends Error {}

function readHeader(stored: StoredBytes): Header | undefined {
	if (stored.length < footerLength) return undefined;
	const end = stored.length - footerLength;
	const bytes = stored.read(end, stored.length);
	const [first, version, low = 0, high = 0, length = 0, sum, own] = new Uint32Array(bytes.buffer, bytes.byteOffset, 7);
	if (first !== magic || version !== formatVersion || own !== checksum(bytes.subarray(0, footerLength - 4)))
		return undefined;
	const start = high * 2 ** 32 + low;
	if (start + length !== end) return undefined;
	return JSON.parse(decoder.decode(checked(stored, { start, end, checksum: sum ?? 0 }))) as Header;
}

function checked(stored: StoredBytes, { start, end, checksum: expected }: Place): Uint8Array {
	const bytes = stored.read(start, end);
	if (bytes.length !== end - start || checksum(bytes) !== expected) throw new Damaged();
	return bytes;
}

function readSegment(stored: StoredBytes, { numbers, places }: Header): Segment {
	const place = (name: string): Place => {
		const found = places[name];
		if (!found) throw new Damaged(name);
		return found;
	};
	const bytes = (name: string) => checked(stored, place(name));
	const u8 = bytes;
	const u16 = (name: string) => {
		const { buffer, byteOffset, length } = bytes(name);
		return new Uint16Array(buffer, byteOffset, length / 2);
	};
	const u32 = (name: string) => {
		const { buffer, byteOffset, length } = bytes(name);
		return new Uint32Array(buffer, byteOffset, length / 4);
	};
	const f64 = (name: string) => {
		const { buffer, byteOffset, length } = bytes(name);
		return new Float64Array(buffer, byteOffset, length / 8);
	};
	const strings = (name: string): Strings => ({
		text: decodeText(bytes(`${name}.text`), place(`${name}.text`).encoding),
		offsets: u32(`${name}.offsets`),
	});
	const dictionary = (name: string): Dictionary => ({ ...strings(name), shared: u8(`${name}.shared`) });
	const section = (name: string): Section => ({
		terms: dictionary(`${name}.terms`),
		starts: u32(`${name}.starts`),
		docs: u32(`${name}.docs`),
		marks: u16(`${name}.marks`),
	});
	const hashTable = (name: string): HashTable => ({ hashes: u32(`${name}.hashes`), docs: u32(`${name}.docs`) });
	return {
		...numbers,
		records: {
			bytes: stored satisfies RecordBytes,
			offsets: f64('records.offsets'),
			lengths: u32('records.lengths'),
			checksums: u32('records.checksums'),
		},
		titles: strings('titles'),
		venues: strings('venues'),
		venueOf: u32('venueOf'),
		keys: strings('keys'),
		keyDocs: u32('keyDocs'),
		foldedKeys: dictionary('foldedKeys'),
		foldedOrder: u32('foldedOrder'),
		names: section('names'),
		texts: section('texts'),
		titleLengths: u8('titleLengths'),
		abstractLengths: u16('abstractLengths'),
		years: u16('years'),
		titleHashes: hashTable('titleHashes'),
		titleStarts: u32('titleStarts'),
		identities: hashTable('identities'),
		made: u32('made'),
	};
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 is half as long as what is in memory, but cannot hold half a surrogate pair. */
function encodeText(text: string): [Uint8Array, NonNullable<Place['encoding']>] {
	if (!/\p{Surrogate}/u.test(text)) return [encoder.encode(text), 'utf-8'];
	const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
	return [new Uint8Array(units.buffer), 'utf-16'];
}

/** A function takes no more than so many arguments. */
const mostUnits = 4096;

function decodeText(bytes: Uint8Array, encoding: Place['encoding']): string {
	if (encoding === 'utf-8') return decoder.decode(bytes);
	const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
	let text = '';
	for (let at = 0; at < units.length; at += mostUnits)
		text += String.fromCharCode(...units.subarray(at, at + mostUnits));
	return text;
}
