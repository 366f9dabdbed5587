import assert from 'node:assert/strict';
import { attachedFiles } from '../../../src/core/bibtex/attached.ts';
import { resolvePath } from '../../../src/core/util/paths.ts';

/** A field `file` as it stands in a bibliography, and where that leads from `c:\lib` on. */
const cases: readonly (readonly [value: string, uris: readonly string[]])[] = [
	['papers/a.pdf', ['file:///c%3A/lib/papers/a.pdf']],
	['papers\\a.pdf', ['file:///c%3A/lib/papers/a.pdf']],
	['C:\\papers\\a.pdf', ['file:///c%3A/papers/a.pdf']],
	['Full Text:C\\:\\\\papers\\\\a b.pdf:application/pdf', ['file:///c%3A/papers/a%20b.pdf']],
	[':D\\:\\\\papers\\\\a.pdf:PDF;:D\\:\\\\b\\;c.pdf:PDF', ['file:///d%3A/papers/a.pdf', 'file:///d%3A/b%3Bc.pdf']],
	[':C:\\papers\\a.pdf:PDF', ['file:///c%3A/papers/a.pdf']],
	[':C:/papers/a.pdf:PDF', ['file:///c%3A/papers/a.pdf']],
	[':C$\\backslash$:/Users/me/a{\\_}b.pdf:pdf', ['file:///c%3A/Users/me/a_b.pdf']],
	['\\\\server\\share\\a.pdf', ['file://server/share/a.pdf']],
	[':\\\\\\\\server\\\\share\\\\a.pdf:PDF', ['file://server/share/a.pdf']],
	[':papers/a\\_b.pdf:PDF', ['file:///c%3A/lib/papers/a_b.pdf']],
	['https://example.org/a.pdf', []],
];

describe('the files that an entry names', () => {
	for (const [value, uris] of cases)
		it(`of ${value} are ${uris.join(', ') || 'none'}`, () => {
			const files = attachedFiles(value);
			assert.deepEqual(
				files.map(({ path }) => resolvePath('file:///c%3A/lib', path)),
				uris,
			);
			for (const { start, end } of files) assert.match(value.slice(start, end), /^[^;]*(?:\\;[^;]*)?\.pdf$/);
		});
});
