import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { silent } from '../../../src/core/ports.ts';
import type { TopicMap } from '../../../src/core/topics/types.ts';
import { cancellation, never } from '../../../src/core/util/cancellation.ts';

const words =
	`soil rain rivers clouds wind frost leaves roots seeds stones bread flour ovens yeast crust stars comets moons
orbits dust courts laws judges trials ships sails masts ropes tides harbours`.split(/\s/);
const lines = Array.from({ length: 600 }, (_, i) => {
	const [one, two] = [words[i % 30], words[(i + 1 + Math.floor(i / 200)) % 30]];
	return JSON.stringify({ id: `k${i}`, title: `Of ${one} and ${two}`, abstract: `${two} ${words[(i * 7) % 30]}` });
});

describe('the map of a corpus', () => {
	it('is made in pieces, and can be given up half-way', async () => {
		const { token, cancel } = cancellation();
		let breaths = 0;
		let isMapping = false;
		const corpus = createCorpus({
			log: silent,
			async breathe() {
				if (isMapping && ++breaths === 2) cancel();
			},
		});
		const bytes = new TextEncoder().encode(lines.join('\n'));
		await corpus.load({ file: 'file:///papers.jsonl', bytes }, never);
		isMapping = true;
		const question = { keys: ['k7'], scope: 'everything' } as const;
		assert.equal(await corpus.topics(question, token), undefined);
		assert.equal(breaths, 2);
		const whole = await corpus.topics(question, never);
		assert.equal(whole?.map?.papers.length, 600);
		assert.equal(whole?.map?.papers[whole.places[0]!]?.key, 'k7');
	});

	describe('when a source changes', () => {
		const file = 'file:///papers.jsonl';
		const question = { keys: [], scope: 'everything' } as const;

		async function mapsOf(...versions: readonly (readonly string[])[]): Promise<TopicMap[]> {
			const corpus = createCorpus({ log: silent, breathe: () => Promise.resolve() });
			const maps: TopicMap[] = [];
			for (const version of versions) {
				await corpus.load({ file, bytes: new TextEncoder().encode(version.join('\n')) }, never);
				maps.push((await corpus.topics(question, never))!.map!);
			}
			return maps;
		}
		const placesOf = ({ papers }: TopicMap) =>
			new Map(papers.map(({ key, x, y, topic }) => [key, { x, y, topic }] as const));

		it('has every other paper where it was', async () => {
			const edited = lines.with(7, JSON.stringify({ id: 'k7', title: 'Frost on masts', abstract: 'frost' }));
			const year = lines.with(7, JSON.stringify({ ...JSON.parse(lines[7]!), id: 'new', year: 2020 }));
			const more = [
				...lines.slice(0, 300),
				'{"id": "more", "title": "Of wind and clouds in spring"}',
				...lines.slice(300),
			];
			const [before, ...others] = await mapsOf(lines, edited, year, more, lines.slice(5));
			const places = placesOf(before!);
			for (const map of others) {
				assert.equal(map.layout, before!.layout);
				const own = placesOf(map);
				for (const [key, place] of own)
					if (key !== 'k7' && places.has(key)) assert.deepEqual(place, places.get(key), key);
			}
			// Whatever else is said of it, a paper of the same title stays as well.
			assert.deepEqual(placesOf(others[1]!).get('new'), places.get('k7'));
			assert.deepEqual(
				others.map(({ papers }) => papers.length),
				[600, 600, 601, 595],
			);
		});

		it('puts a new paper among those that it is like, and one that is like none below', async () => {
			const added = [
				...lines,
				JSON.stringify({ id: 'wind', title: 'Of wind and clouds, again', abstract: 'clouds' }),
				JSON.stringify({ id: 'none', title: 'Unheard' }),
			];
			const [, map] = await mapsOf(lines, added);
			const { papers, topics } = map!;
			const wind = papers.find(({ key }) => key === 'wind')!;
			const alike = papers.filter(({ key, title }) => key !== 'wind' && /wind.*clouds|clouds.*wind/.test(title));
			const apart = alike.map(({ x, y }) => Math.hypot(x - wind.x, y - wind.y));
			assert.ok(Math.min(...apart) < 0.01, `${apart}`);
			assert.equal(topics[wind.topic]?.papers, papers.filter(({ topic }) => topic === wind.topic).length);
			assert.deepEqual(
				papers.filter(({ y }) => y > 0.97).map(({ key, topic }) => [key, topic]),
				[['none', -1]],
			);
		});

		it('is laid out anew where much has changed, and as before where that is undone', async () => {
			const halved = lines.slice(0, 300);
			const [before, half, , after] = await mapsOf(lines, halved, lines, [...lines, '{"id": "x", "title": "Soil"}']);
			assert.notEqual(half!.layout, before!.layout);
			assert.equal(after!.layout, before!.layout);
		});
	});
});
