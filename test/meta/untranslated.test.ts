import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text, as it is, where the editor shows one: `l10n.t(…)` is missing around it. */
const shown =
	/(?:\b(?:title|detail|tooltip|prompt|label|message|openLabel|place[hH]older|description)|'aria-label')\s*[:=]\s*['"`][A-Za-z].*|\b(?:\w+Message|new Error)\(\s*['"`][A-Za-z].*/g;

const untranslatedIn = (text: string) => text.match(shown) ?? [];

describe('What the editor shows', () => {
	for (const folder of ['src/vscode', 'src/webviews']) {
		it(`is translated wherever ${folder} says it`, () => {
			const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
			assert.ok(files.length > 5);
			const found = files.flatMap((name) => {
				const file = path.join(folder, name);
				return untranslatedIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`);
			});
			assert.deepEqual(found, []);
		});
	}

	it('is noticed where it is not', () => {
		for (const text of [
			"{ title: 'Cite a paper' }",
			'const message = `Made changes`;',
			"showWarningMessage(\n\t'The file was changed.')",
			"throw new Error('No key here.')",
			"button('+', zoom, { 'aria-label': 'Zoom in' })",
		])
			assert.equal(untranslatedIn(text).length, 1, text);
		assert.deepEqual(untranslatedIn("{ title: vscode.l10n.t('Cite a paper'), label: name }"), []);
	});
});
