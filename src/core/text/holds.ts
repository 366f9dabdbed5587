import { decodeWindows1252 } from './bytes.ts';

/**
 * Can an encoding hold a character? Of those that are not Unicode's only single bytes are looked at; what is not known
 * holds ASCII.
 *
 * @param encoding A label of the Encoding Standard, or an editor's name for it: `utf8`, `iso88591`, `windows1252`.
 */
export function holderOf(encoding: string): (character: string) => boolean {
	const label = encoding.toLowerCase().replace(/^windows(?=\d)/, 'windows-');
	if (/^utf|^ucs/.test(label)) return () => true;
	if (/^iso[-_]?8859[-_]?1$|^latin1$/.test(label)) return (character) => character <= '\xff';
	const letters = lettersOf(label);
	return (character) => character <= '\x7f' || letters.has(character);
}

function lettersOf(label: string): ReadonlySet<string> {
	const bytes = Array.from({ length: 128 }, (_, at) => Uint8Array.of(at + 128));
	if (label === 'windows-1252') return new Set(bytes.map(decodeWindows1252));
	try {
		const decoder = new TextDecoder(label);
		return new Set(bytes.map((byte) => decoder.decode(byte)).filter((letter) => !letter.includes('\ufffd')));
	} catch {
		return new Set();
	}
}
