import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { languageFor } from '../../../src/core/languages/index.ts';
import { decode } from '../../../src/core/text/bytes.ts';

/** Pieces of which broken documents are made. */
export const pieces = [
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

/** Small documents of every language, as their tools were asked about them. */
const recorded: readonly string[] = ['pandoc', 'myst', 'typst', 'org'].flatMap((name) => {
	const file = new URL(`../../fixtures/citations/${name}.json`, import.meta.url);
	return Object.keys(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
});

/** Real documents where they are, else the project's own; longer ones are left out. */
const MAX_LENGTH = 200_000;
function realDocuments(): readonly string[] {
	const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
	const shared = folder('../../../../shared/data/extract');
	const found: string[] = [];
	for (const top of [shared, folder('../../../samples'), folder('../../../README.md')].filter((path) =>
		existsSync(path),
	)) {
		const entries = top.endsWith('.md') ? [] : readdirSync(top, { recursive: true, withFileTypes: true });
		const files = entries.filter((entry) => entry.isFile() && languageFor(entry.name));
		// Some of each project are enough.
		for (const { parentPath, name } of files.filter((_, index) => index % Math.ceil(files.length / 150) === 0)) {
			const { text } = decode(readFileSync(join(parentPath, name)));
			if (text.length > 0 && text.length < MAX_LENGTH) found.push(text);
		}
	}
	return found;
}

/** A change of a text: at a place, in thousandths of it, some of it goes and something else comes. */
const change = fc.record({
	place: fc.nat(1000),
	length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
	comes: fc.oneof(
		fc.constantFrom(...pieces),
		fc.constantFrom(...recorded),
		fc.string({ unit: 'binary', maxLength: 5 }),
	),
});
const changes = fc.array(change, { minLength: 1, maxLength: 6 });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

export function changed(text: string, { place, length, comes }: Change): string {
	const at = Math.floor((text.length * place) / 1000);
	return text.slice(0, at) + comes + text.slice(at + length);
}

const made = fc.oneof(
	fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
	fc
		.array(fc.oneof(fc.constantFrom(...recorded), fc.constantFrom(...pieces)), { maxLength: 12 })
		.chain((parts) => fc.constantFrom('', '\n', '\n\n').map((between) => parts.join(between))),
	fc.string({ unit: 'binary', maxLength: 200 }),
);
const real = fc
	.tuple(fc.constantFrom(...realDocuments()), fc.nat(1000), fc.integer({ min: 20, max: 3000 }), changes)
	.map(([text, place, length, all]) => {
		const at = Math.floor((text.length * place) / 1000);
		return all.reduce(changed, text.slice(at, at + length));
	});

/** Documents of any language: made of its pieces, and real ones that were changed. */
export const documents: fc.Arbitrary<string> = fc.oneof({ weight: 2, arbitrary: made }, { weight: 1, arbitrary: real });
export { changes };

/** How often a property is tried; `FUZZ_RUNS` multiplies it for a long run. */
export const runs = (usual: number): number => Math.ceil(usual * Number(process.env.FUZZ_RUNS ?? 1));
