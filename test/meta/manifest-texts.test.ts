import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';

type Texts = Readonly<Record<string, string>>;

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const textsOf = (name: string): Texts => JSON.parse(readFileSync(name, 'utf8'));
const english = textsOf('package.nls.json');
const translations = readdirSync('.').filter((name) => /^package\.nls\..+\.json$/.test(name));

/** All strings in a value, each with the name of the property that it stands in. */
function stringsIn(value: unknown, name = ''): readonly { readonly name: string; readonly text: string }[] {
	if (typeof value === 'string') return [{ name, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	const ofList = Array.isArray(value) ? name : undefined;
	return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, ofList ?? key));
}

const keyIn = (text: string) => /^%(.+)%$/.exec(text)?.[1];
const keysInManifest = stringsIn(manifest).flatMap(({ text }) => keyIn(text) ?? []);

/** What must not be translated along: code, commands behind links, settings. */
const fixedPartsOf = (text: string) =>
	[...text.matchAll(/`[^`]+`|\]\([^)]+\)/g)].map(([part]) => part).sort((a, b) => a.localeCompare(b));

describe('Texts of the manifest', () => {
	it('are all in package.nls.json, and nothing else is', () => {
		assert.deepEqual([...new Set(keysInManifest)].sort(), Object.keys(english).sort());
	});

	it('stand in the manifest as keys wherever somebody reads them', () => {
		const read = /^(title|description|markdownDescription|enumDescriptions|markdownEnumDescriptions|name|contents)$/;
		const { contributes, capabilities } = manifest as Readonly<Record<string, unknown>>;
		const literal = stringsIn({ contributes, capabilities })
			.filter(({ name, text }) => read.test(name) && keyIn(text) === undefined)
			.map(({ text }) => text);
		assert.deepEqual([...new Set(literal)], ['Related Work']);
	});

	it('are translated', () => assert.ok(translations.includes('package.nls.de.json')));

	for (const name of translations) {
		it(`${name} has the same keys, in the same order`, () => {
			assert.deepEqual(Object.keys(textsOf(name)), Object.keys(english));
		});

		it(`${name} leaves code and links as they are`, () => {
			const translated = textsOf(name);
			for (const [key, text] of Object.entries(english)) {
				assert.deepEqual(fixedPartsOf(translated[key] ?? ''), fixedPartsOf(text), key);
			}
		});
	}

	it('include the pages of the walkthrough', () => {
		const pages = stringsIn(manifest).flatMap(({ name, text }) => (name === 'markdown' ? text : []));
		const wanted = pages.flatMap((page) =>
			translations.map((name) => page.replace(/\.md$/, `.nls.${name.split('.')[2]}.md`)),
		);
		assert.ok(pages.length > 0);
		assert.deepEqual(
			wanted.filter((page) => !existsSync(page)),
			[],
		);
	});

	it('are packed', async () => {
		const packed = await listFiles({ packageManager: PackageManager.None });
		const wanted = ['package.nls.json', ...translations, 'media/walkthrough/cite.nls.de.md'];
		assert.deepEqual(
			wanted.filter((name) => !packed.includes(name)),
			[],
		);
	});
});
