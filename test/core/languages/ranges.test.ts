import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languageFor } from '../../../src/core/languages/index.ts';
import type { Span } from '../../../src/core/model/span.ts';
import { decode } from '../../../src/core/text/bytes.ts';

const data = resolve('../shared/data');

/** Every document of the real projects, whether its project reads it or not. */
function documents(): readonly string[] {
	const entries = readdirSync(join(data, 'extract'), { recursive: true, withFileTypes: true });
	const found = entries.filter((entry) => entry.isFile() && languageFor(entry.name));
	return [...found.map(({ parentPath, name }) => join(parentPath, name)), join(data, 'seeds/survey.md')];
}

/** What stands between spans that are in order, then the spans themselves; fails where they overlap. */
function cut(
	text: string,
	spans: readonly Span[],
): { readonly rest: readonly string[]; readonly parts: readonly string[] } {
	const rest: string[] = [];
	let at = 0;
	for (const { start, end } of spans) {
		assert.ok(at <= start && start <= end && end <= text.length, `${at} ${start} ${end} of ${text.length}`);
		rest.push(text.slice(at, start));
		at = end;
	}
	return { rest: [...rest, text.slice(at)], parts: spans.map(({ start, end }) => text.slice(start, end)) };
}

describe('ranges in real documents (../shared/data)', () => {
	before(function () {
		if (existsSync(data)) return;
		console.log('      skipped: ../shared/data is not there');
		this.skip();
	});

	it('are the keys, letter by letter, in order, and make the document again when put back', function () {
		this.timeout(60_000);
		let keys = 0;
		for (const path of documents()) {
			const { text } = decode(readFileSync(path));
			const { citations } = languageFor(path)!.scan(text, { citeCommands: [] });
			const hold = (truth: boolean, { start }: Span) => {
				if (!truth) assert.fail(`${path}:${text.slice(0, start).split('\n').length}`);
			};
			for (const [index, { span, list, items }] of citations.entries()) {
				hold(index === 0 || citations[index - 1]!.span.start < span.start, span);
				hold(span.start < list.start && list.end <= span.end, span);
				cut(
					text,
					items.map(({ slot }) => slot),
				);
				for (const item of items) {
					hold(text.slice(item.span.start, item.span.end) === item.key, item.span);
					hold(item.slot.start <= item.span.start && item.span.end <= item.slot.end, item.span);
				}
			}
			const items = citations.flatMap((citation) => citation.items).sort((a, b) => a.span.start - b.span.start);
			const { rest, parts } = cut(
				text,
				items.map(({ span }) => span),
			);
			assert.deepEqual(
				parts,
				items.map(({ key }) => key),
				path,
			);
			assert.equal(
				rest.reduce((whole, part, index) => whole + part + (items[index]?.key ?? ''), ''),
				text,
				path,
			);
			keys += items.filter(({ key }) => key).length;
		}
		assert.ok(keys > 10_000, `${keys} keys`);
	});
});
