import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFamily } from '../../../src/core/bibtex/inherit.ts';
import { readBlocks } from '../../../src/core/bibtex/parser.ts';
import { createMacros, type RawFields } from '../../../src/core/bibtex/values.ts';
import { readSource } from '../../../src/core/importers/read-source.ts';
import { familyOf, type Paper, yearOf } from '../../../src/core/model/paper.ts';
import { decode } from '../../../src/core/text/bytes.ts';
import { parseYear } from '../../../src/core/text/dates.ts';
import { parseNames } from '../../../src/core/text/names.ts';
import { fieldToText } from '../../../src/core/text/tex.ts';
import { sharedData } from '../../support/shared-data.ts';

interface Fixture {
	readonly file: string;
	readonly bibtexOracle?: string;
	readonly expectedItems?: number;
}

/** An entry as BibTeX 0.99d read it: bytes beyond ASCII as it has them, white space collapsed, parents' fields put in. */
interface OracleEntry {
	readonly key: string;
	readonly fields: Readonly<Record<string, string>>;
}

const root = join(sharedData, 'bib');
const readJson = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;

/** The raw fields of each entry, and its paper, by key in lower case; the first of a key counts. */
function readBoth(file: string, bytes: Uint8Array): Map<string, { fields: RawFields; paper: Paper | undefined }> {
	const { text } = decode(bytes);
	const papers = new Map<string, Paper>();
	for (const paper of readSource({ file, bytes }).papers) {
		const key = paper.id.toLowerCase();
		if (!papers.has(key)) papers.set(key, paper);
	}
	const macros = createMacros();
	const own: { readonly key: string; readonly type: string; readonly fields: RawFields }[] = [];
	for (const block of readBlocks(text)) {
		if (block.kind === 'string') macros.define(text, block.string);
		if (block.kind !== 'entry') continue;
		const { key, type } = block.entry;
		own.push({ key: key.toLowerCase(), type, fields: macros.fieldsOf(text, block.entry) });
	}
	const family = createFamily();
	for (const { key, type, fields } of own) family.add(key, type, fields);
	const both = new Map<string, { fields: RawFields; paper: Paper | undefined }>();
	for (const { key, type, fields } of own) {
		if (!both.has(key)) both.set(key, { fields: family.whole(type, fields), paper: papers.get(key) });
	}
	return both;
}

const collapsed = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Braces that a program escaped by mistake are taken off. */
const bare = (text: string) => text.replace(/[{}\s]/g, '');
const families = (tex: string) => parseNames(tex).names.map(familyOf).join('; ');

describe('BibTeX fixtures of other programs', function () {
	this.timeout(180_000);
	const isThere = existsSync(join(root, 'manifest.json'));
	if (!isThere) console.log('Skipped: the .bib fixtures of other programs are not in ../shared/data/bib.');
	const test = isThere ? it : it.skip;

	// What differs, and why:
	// - macros that nothing defines: BibTeX leaves them empty, here they stand for their names (authors, months);
	// - values that are not closed: BibTeX swallows the fields behind them, here they end where a field begins;
	// - entries without a key, whose first field's name BibTeX takes for one;
	// - `crossref`: what biblatex renames (`title` to `booktitle`), and what says something of the parent only (`doi`);
	// - encodings other than UTF-8, of which BibTeX knows nothing; a value of which one digit or quotation mark is no
	//   part for lack of a `#`.
	test('are read as BibTeX itself reads them', () => {
		const total = { entries: 0, keys: 0, papers: 0, fields: 0, sameFields: 0 };
		for (const { file, bibtexOracle } of readJson<Fixture[]>('manifest.json')) {
			if (!bibtexOracle) continue;
			const read = readBoth(`file:///${encodeURI(file)}`, readFileSync(join(root, file)));
			for (const { key, fields } of readJson<OracleEntry[]>(bibtexOracle)) {
				total.entries++;
				const entry = read.get(key.toLowerCase());
				if (!entry) continue;
				total.keys++;
				for (const [name, value] of Object.entries(fields)) {
					total.fields++;
					if (collapsed(entry.fields.get(name) ?? '') === collapsed(value)) total.sameFields++;
				}
				// Entries of `xdata`, and those that no key names, are no papers under that key.
				if (!entry.paper) continue;
				const { title = '', author = '', year = '' } = fields;
				const own = entry.paper;
				const issued = own.issued?.literal ?? yearOf(own)?.toString() ?? '';
				const isSame =
					bare(own.title).startsWith(bare(fieldToText(title))) &&
					(own.author ?? []).map(familyOf).join('; ') === families(author) &&
					(!year || issued === '' || yearOf(own) === parseYear(year)?.['date-parts']?.[0]?.[0]);
				if (isSame) total.papers++;
			}
		}
		console.log(`      ${JSON.stringify(total)}`);
		assert.ok(total.entries > 31_000);
		assert.ok(total.keys / total.entries > 0.9995, 'keys');
		assert.ok(total.papers / total.entries > 0.995, 'papers');
		assert.ok(total.sameFields / total.fields > 0.995, 'fields');
	});

	test('have as many papers as the programs expect that they belong to', () => {
		const fewer: string[] = [];
		for (const { file, expectedItems } of readJson<Fixture[]>('manifest.json')) {
			if (expectedItems === undefined) continue;
			const { papers } = readSource({ file: `file:///${encodeURI(file)}`, bytes: readFileSync(join(root, file)) });
			if (papers.length < expectedItems) fewer.push(`${file}: ${papers.length} of ${expectedItems}`);
		}
		// One expects notes and collections to be counted: BibTeX, too, reads four entries there.
		assert.equal(fewer.length, 1, fewer.join('\n'));
		assert.match(fewer[0]!, /Jabref groups/);
	});

	const projects = join(sharedData, 'extract');
	test('and bibliographies of real documents have the entries that their braces tell', () => {
		const files = readdirSync(projects, { recursive: true, withFileTypes: true });
		let entries = 0;
		const differ: string[] = [];
		for (const { parentPath, name } of files.filter((file) => file.isFile() && file.name.endsWith('.bib'))) {
			const { text } = decode(readFileSync(join(parentPath, name)));
			const told = keysByBraces(text);
			const read = [...readBlocks(text)].flatMap((block) => (block.kind === 'entry' ? [block.entry.key] : []));
			entries += told.length;
			// One brace too few makes a plain count go wrong: then lines that begin with `@` tell.
			if (told.join('\n') !== read.join('\n') && read.length !== keysAtLineStarts(text).length)
				differ.push(`${name}: ${read.length} of ${told.length}`);
		}
		console.log(`      ${entries} entries of real documents`);
		assert.deepEqual(differ, []);
		assert.ok(entries > 1000);
	});
});

function keysAtLineStarts(text: string): readonly string[] {
	return text.match(/^\s*@(?!string|comment|preamble)\w+\s*[{(]/gim) ?? [];
}

/** Keys of `@type{key,` wherever no brace is open, `@string` and its like left out. */
function keysByBraces(text: string): string[] {
	const keys: string[] = [];
	const start = /@\s*(\w+)\s*\{\s*([^\s,{}]*)/y;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '{') depth++;
		else if (text[at] === '}') depth = Math.max(depth - 1, 0);
		else if (text[at] === '@' && depth === 0) {
			start.lastIndex = at;
			const [, type = '', key = ''] = start.exec(text) ?? [];
			if (type && !/^(?:string|comment|preamble)$/i.test(type)) keys.push(key);
		}
	}
	return keys;
}
