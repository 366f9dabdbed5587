import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createListCutter } from '../../../src/core/importers/json-cut.ts';
import { readSource, readSourceInPieces } from '../../../src/core/importers/read-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a JSON list in pieces', () => {
	it('is cut behind complete objects, whatever stands in strings and wherever the pieces end', () => {
		const list = '[{"a": "}\\\\\\"]{é"}, [1, {"b": []}],\n{"c": "\\\\"}, null, {}] , {"not": "of it"}';
		const bytes = utf8(list);
		const ends = ['{"a": "}\\\\\\"]{é"}', '[1, {"b": []}]', '{"c": "\\\\"}', '{}'].map(
			(item) => utf8(list.slice(0, list.indexOf(item) + item.length)).length,
		);
		for (let size = 1; size <= bytes.length; size++) {
			const cut = createListCutter(1);
			const cuts: number[] = [];
			for (let at = 0; at < bytes.length; at += size) {
				const end = cut(bytes.subarray(at, at + size));
				if (end >= 0) cuts.push(at + end);
			}
			const inList = cuts.filter((end) => end <= ends.at(-1)!);
			assert.ok(
				inList.every((end) => ends.includes(end)),
				`${cuts} by ${size}`,
			);
			if (size === 1) assert.deepEqual(inList, ends);
		}
	});

	it('is read as the whole is, in small steps, on one line or many, damaged or not', () => {
		const items = Array.from({ length: 3000 }, (_, at) => ({
			id: `k${at}`,
			title: `Title “${at}”`,
			abstract: 'Wörter {[" '.repeat(9),
		}));
		const texts = [
			JSON.stringify(items),
			`\ufeff${JSON.stringify(items, null, 1)}\n`,
			`{"meta": {"list": ["]"]}, "results": ${JSON.stringify(items)}, "next": null}`,
		];
		for (const text of texts) {
			const parts = [...readSourceInPieces({ file: 'file:///x.json', bytes: utf8(text) })];
			assert.ok(Math.max(...parts.map(({ papers }) => papers.length)) <= 32);
			const papers = parts.flatMap((part) => part.papers);
			assert.deepEqual(
				papers.map(({ id }) => id),
				items.map(({ id }) => id),
			);
			// The places are right: what stands there is the object.
			const lines = text.replace('\ufeff', '').split('\n');
			for (const at of [0, 1500, 2999]) {
				const { line, character } = papers[at]!.provenance[0]!.keyRange!.start;
				assert.ok(lines[line]!.slice(character).startsWith(`k${at}"`));
			}
			assert.deepEqual(
				parts.flatMap((part) => part.problems),
				[],
			);
		}
	});

	it('that breaks off says so, and gives all in front of that', () => {
		const items = Array.from({ length: 5000 }, (_, at) => `{"id": "k${at}", "title": "Some Title ${at}"}`);
		const whole = `[${items.join(',\n')}]`;
		const { papers, problems } = readSource({ file: 'file:///x.json', bytes: utf8(whole.slice(0, -20)) });
		assert.equal(papers.length, 4999);
		assert.equal(problems.length, 1);
		assert.match(problems[0]!.message, /not closed/);
		assert.equal(problems[0]!.range.start.line, 4999);
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.nat(5), (pieces, before) => {
				const cut = createListCutter(before);
				for (const piece of pieces) {
					const end = cut(piece);
					assert.ok(end >= -1 && end <= piece.length);
				}
			}),
		);
	});
});
