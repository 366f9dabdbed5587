import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../../src/core/languages/index.ts';
import { isCrossReference } from '../../../src/core/languages/pandoc.ts';
import type { Semantics } from '../../../src/core/languages/types.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { citingSentences, contextAt } from '../../../src/core/text/context.ts';
import { documents, pieces, runs } from './documents.ts';
import { scan } from './support.ts';

function inside(text: string, spans: readonly Span[], what: string): void {
	let last = 0;
	for (const { start, end } of spans) {
		assert.ok(last <= start && start <= end && end <= text.length, `${what}: ${last} ${start} ${end} ${text.length}`);
		last = start;
	}
}

function check(text: string, found: Semantics): void {
	const { citations, sections, opaque, bibliographies, localKeys, suppressions, includes } = found;
	const spans = { citations, sections, bibliographies, localKeys, suppressions };
	for (const [what, all] of Object.entries(spans)) {
		inside(
			text,
			all.map(({ span }) => span),
			what,
		);
	}
	inside(text, opaque, 'opaque');
	for (const { span } of includes) inside(text, [span], 'include');
	for (const { span, list, items } of citations) {
		assert.ok(items.length > 0);
		assert.ok(span.start <= list.start && list.end <= span.end);
		for (const { key, span: own, slot } of items) {
			assert.equal(text.slice(own.start, own.end), key);
			assert.ok(slot.start <= own.start && own.end <= slot.end);
			assert.ok(list.start <= slot.start && slot.end <= list.end);
		}
		for (const [index, { slot }] of items.entries()) {
			assert.ok(index === 0 || items[index - 1]!.slot.end <= slot.start);
		}
	}
}

for (const language of languages) {
	describe(`${language.id}, whatever it is given`, function () {
		this.timeout(30_000 * runs(1));
		it('keeps spans inside the text, in order, with keys as they stand', () => {
			fc.assert(
				fc.property(documents, (text) => check(text, language.scan(text, { citeCommands: ['x'] }))),
				{ numRuns: runs(2000) },
			);
		});

		it('makes the document again of its keys and what is between them', () => {
			fc.assert(
				fc.property(documents, (text) => {
					const items = scan(language, text)
						.citations.flatMap((citation) => citation.items)
						.sort((one, other) => one.span.start - other.span.start);
					let again = '';
					let at = 0;
					for (const { key, span } of items) {
						assert.ok(span.start >= at, `${span.start} ${at}`);
						again += text.slice(at, span.start) + key;
						at = span.end;
					}
					assert.equal(again + text.slice(at), text);
				}),
				{ numRuns: runs(500) },
			);
		});

		it('writes citations that it reads', () => {
			const key = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9:._-]{0,9}$/).filter((one) => !isCrossReference(one));
			const keys = fc.array(key, { minLength: 1, maxLength: 3 });
			fc.assert(
				fc.property(keys, (all) => {
					const read = scan(language, `As ${language.cite(all)} says`).citations;
					assert.deepEqual(
						read.flatMap(({ items }) => items.map(({ key }) => key)),
						all,
					);
				}),
				{ numRuns: runs(200) },
			);
		});

		it('has plain text and a context everywhere', () => {
			fc.assert(
				fc.property(documents, fc.nat(300), (text, offset) => {
					const found = language.scan(text, { citeCommands: [] });
					const { text: sentence, lead } = contextAt(text, found, language, offset);
					assert.equal(typeof sentence, 'string');
					assert.equal(typeof lead, 'string');
					citingSentences(text, found, language, offset);
					assert.equal(typeof language.plain(text), 'string');
				}),
				{ numRuns: runs(1000) },
			);
		});

		it('is quick with what repeats', function () {
			this.timeout(60_000);
			for (const piece of [
				...pieces,
				'\\cite{a,',
				'\\cite[',
				'[@a ',
				'[[@',
				'\\section{a',
				'\\newcommand{\\y}{',
				'@a;',
				'\\cites{a}',
				'\\item[',
			]) {
				const text = piece.repeat(Math.ceil(100_000 / piece.length));
				const start = process.cpuUsage().user;
				language.scan(text, { citeCommands: [] });
				const milliseconds = (process.cpuUsage().user - start) / 1000;
				assert.ok(milliseconds < 1500, `${JSON.stringify(piece)} took ${milliseconds} ms`);
			}
		});
	});
}
