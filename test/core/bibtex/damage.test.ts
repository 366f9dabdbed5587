import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readBlocks } from '../../../src/core/bibtex/parser.ts';
import type { BibEntry } from '../../../src/core/bibtex/types.ts';
import { createMacros } from '../../../src/core/bibtex/values.ts';
import { readSource } from '../../../src/core/importers/read-source.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { decode } from '../../../src/core/text/bytes.ts';
import { sharedData } from '../../support/shared-data.ts';

interface Read {
	readonly entries: readonly BibEntry[];
	/** What each entry says, its key first. */
	readonly contents: readonly string[];
	readonly problems: readonly Span[];
}

function read(text: string): Read {
	const macros = createMacros();
	const entries: BibEntry[] = [];
	const contents: string[] = [];
	const problems: Span[] = [];
	for (const block of readBlocks(text)) {
		if (block.kind === 'string') macros.define(text, block.string);
		else if (block.problem) problems.push(block.problem.span);
		if (block.kind !== 'entry') continue;
		entries.push(block.entry);
		contents.push(JSON.stringify([block.entry.key, [...macros.fieldsOf(text, block.entry)]]));
	}
	return { entries, contents, problems };
}

/** One mistake in one entry: its text with the mistake, or undefined where it has no place for it. */
type Damage = (entry: string, at: number) => string | undefined;

const dropped = (entry: string, place: number) =>
	place < 0 ? undefined : entry.slice(0, place) + entry.slice(place + 1);
const inserted = (what: string): Damage => {
	return (entry, at) => {
		const place = entry.indexOf(',') + 1 + (at % Math.max(entry.length - entry.indexOf(',') - 1, 1));
		return entry.slice(0, place) + what + entry.slice(place);
	};
};

/** Each occurrence of a character is as likely. */
function pick(entry: string, character: string, at: number): number {
	const places: number[] = [];
	for (let place = entry.indexOf(character); place >= 0; place = entry.indexOf(character, place + 1))
		places.push(place);
	return places.length > 0 ? places[at % places.length]! : -1;
}

const damages: Readonly<Record<string, Damage>> = {
	'without its closing brace': (entry) => dropped(entry, entry.lastIndexOf('}')),
	'without one of its closing braces': (entry, at) => dropped(entry, pick(entry, '}', at)),
	'without one of its commas': (entry, at) => dropped(entry, pick(entry, ',', at)),
	'with a quotation mark too many': (entry, at) => {
		const place = pick(entry, '"', at);
		return place < 0 ? undefined : `${entry.slice(0, place)}"${entry.slice(place)}`;
	},
	'that is cut off': (entry, at) => entry.slice(0, entry.indexOf(',') + 1 + (at % (entry.length - entry.indexOf(',')))),
	'with a NUL in it': inserted('\0'),
	'with an @ in it': inserted('@'),
	'with a closing brace too many': inserted('}'),
};

/** Damages one entry of a file, and asserts that all others are there as before. Returns what problems there are. */
function assertOthers(text: string, whole: Read, index: number, damage: Damage, at: number): boolean | undefined {
	const { span } = whole.entries[index]!;
	const damaged = damage(text.slice(span.start, span.end), at);
	if (damaged === undefined) return undefined;
	const broken = text.slice(0, span.start) + damaged + text.slice(span.end);
	const { contents, problems } = read(broken);
	const others = whole.contents.filter((_, other) => other !== index);
	const left = [...contents];
	for (const other of others) {
		const found = left.indexOf(other);
		assert.ok(found >= 0, `lost:\n${other.slice(0, 300)}\nbehind:\n${damaged.slice(0, 1000)}`);
		left.splice(found, 1);
	}
	const end = span.start + damaged.length;
	for (const problem of problems) {
		assert.ok(span.start <= problem.start && problem.start <= end, `a problem elsewhere: ${damaged.slice(0, 1000)}`);
	}
	return problems.length > 0;
}

