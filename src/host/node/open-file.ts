import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { StoredBytes } from '../../core/ports.ts';

/** Files that stay open; a process may have no more than some hundreds. */
const mostOpen = 32;

/** The files that are open now, by what closes them; the one used last comes last. */
const open = new Set<() => void>();

/**
 * A file to be read part by part, as long as it was at first. Of many such files, those not read for the longest time
 * are closed, and opened again when they are wanted. Throws where it cannot be opened.
 */
export function openStored(path: string, flags: string | number = 'r'): StoredBytes {
	let file: number | undefined;
	let done = false;
	const release = () => {
		open.delete(release);
		if (file !== undefined) closeSync(file);
		file = undefined;
	};
	const used = (): number => {
		if (done) throw new Error('it is closed');
		file ??= openSync(path, flags);
		open.delete(release);
		open.add(release);
		const [oldest] = open;
		if (open.size > mostOpen) oldest?.();
		return file;
	};
	const { size } = fstatSync(used());
	return {
		length: size,
		read: (start, end) => readRange(used(), start, end),
		close() {
			done = true;
			release();
		},
	};
}

/** The bytes of an open file from `start` to `end`. Throws where there are not so many. */
export function readRange(file: number, start: number, end: number): Uint8Array {
	const bytes = Buffer.allocUnsafeSlow(end - start);
	for (let done = 0; done < bytes.length; ) {
		const read = readSync(file, bytes, done, bytes.length - done, start + done);
		if (read === 0) throw new Error('the file is too short');
		done += read;
	}
	return bytes;
}
