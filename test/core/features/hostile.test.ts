import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { assertHarmlessMarkdown, assertPlainLine, hostileJsonLines, hostileTitles } from '../../support/hostile.ts';
import { serviceOver } from '../../support/service.ts';

const keys = Object.keys(hostileTitles);
const setUp = (text: string) => {
	const files = fixture(`%! x.tex\n${text}\n%! hostile.jsonl\n`);
	files.workspace.set('hostile.jsonl', hostileJsonLines);
	return { files, service: serviceOver(files.workspace, { corpus: ['hostile.jsonl'] }) };
};
const markdownOf = (contents: unknown): string =>
	typeof contents === 'object' && contents !== null && 'value' in contents ? `${contents.value}` : `${contents}`;

describe('Papers whose texts attack what shows them', () => {
	it('are lines of the completion list, with a card each', async () => {
		const { files, service } = setUp('\\cite{attack|}');
		const items = (await service.complete(files.uri, files.position, never)) ?? [];
		assert.deepEqual(items.map(({ label }) => label).sort(), [...keys].sort());
		for (const item of items) {
			assertPlainLine(item.label, 300);
			assertPlainLine(item.labelDetails?.detail ?? '', 100);
			assertPlainLine(item.labelDetails?.description ?? '', 100);
			const { documentation } = await service.resolveCompletion(item, never);
			assertHarmlessMarkdown(markdownOf(documentation), 8000);
		}
	});

	it('are cards over their keys, and lines over the command', async () => {
		for (const key of keys) {
			const { files, service } = setUp(`\\cite{|${key}}`);
			assertHarmlessMarkdown(markdownOf((await service.hover(files.uri, files.position, never))?.contents), 8000);
		}
		const { files, service } = setUp(`\\ci|te{${keys.join(',')}}`);
		assertHarmlessMarkdown(markdownOf((await service.hover(files.uri, files.position, never))?.contents), 8000);
	});

	it('are symbols, hints and repairs in a line', async () => {
		const { files, service } = setUp(`\\cite{${keys.join(',')}, attac|k}`);
		const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
		for (const { name } of await service.paperSymbols('attack', never)) assertPlainLine(name, 510);
		const hints = await service.inlayHints(files.uri, range, 'all', never);
		assert.equal(hints.length, keys.length);
		for (const { label, tooltip } of hints) {
			assertPlainLine(`${label}`, 40);
			assertPlainLine(`${tooltip}`, 200);
		}
		const problems = await service.check(files.uri, never);
		assert.ok(problems.length > 0);
		for (const { message } of problems) assertPlainLine(message, 1200);
		for (const { title } of (await service.fixesOf(problems, never)).flat()) assertPlainLine(title, 300);
	});
});
