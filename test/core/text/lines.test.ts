import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLines, createLineWalk } from '../../../src/core/text/lines.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', ' ') });

describe('lines', () => {
	it('counts \\n, \\r\\n and \\r as one line end each', () => {
		const lines = createLines('a\nb\r\nc\rd');
		assert.equal(lines.count, 4);
		assert.deepEqual(lines.positionAt(5), { line: 2, character: 0 });
		assert.deepEqual(lines.rangeOf({ start: 7, end: 8 }), {
			start: { line: 3, character: 0 },
			end: { line: 3, character: 1 },
		});
	});

	it('starts at the line it is told, for a piece of a larger text', () => {
		const lines = createLines('a\nb', 40);
		assert.deepEqual(lines.positionAt(2), { line: 41, character: 0 });
		assert.equal(lines.offsetAt({ line: 41, character: 1 }), 3);
		assert.equal(lines.offsetAt({ line: 3, character: 1 }), 0);
		assert.equal(lines.offsetAt({ line: 99, character: 0 }), 3);
	});

	it('agrees with LSP on every offset', () => {
		fc.assert(
			fc.property(texts, fc.nat(60), (text, offset) => {
				const document = TextDocument.create('file:///a', 'text', 1, text);
				const at = Math.min(offset, text.length);
				// A cursor between \r and \n is at the end of the line to LSP.
				fc.pre(!(text[at - 1] === '\r' && text[at] === '\n'));
				const lines = createLines(text);
				assert.deepEqual(lines.positionAt(at), document.positionAt(at));
				assert.equal(lines.offsetAt(lines.positionAt(at)), at);
			}),
		);
	});

	it('are the same when one walks along them', () => {
		for (const text of ['', 'a\n\nbc\n', 'a\r\nb\rc\nd', 'no end']) {
			const lines = createLines(text, 3);
			const positionAt = createLineWalk(text, 3);
			for (let at = 0; at <= text.length; at++) assert.deepEqual(positionAt(at), lines.positionAt(at));
		}
	});
});
