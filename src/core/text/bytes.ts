import * as l10n from '@vscode/l10n';
import type { Severity } from '../model/problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'binary';

export interface Decoded {
	/** Empty for `binary`. A byte order mark is no part of it. */
	readonly text: string;
	/** One that was detected, or a label of the Encoding Standard for the one that the file names. */
	readonly encoding: string;
	/** What the user should know of the encoding. */
	readonly problem?: { readonly severity: Severity; readonly message: string };
}

/** How much of a file is looked at to tell text from anything else. */
const HEAD = 64 * 1024;

/** The first bytes of files that people mistake for text, and what to do instead. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; say(): string }[] = [
	{
		bytes: [0x1f, 0x8b],
		say: () =>
			l10n.t('This is a gzip archive, not text, so that no papers were read from it. Unpack it first (gunzip).'),
	},
	{
		bytes: [0x50, 0x4b, 0x03, 0x04],
		say: () =>
			l10n.t(
				'This is a zip archive or an office document, not text, so that no papers were read from it. Unpack or export it first.',
			),
	},
	{
		bytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
		say: () =>
			l10n.t(
				'This is a PDF, not text, so that no papers were read from it. Name a file with bibliographic records instead.',
			),
	},
];

/** JabRef's first line, and what Emacs and other editors go by; in the first lines only. */
const DECLARED = /^[%\s]*(?:Encoding:\s*|.{0,40}coding[:=]\s*)([\w.-]{2,30})/i;
const HEADER = 200;

/**
 * The encoding that a `.bib` file names in its first line, as `% Encoding: GBK` or `% -*- coding: latin-2 -*-`: a label
 * of the Encoding Standard. Undefined where it names none, none that is known, or UTF-8.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
	const head = decodeWindows1252(bytes.subarray(0, HEADER));
	const named = DECLARED.exec(head)?.[1]
		?.toLowerCase()
		.replace(/-(?:unix|dos|mac)$/, '');
	if (!named) return undefined;
	const labels = [named, named.replaceAll('_', '-'), named.replace(/[-_]/g, '')];
	for (const label of labels) {
		try {
			const { encoding } = new TextDecoder(label);
			return encoding === 'utf-8' ? undefined : encoding;
		} catch {
			// Not a label that decoders know.
		}
	}
	return undefined;
}

/**
 * Text of a file whose encoding nobody wrote down: UTF-8 or UTF-16 by byte order mark, UTF-16 by its zero bytes, UTF-8
 * where it is valid (or nearly so), otherwise what its first line names, or Windows-1252, of which Latin-1's letters are
 * a part. Linear; never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
	const encoding = detect(bytes);
	if (encoding === 'binary') return { text: '', encoding, problem: { severity: 'error', message: binary(bytes) } };
	if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(bytes), encoding };
	const declared = declaredEncoding(bytes);
	if (!declared) return decodeUtf8(bytes);
	try {
		// Editors convert files, and leave the line as it was: bytes that are valid UTF-8 hardly are anything else.
		return { text: strict.decode(bytes), encoding: 'utf-8' };
	} catch {
		const isWestern = declared === 'windows-1252';
		return { text: isWestern ? decodeWindows1252(bytes) : new TextDecoder(declared).decode(bytes), encoding: declared };
	}
}

/** The encoding of a file by its first bytes. `utf-8` may still turn out to be Windows-1252 further down. */
export function detect(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const head = bytes.subarray(0, HEAD);
	if (signature(head)) return 'binary';
	let control = 0;
	const zeros: [number, number] = [0, 0];
	for (let at = 0; at < head.length; at++) {
		const byte = head[at]!;
		if (byte === 0) zeros[at & 1]!++;
		else if (byte < 32 && !isTextControl(byte)) control++;
	}
	// Western text in UTF-16 has its zero bytes on one side only.
	const half = head.length / 2;
	if (zeros[1] > half * 0.4 && zeros[0] < half * 0.05) return 'utf-16le';
	if (zeros[0] > half * 0.4 && zeros[1] < half * 0.05) return 'utf-16be';
	return (zeros[0] + zeros[1] + control) * 100 > head.length ? 'binary' : 'utf-8';
}

const strict = new TextDecoder('utf-8', { fatal: true });
const loose = new TextDecoder('utf-8');

/** Decodes what is UTF-8 unless its bytes say otherwise. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
	try {
		return { text: strict.decode(bytes), encoding: 'utf-8' };
	} catch {
		return decodeDoubtful(bytes);
	}
}

/**
 * Decodes parts of what is UTF-8. Where one turns out not to be, all of the bytes together say what it is.
 *
 * @param doubtful Told what the user should know, once.
 */
export function createPartDecoder(
	bytes: Uint8Array,
	doubtful: (problem: NonNullable<Decoded['problem']>) => void,
): (start: number, end: number) => string {
	let whole: Decoded | undefined;
	return (start, end) => {
		const part = bytes.subarray(start, end);
		try {
			return strict.decode(part);
		} catch {
			if (!whole) {
				whole = decodeDoubtful(bytes);
				if (whole.problem) doubtful(whole.problem);
			}
			return whole.encoding === 'windows-1252' ? decodeWindows1252(part) : loose.decode(part);
		}
	};
}

/** A few damaged characters don't make a UTF-8 file a Windows-1252 one: the kind that occurs more often decides. */
function decodeDoubtful(bytes: Uint8Array): Decoded {
	const text = loose.decode(bytes);
	let damaged = 0;
	let good = 0;
	let first = -1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0xfffd) {
			damaged++;
			if (first < 0) first = at;
		} else if (code > 127) good++;
	}
	if (good > damaged || (damaged === 1 && first >= text.length - 1)) {
		const message =
			damaged === 1
				? l10n.t(
						'One character of this file could not be decoded: the bytes are not valid UTF-8. They are shown as “�”; correct them and save the file as UTF-8.',
					)
				: l10n.t(
						'{0} characters of this file could not be decoded: the bytes are not valid UTF-8. They are shown as “�”; correct them and save the file as UTF-8.',
						damaged,
					);
		return { text, encoding: 'utf-8', problem: { severity: 'warning', message } };
	}
	const message = l10n.t(
		'This file is not in UTF-8; it was read as Windows-1252 (Latin-1), so that other accents may come out wrong. Save it as UTF-8.',
	);
	return {
		text: decodeWindows1252(bytes),
		encoding: 'windows-1252',
		problem: { severity: 'information', message },
	};
}

/** The characters 0x80 to 0x9f of Windows-1252; the five that it leaves out are the control characters of Latin-1. */
const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Each byte is one character. Node 20's own decoder gives Latin-1's control characters for typographic quotes. */
export function decodeWindows1252(bytes: Uint8Array): string {
	const text = new TextDecoder('windows-1252').decode(bytes);
	return text.replace(/[\x80-\x9f]/g, (control) => UPPER[control.charCodeAt(0) - 0x80]!);
}

function binary(bytes: Uint8Array): string {
	const known = signature(bytes);
	if (known) return known.say();
	return l10n.t(
		'This file is not text (it has control bytes in it), so that no papers were read from it. Name a text file instead.',
	);
}

function signature(bytes: Uint8Array) {
	return SIGNATURES.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
}

/** Tab, line ends, form feed, and the end mark and escapes of old editors. */
function isTextControl(byte: number): boolean {
	return (byte >= 9 && byte <= 13) || byte === 26 || byte === 27;
}

/** Do these bytes begin as gzip's do? */
export function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
