import { createHash } from 'node:crypto';
import { access, constants, type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError } from '../../core/ports.ts';
import { decode, decodeWindows1252 } from '../../core/text/bytes.ts';
import { patiently } from './patience.ts';
import { fileError, pathOf } from './workspace.ts';

/**
 * Replaces the text of a file, whole or not at all: it is written beside the file and then renamed over it. Encoding,
 * byte order mark, mode, owner and symbolic links stay.
 * @param before the text as it was read; where the file holds another by now, it is left alone
 * @throws FileError
 */
export async function rewrite(uri: string, before: string, after: string): Promise<void> {
	try {
		const named = pathOf(uri);
		// Some disks of Windows don't say where a link leads to; what is not there is told by who reads it.
		const path = await realpath(named).catch(() => named);
		const bytes = await readFile(path);
		await replace(path, [encode(uri, bytes, before, after)], async () => {
			// Another program may have written it while this one did, beside it.
			if (!(await readFile(path)).equals(bytes)) throw changed(uri);
		});
	} catch (error) {
		throw fileError(uri, error, 'written');
	}
}

/**
 * Writes a file as UTF-8, whole or not at all, as {@link rewrite} does. It may be there or not; its folder must be.
 * @param pieces the text, in order
 * @throws FileError
 */
export async function save(uri: string, pieces: Iterable<string>): Promise<void> {
	const path = pathOf(uri);
	try {
		const there = await realpath(path).catch(() => undefined);
		await (there === undefined ? create(path, pieces) : replace(there, pieces));
	} catch (error) {
		throw fileError(uri, error, 'written');
	}
}

function changed(uri: string): FileError {
	return new FileError(uri, 'has changed since it was read, and is left as it is');
}

/** @param isGood asked when all is written, in front of the renaming; throws where that may not be */
async function replace(path: string, content: Iterable<string | Uint8Array>, isGood?: () => Promise<void>) {
	await access(path, constants.W_OK);
	const { mode, uid, gid } = await stat(path);
	const prepare = async (file: FileHandle) => {
		await file.chmod(mode);
		// Only root can give a file to somebody else; for all others it is theirs already.
		await file.chown(uid, gid).catch(() => {});
	};
	await create(path, content, { prepare, isGood });
}

/** Writes beside the file, and then renames over it. Who else does so waits for no one, and is refused. */
async function create(
	path: string,
	content: Iterable<string | Uint8Array>,
	{
		prepare,
		isGood,
	}: { prepare?: (file: FileHandle) => Promise<void>; isGood?: (() => Promise<void>) | undefined } = {},
): Promise<void> {
	const name = createHash('sha256').update(path).digest('hex').slice(0, 24);
	const temporary = join(dirname(path), `.${name}.tmp`);
	const file = await openAlone(temporary);
	try {
		try {
			for (const piece of content) await file.writeFile(piece);
			await prepare?.(file);
			await file.sync();
		} finally {
			await file.close();
		}
		await isGood?.();
		await patiently(() => rename(temporary, path));
	} catch (error) {
		// What cannot be removed now, the next one removes.
		await rm(temporary, { force: true }).catch(() => {});
		throw error;
	}
}

/** What a program that was killed left behind stands in nobody's way for longer than this, in milliseconds. */
const abandonedAfter = 60_000;

/** Opens a file that is not there yet: while it is, it is the only one of its name that is being written. */
async function openAlone(path: string): Promise<FileHandle> {
	try {
		return await open(path, 'wx');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
		if (Date.now() - mtimeMs < abandonedAfter) throw error;
		await rm(path, { force: true });
		return open(path, 'wx');
	}
}

/** The bytes of `after` as the file writes its text; throws FileError where that would change anything else. */
function encode(uri: string, original: Uint8Array, before: string, after: string): Uint8Array {
	const { text, encoding } = decode(original);
	if (text !== before) throw changed(uri);
	const mark = markOf(original);
	const encoder = encoders[encoding];
	if (!encoder)
		throw new FileError(
			uri,
			`is in ${encoding}, which is not written here, and is left as it is; save it as UTF-8 first`,
		);
	const bytesOf = (value: string) => Buffer.concat([mark, encoder(value)]);
	if (!bytesOf(before).equals(original))
		throw new FileError(uri, `has bytes that are not valid ${encoding}, and is left as it is; save it as UTF-8 first`);
	const bytes = bytesOf(after);
	if (decode(bytes).text !== after)
		throw new FileError(uri, `cannot hold these changes in its encoding (${encoding}); save it as UTF-8 first`);
	return bytes;
}

const marks = [Buffer.of(0xef, 0xbb, 0xbf), Buffer.of(0xff, 0xfe), Buffer.of(0xfe, 0xff)];

/** The byte order mark that a file begins with, or nothing. */
function markOf(bytes: Uint8Array): Uint8Array {
	return marks.find((mark) => mark.equals(bytes.subarray(0, mark.length))) ?? Buffer.of();
}

const letters = decodeWindows1252(Uint8Array.from({ length: 256 }, (_, byte) => byte));
const byteOf = new Map([...letters].map((letter, byte) => [letter, byte]));

const encoders: Readonly<Record<string, (text: string) => Buffer>> = {
	'utf-8': (text) => Buffer.from(text, 'utf8'),
	'utf-16le': (text) => Buffer.from(text, 'utf16le'),
	'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
	// A letter that the encoding lacks becomes another one, which the comparison of the whole text finds out.
	'windows-1252': (text) => Buffer.from(Array.from(text, (letter) => byteOf.get(letter) ?? 0x3f)),
	binary: () => Buffer.of(),
};
