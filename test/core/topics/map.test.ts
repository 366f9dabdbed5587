import assert from 'node:assert/strict';
import type { Paper } from '../../../src/core/model/paper.ts';
import { mapTopics } from '../../../src/core/topics/map.ts';
import type { TopicMap } from '../../../src/core/topics/types.ts';
import { libraryOf, paper } from '../../support/papers.ts';

function mapOf(papers: readonly Paper[]): TopicMap {
	const work = mapTopics(
		libraryOf(papers),
		papers.map((_, i) => i),
	);
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value.map;
}

/** Papers on subjects that share no word: each title has two words of one subject, in turn. */
function papersOn(subjects: Readonly<Record<string, readonly string[]>>, each: number): readonly Paper[] {
	return Object.entries(subjects).flatMap(([subject, words]) =>
		Array.from({ length: each }, (_, i) => {
			const [one, two] = [words[i % words.length]!, words[(i + 1 + (i >> 3)) % words.length]!];
			return paper(`${subject}${i}`, `${one} and ${two}`, { abstract: `${words[(i + 2) % words.length]} ${one}` });
		}),
	);
}

const subjects = {
	bread: ['flour', 'yeast', 'sourdough', 'oven', 'crust'],
	stars: ['galaxies', 'telescopes', 'nebulae', 'parallax', 'pulsars'],
	law: ['contracts', 'courts', 'statutes', 'verdicts', 'appeals'],
};

describe('the map of a corpus by topic', () => {
	const papers = papersOn(subjects, 40);
	const map = mapOf(papers);

	it('puts papers of one subject into topics of their own', () => {
		const subjectsOf = map.topics.map((_, topic) => {
			const own = map.papers.filter((one) => one.topic === topic);
			return [...new Set(own.map(({ key }) => key.replace(/\d+/, '')))];
		});
		assert.ok(map.topics.length >= 3);
		for (const found of subjectsOf) assert.equal(found.length, 1);
	});

	it('lays papers of one subject together, apart from the others', () => {
		const middles = Object.keys(subjects).map((subject) => {
			const own = map.papers.filter(({ key }) => key.startsWith(subject));
			const middle = (axis: 'x' | 'y') => own.reduce((sum, one) => sum + one[axis], 0) / own.length;
			return { subject, x: middle('x'), y: middle('y') };
		});
		const right = map.papers.filter(({ key, x, y }) => {
			const [nearest] = [...middles].sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
			return key.startsWith(nearest!.subject);
		});
		assert.ok(right.length > 0.95 * papers.length, `${right.length} of ${papers.length} lie with their own`);
	});

	it('names a topic by words of its own titles', () => {
		for (const [topic, { words }] of map.topics.entries()) {
			const [one] = map.papers.filter((paper) => paper.topic === topic);
			const own = subjects[one!.key.replace(/\d+/, '') as keyof typeof subjects];
			assert.ok(words.length > 0);
			for (const word of words.flatMap((phrase) => phrase.split(' '))) assert.ok(own.includes(word), word);
		}
	});

	it('is the same for the same papers', () => {
		assert.deepEqual(mapOf(papers), map);
	});

	it('stays in the square, whatever the papers', () => {
		const odd: readonly (readonly Paper[])[] = [
			[],
			[paper('a', '')],
			[paper('a', ''), paper('b', '')],
			[paper('a', 'One Title'), paper('b', 'Another Name')],
			Array.from({ length: 50 }, (_, i) => paper(`k${i}`, 'The Very Same Title')),
			Array.from({ length: 9 }, (_, i) => paper(`k${i}`, `${'long '.repeat(2000)}${i}`)),
		];
		for (const some of odd) {
			const { papers: found, total } = mapOf(some);
			assert.equal(found.length, some.length);
			assert.equal(total, some.length);
			for (const { x, y, title } of found) {
				assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1, `${x} ${y}`);
				assert.ok(title.length <= 300);
			}
		}
	});

	it('says what it needs of each paper', () => {
		const one = paper('k', 'Flour', { author: ['Lovelace, Ada', 'Turing, Alan', 'Hopper, Grace'], year: 1999 });
		const [found] = mapOf([one]).papers;
		assert.deepEqual(
			{ ...found, x: 0, y: 0 },
			{ key: 'k', source: 0, title: 'Flour', authors: 'Lovelace et al.', year: 1999, x: 0, y: 0, topic: -1 },
		);
	});
});
