import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../../src/core/languages/index.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { citingSentences, contextAt } from '../../../src/core/text/context.ts';

/** Pieces of which broken documents are made. */
const pieces = [
	...[
		'\\cite',
		'\\citep*',
		'\\cites',
		'\\volcite',
		'\\nocite',
		'\\begin{',
		'\\end{',
		'verbatim}',
		'\\iffalse ',
		'\\fi ',
		'\\verb|',
	],
	...[
		'\\section{',
		'\\newcommand{\\x}[1]{',
		'\\input ',
		'\\bibliography{',
		'\\bibitem',
		'\\footnote{',
		'\\documentclass{a}',
	],
	...['{', '}', '[', ']', '(', ')', '<', '>', '%', '\\', '\\\\', '$', '$$', '#1', ',', ';', '|', '*', '&', '~', '"'],
	...[
		'@',
		'[@',
		'-@',
		'@{',
		'`',
		'```',
		'\n---\n',
		'---\n',
		'bibliography: ',
		'# ',
		'- ',
		'    ',
		'<!--',
		'-->',
		'](',
		'^[',
		'://',
	],
	...['\\let\\x\\cite ', '\\x{', '\\def\\y#1{', '\\MakeShortVerb|', '<<a>>=\n', '\n@\n', '{cite}`', '{{< include '],
	...['#cite(<', '#f(', '#f[', '#let x = ', '/*', '*/', '//', '= ', 'label("', '#bibliography("'],
	...['[cite:', '[[cite:&', 'cite:', '#+begin_src\n', '#+end_src\n', '\n* ', ':x:\n', '=x'],
	...[
		'a',
		'key:1',
		'Ünï',
		'word ',
		'. ',
		'et al. ',
		'\n',
		'\r\n',
		'\n\n',
		' ',
		'\t',
		'\0',
		'\ud800',
		'\ue000',
		'\uf8ff',
	],
];
const documents = fc.oneof(
	fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 200 }),
);

function inside(text: string, spans: readonly Span[], what: string): void {
	let last = 0;
	for (const { start, end } of spans) {
		assert.ok(last <= start && start <= end && end <= text.length, `${what}: ${last} ${start} ${end} ${text.length}`);
		last = start;
	}
}

for (const language of languages) {
	describe(`${language.id}, whatever it is given`, () => {
		it('keeps spans inside the text, in order, with keys as they stand', () => {
			fc.assert(
				fc.property(documents, (text) => {
					const found = language.scan(text, { citeCommands: ['x'] });
					inside(
						text,
						found.citations.map(({ span }) => span),
						'citations',
					);
					inside(
						text,
						found.sections.map(({ span }) => span),
						'sections',
					);
					inside(text, found.opaque, 'opaque');
					inside(
						text,
						found.bibliographies.map(({ span }) => span),
						'bibliographies',
					);
					inside(
						text,
						found.localKeys.map(({ span }) => span),
						'keys',
					);
					inside(
						text,
						found.suppressions.map(({ span }) => span),
						'suppressions',
					);
					for (const { span, list, items } of found.citations) {
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
				}),
				{ numRuns: 2000 },
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
				{ numRuns: 1000 },
			);
		});

		it('is quick with what repeats', function () {
			this.timeout(20_000);
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
