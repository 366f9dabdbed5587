import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBibtex, readBlocks } from '../../../src/core/bibtex/parser.ts';
import { createMacros } from '../../../src/core/bibtex/values.ts';

const keys = (text: string) => parseBibtex(text).entries.map((entry) => entry.key);
const messages = (text: string) => parseBibtex(text).problems.map((problem) => problem.message);

/** Fields of the first entry, macros expanded. */
function fields(text: string): Record<string, string> {
	const macros = createMacros();
	for (const block of readBlocks(text)) {
		if (block.kind === 'string') macros.define(text, block.string);
		if (block.kind === 'entry') return Object.fromEntries(macros.fieldsOf(text, block.entry));
	}
	return {};
}

const entry = (key: string) => `@article{${key},\n  title = {Title of ${key}},\n  year = 2020\n}\n`;

describe('BibTeX parser', () => {
	it('knows where entries, keys and values stand', () => {
		const text = '\n@Article { smith2020 ,\n  Title = {On {B}ees},\n}';
		const [read] = parseBibtex(text).entries;
		assert.equal(read!.type, 'article');
		assert.equal(text.slice(read!.keySpan.start, read!.keySpan.end), 'smith2020');
		assert.equal(text.slice(read!.span.start, read!.span.end), text.trim());
		const [title] = read!.fields;
		assert.equal(title!.name, 'title');
		assert.equal(text.startsWith('Title', title!.nameStart), true);
		assert.equal(text.slice(title!.start, title!.end), '{On {B}ees}');
	});

	it('reads braces, quotes, numbers, names of strings, and joins them', () => {
		const text =
			'@string(ACM = "ACM" # { Press})\n@book(b, a = "x {"}y{"}", b = 12, c = acm # " NY", d = jan # "~4", e = {}, f = other)';
		assert.deepEqual(fields(text), { a: 'x {"}y{"}', b: '12', c: 'ACM Press NY', d: 'January~4', e: '', f: 'other' });
	});

	it('expands strings that are made of strings, as they were defined above', () => {
		const text = '@string{a = "1"} @string{b = a # a} @string{A = "2"} @misc{x, v = b # a} @string{a = "3"}';
		assert.deepEqual(fields(text), { v: '112' });
	});

	it('bounds strings that double', () => {
		const text = `@string{a = "xxxxxxxxxx"}${'@string{a = a # a}'.repeat(200)}@misc{k, v = a}`;
		assert.ok(fields(text).v!.length <= 4000);
	});

	it('keeps the first of two fields of one name', () => {
		assert.deepEqual(fields('@misc{k, note = {one}, note = {two}}'), { note: 'one' });
	});

	it('passes over text and mail addresses between entries, and comments between fields', () => {
		const text = `Refs of me@example.org (2020)\n${entry('a')}% done\n@misc{b, % nothing\n title = {B}, % = {\n}`;
		assert.deepEqual(keys(text), ['a', 'b']);
		assert.deepEqual(messages(text), []);
	});

	it('has nothing to say of entries that are commented out', () => {
		const text = `%@article{old,\n%  title = {Old},\n%}\n${entry('a')}`;
		assert.deepEqual(keys(text), ['old', 'a']);
		assert.deepEqual(messages(text), []);
	});

	it('reads entries inside of @comment, as BibTeX does, and passes over its text', () => {
		assert.deepEqual(keys(`@comment{jabref-meta: x}\n@comment{${entry('a')}}\n@preamble{"x" # "y"}\n${entry('b')}`), [
			'a',
			'b',
		]);
	});

	it('accepts any characters that BibTeX accepts in keys', () => {
		const odd = ['10.1007/3-540-45701-1_12', 'DBLP:conf/x/Y', 'a+b&c', '陈_2011', 'Office{Rail', "o'neil=x"];
		assert.deepEqual(keys(odd.map((key) => `@misc{${key}, title = {x}}`).join('\n')), odd);
	});

	it('does not take an entry that a value quotes in one line for the next entry', () => {
		const text = '@misc{a, note = {cite it as @article{x, title = {y}}}}\n@misc{b, title = {B}}';
		assert.deepEqual(keys(text), ['a', 'b']);
		assert.deepEqual(messages(text), []);
	});
});