const word = fc.constantFrom('On', 'bees', '{BERT}', 'the', '\\"{o}', 'a, b', '$x_{1}$', 'α', '50\\%', 'x = y');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const value = fc.oneof(
	words.map((text) => `{${text}}`),
	words.map((text) => `"${text.replaceAll('"', '{"}')}"`),
	fc.constantFrom('2020', 'jan', 'acm # " Press"', '{Two\n    lines}'),
);
const fieldNames = fc.uniqueArray(fc.constantFrom('title', 'author', 'year', 'month', 'note', 'abstract'), {
	minLength: 2,
});
const entryText = fc
	.record({ names: fieldNames, values: fc.array(value, { minLength: 6, maxLength: 6 }), ends: fc.boolean() })
	.map(({ names, values, ends }) => (key: string) => {
		const fields = names.map((name, at) => `  ${name} = ${values[at]}`);
		return `@article{${key},\n${fields.join(',\n')}${ends ? ',' : ''}\n}\n`;
	});
const file = fc
	.array(entryText, { minLength: 3, maxLength: 8 })
	.map((entries) => `@string{acm = "ACM"}\n${entries.map((entry, at) => entry(`key${at}`)).join('\n')}`);

describe('One broken entry', () => {
	for (const [what, damage] of Object.entries(damages)) {
		it(`${what} costs no other one, and the problem is told where it is`, () => {
			fc.assert(
				fc.property(file, fc.nat(1000), fc.nat(10_000), (text, which, at) => {
					const whole = read(text);
					assert.deepEqual(whole.problems, []);
					const isTold = assertOthers(text, whole, which % whole.entries.length, damage, at);
					if (what === 'without its closing brace') assert.equal(isTold, true);
				}),
				{ numRuns: 300 },
			);
		});
	}

	const root = join(sharedData, 'extract');
	const isThere = existsSync(root);
	if (!isThere) console.log('Skipped: bibliographies of real documents are not in ../shared/data/extract.');
	(isThere ? it : it.skip)('of a real bibliography costs no other one', function () {
		this.timeout(120_000);
		const files = readdirSync(root, { recursive: true, withFileTypes: true });
		const counts = new Map<string, number>();
		let costly = 0;
		let tried = 0;
		for (const { parentPath, name } of files.filter((one) => one.isFile() && one.name.endsWith('.bib'))) {
			const { text } = decode(readFileSync(join(parentPath, name)));
			const whole = read(text);
			if (whole.entries.length < 3 || whole.problems.length > 0 || text.length > 400_000) continue;
			for (const [index, [what, damage]] of Object.entries(damages).entries()) {
				for (const part of [0.2, 0.7]) {
					const which = Math.floor(whole.entries.length * part);
					tried++;
					try {
						assertOthers(text, whole, which, damage, 37 + index * 101);
					} catch (error) {
						costly++;
						counts.set(what, (counts.get(what) ?? 0) + 1);
						if (costly < 4) console.log(name, error instanceof Error ? error.message.slice(0, 600) : error);
					}
				}
			}
		}
		console.log(`      ${tried} damaged entries, ${costly} that cost another one`, Object.fromEntries(counts));
		assert.ok(tried > 200);
		assert.equal(costly, 0);
	});

	it('is the same in a file that is read in pieces', () => {
		fc.assert(
			fc.property(
				file,
				fc.nat(1000),
				fc.constantFrom(...Object.values(damages)),
				fc.nat(10_000),
				(text, which, damage, at) => {
					const entries = read(text).entries;
					const { span } = entries[which % entries.length]!;
					const damaged = damage(text.slice(span.start, span.end), at) ?? '';
					const others = Array.from(
						{ length: 1500 },
						(_, i) => `@misc{other${i},\n  title = {Filling ${i}},\n  year = 1999\n}\n`,
					);
					const before = others.slice(0, 700).join('');
					const all = before + text.slice(0, span.start) + damaged + text.slice(span.end) + others.slice(700).join('');
					const pieces = readSource({ file: 'file:///x.bib', bytes: new TextEncoder().encode(all) });
					// UTF-16 is read in one piece.
					const units = Uint8Array.from([
						0xff,
						0xfe,
						...new Uint8Array(Uint16Array.from([...all].map((c) => c.charCodeAt(0))).buffer),
					]);
					const whole = readSource({ file: 'file:///x.bib', bytes: units });
					assert.ok(pieces.papers.length >= 1500);
					assert.deepEqual(pieces.papers, whole.papers);
					assert.deepEqual(pieces.problems, whole.problems);
				},
			),
			{ numRuns: 20 },
		);
	}).timeout(60_000);
});
