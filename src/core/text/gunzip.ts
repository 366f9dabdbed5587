import * as l10n from '@vscode/l10n';
import { Gunzip } from 'fflate';

/** Packed bytes that are unpacked in one step: deflate makes at most a thousand times as much of them. */
const STEP = 4 * 1024;
/** As large as a file that is not packed may be. */
const MOST = 2 * 1024 ** 3;
/** Records of papers pack to a tenth, generated ones to a fiftieth; what grows more than this is no text. */
const MOST_RATIO = 200;
const HARMLESS = 64 * 1024 ** 2;

/**
 * Unpacks gzip in small steps, also several members in a row. What is damaged, cut off or grows without measure gives
 * what stands in front of that, and returns what went wrong, as in “is cut off”; undefined where nothing did. Never
 * throws.
 * @see https://www.rfc-editor.org/rfc/rfc1952
 */
export function* gunzip(bytes: Uint8Array): Generator<Uint8Array, string | undefined, undefined> {
	const unpacked: Uint8Array[] = [];
	const work = new Gunzip((chunk) => {
		if (chunk.length > 0) unpacked.push(chunk);
	});
	let members = 1;
	work.onmember = () => {
		members++;
	};
	let size = 0;
	let sum = -1;
	for (let at = 0; at < bytes.length; at += STEP) {
		const intact = push(work, bytes.subarray(at, at + STEP), false);
		for (const chunk of unpacked.splice(0)) {
			size += chunk.length;
			sum = crc(sum, chunk);
			yield chunk;
		}
		if (!intact) return l10n.t('is damaged');
		if (size > MOST) return l10n.t('unpacks to more than 2 GB');
		if (size > HARMLESS && size > (at + STEP) * MOST_RATIO)
			return l10n.t('unpacks to more than {0} times its size, as no text does', MOST_RATIO);
	}
	if (!push(work, new Uint8Array(0), true) || bytes.length < 18) return l10n.t('is cut off');
	// The sum of each member but the last would have to be looked for.
	return members > 1 || ~sum === new DataView(bytes.buffer, bytes.byteOffset).getInt32(bytes.length - 8, true)
		? undefined
		: l10n.t('is damaged');
}

function push(work: Gunzip, bytes: Uint8Array, last: boolean): boolean {
	try {
		work.push(bytes, last);
		return true;
	} catch {
		return false;
	}
}

const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
	return remainder;
});

/** Goes on with the CRC-32 of what came before, which begins with -1 and ends inverted. */
function crc(sum: number, bytes: Uint8Array): number {
	let next = sum;
	for (let at = 0; at < bytes.length; at++) next = (next >>> 8) ^ remainders[(next ^ bytes[at]!) & 255]!;
	return next;
}