describe('BibTeX parser on broken files', () => {
	const broken = (second: string) => entry('one') + second + entry('three') + entry('four') + entry('five');
	const five = ['one', 'two', 'three', 'four', 'five'];

	it('hides no other entry behind a brace that is missing, and says which', () => {
		const text = broken('@article{two,\n  title = {Open {brace,\n  author = {A},\n  year = 2021\n}\n');
		assert.deepEqual(keys(text), five);
		const [problem, ...more] = parseBibtex(text).problems;
		assert.deepEqual(more, []);
		assert.match(problem!.message, /“two” \(line 5\).*“title” is not closed.*line 6/);
		assert.equal(text.slice(problem!.span.start, problem!.span.start + 5), 'title');
	});

	it('keeps the fields before and after a value that is not closed', () => {
		const text = '@article{two,\n  title = {Open brace,\n  author = {A B},\n  year = {2021}\n}\n';
		assert.deepEqual(fields(text), { title: 'Open brace', author: 'A B', year: '2021' });
		assert.deepEqual(fields('@article{two,\n  title = "Open quote,\n  author = "A B",\n  year = 2021\n}'), {
			title: 'Open quote',
			author: 'A B',
			year: '2021',
		});
	});

	for (const [what, second] of Object.entries({
		'an entry that is never closed': '@article{two,\n  title = {T},\n  year = 2021\n',
		'an entry that breaks off in a value': '@article{two,\n  title = {T\n\n',
		'an entry that breaks off after its key': '@article{two\n\n',
		'a closing brace too many': '@article{two,\n  title = {T}},\n  year = 2021\n}\n',
		'a missing comma': '@article{two,\n  title = {T}\n  year = 2021\n}\n',
		'a missing comma after the key': '@article{two\n  title = {T}\n}\n',
		'a value without delimiters': '@article{two,\n  title = Some Title,\n  year = 2021\n}\n',
		'a field without a value': '@article{two,\n  title = ,\n  year = 2021\n}\n',
		'a quotation mark too many': '@article{two,\n  title = "T "quoted" T",\n  year = 2021\n}\n',
		'a blank in the key': '@article{two b,\n  title = {T}\n}\n',
	})) {
		it(`hides no other entry behind ${what}, and reports it once`, () => {
			const text = broken(second);
			assert.deepEqual(
				keys(text).filter((key) => key !== 'two b'),
				what.startsWith('a blank') ? five.filter((key) => key !== 'two') : five,
			);
			assert.equal(parseBibtex(text).problems.length, 1, messages(text).join('\n'));
			assert.match(messages(text)[0]!, /“two( b)?” \(line 5\)/);
		});
	}

	it('takes the entries that an entry swallowed, although all braces add up in the end', () => {
		const text = `@article{one,\n  title = {Open,\n  year = 2020\n}\n${entry('two')}@misc{three,\n  note = {too many}}}\n}\n${entry('four')}`;
		assert.deepEqual(keys(text), ['one', 'two', 'three', 'four']);
	});

	it('reads on after a string or an entry word that is broken', () => {
		assert.deepEqual(keys(`@string{a = {open\n${entry('b')}`), ['b']);
		assert.deepEqual(keys(`@article key,\n title = {x}\n${entry('b')}`), ['b']);
		assert.equal(messages(`@article key,\n${entry('b')}`).length, 1);
	});

	it('reads an entry without a key, and says so', () => {
		const text = '@article{title = {No key}, year = 2020}\n@book{,\n title = {None}}';
		assert.deepEqual(keys(text), ['', '']);
		assert.equal(fields(text).title, 'No key');
		assert.match(messages(text)[1]!, /line 2 has no key/);
	});

	it('reads what there is of a file that is cut off', () => {
		const whole = entry('one') + entry('two') + entry('three');
		for (let length = 0; length < whole.length; length++) {
			const found = keys(whole.slice(0, length));
			assert.ok(['one', 'two', 'three'].slice(0, Math.max(found.length - 1, 0)).every((key, at) => found[at] === key));
		}
	});

	it('keeps every place inside of the text, whatever the text', () => {
		const unit = fc.constantFrom(
			'@article{',
			'@string{',
			'@x(',
			'{',
			'}',
			'"',
			',',
			'=',
			'#',
			'\n',
			' ',
			'key',
			'title',
			'%',
			'\\',
			')',
			'é',
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
				const { entries, strings, problems } = parseBibtex(text);
				const spans = [...entries, ...strings, ...problems].map(({ span }) => span);
				for (const span of [...spans, ...entries.flatMap(({ fields }) => fields)]) {
					assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
				}
				for (const { key, keySpan } of entries) assert.equal(text.slice(keySpan.start, keySpan.end), key);
				fields(text);
			}),
			{ numRuns: 2000 },
		);
	});

	it('takes linear time for text that is made to be slow', function () {
		// Seconds at most; what is quadratic takes many minutes.
		this.timeout(60_000);
		const started = performance.now();
		for (const [part, times] of [
			['{', 500_000],
			['@a{', 200_000],
			['@a{b,c={', 100_000],
			['@a{b,c={d} e', 100_000],
			['@a{b,\nc={\n', 100_000],
			['\n@', 300_000],
			['@a{b,c="', 100_000],
			['@string{a=', 100_000],
			['@a{b c', 100_000],
			['%@', 300_000],
		] as const) {
			parseBibtex(part.repeat(times));
		}
		assert.ok(performance.now() - started < 40_000);
	});
});
