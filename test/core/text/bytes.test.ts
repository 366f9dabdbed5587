import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode } from '../../../src/core/text/bytes.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
	const units = [...((mark ? '\ufeff' : '') + text)].join('');
	const view = new DataView(new ArrayBuffer(units.length * 2));
	for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), littleEndian);
	return new Uint8Array(view.buffer);
}

describe('decode', () => {
	it('reads UTF-8, and takes a byte order mark off', () => {
		assert.deepEqual(decode(utf8('Müller')), { text: 'Müller', encoding: 'utf-8' });
		assert.deepEqual(decode(utf8('\ufeffMüller')), { text: 'Müller', encoding: 'utf-8' });
	});

	for (const littleEndian of [true, false])
		for (const mark of [true, false])
			it(`reads UTF-16 ${littleEndian ? 'LE' : 'BE'} ${mark ? 'with' : 'without'} byte order mark`, () => {
				const decoded = decode(utf16('@book{a, title = {Grün}}', littleEndian, mark));
				assert.equal(decoded.text, '@book{a, title = {Grün}}');
				assert.equal(decoded.encoding, littleEndian ? 'utf-16le' : 'utf-16be');
				assert.equal(decoded.problem, undefined);
			});

	it('goes by the encoding that the first line names, unless the bytes are UTF-8', () => {
		const bytes = (head: string, ...letters: number[]) => Uint8Array.from([...utf8(`${head}\n`), ...letters, 10]);
		for (const [head, letters, text] of [
			['% Encoding: GBK', [0xb0, 0xa1], '啊'],
			['% Encoding: ISO8859_2', [0xb3], 'ł'],
			['% Encoding: Cp1250', [0x9c], 'ś'],
			['% -*- coding: latin-2-unix -*-', [0xaf], 'Ż'],
			['% Encoding: Cp1252', [0x93], '“'],
			['% Encoding: SJIS', [0x82, 0xa0], 'あ'],
			['% Encoding: GBK', [0xc5, 0x82], 'ł'],
			['% Encoding: no-such-thing', [0xfc], 'ü'],
		] as const) {
			assert.equal(decode(bytes(head, ...letters)).text, `${head}\n${text}\n`, head);
		}
	});

	it('reads Latin-1 and says that it should be UTF-8', () => {
		const decoded = decode(Uint8Array.from([...'M\xfcller'].map((letter) => letter.charCodeAt(0))));
		assert.equal(decoded.text, 'Müller');
		assert.equal(decoded.encoding, 'windows-1252');
		assert.match(decoded.problem!.message, /not in UTF-8.*Save it as UTF-8/);
	});

	it('reads the quotes and dashes that Windows puts where Latin-1 has control characters', () => {
		const bytes = Uint8Array.of(0x93, 0x4d, 0xfc, 0x94, 0x20, 0x96, 0x20, 0x80, 0x9e);
		assert.equal(decode(bytes).text, '“Mü” – €ž');
	});

	it('stays with UTF-8 where a few bytes are damaged, and where the file is cut inside a character', () => {
		const damaged = decode(Uint8Array.from([...utf8('Grün, blau, Öl: '), 0xff]));
		assert.ok(damaged.text.startsWith('Grün, blau, Öl: '));
		assert.equal(damaged.encoding, 'utf-8');
		assert.match(damaged.problem!.message, /One character/);
		assert.equal(decode(utf8('plain ü').slice(0, -1)).text, 'plain \ufffd');
	});

	it('refuses what is no text, and says what it is where it can', () => {
		const noise = decode(Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 32));
		assert.equal(noise.text, '');
		assert.equal(noise.problem!.severity, 'error');
		assert.match(decode(Uint8Array.from([0x1f, 0x8b, 8, 0])).problem!.message, /gzip.*Unpack it first/);
		assert.match(decode(utf8('%PDF-1.7 …')).problem!.message, /PDF/);
	});

	it('passes over single control characters', () => {
		const text = `${'a'.repeat(500)}\0${'b'.repeat(500)}`;
		assert.equal(decode(utf8(text)).text, text);
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decode(bytes).text === 'string'));
	});
});
