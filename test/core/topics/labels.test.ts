import assert from 'node:assert/strict';
import { labelTopics } from '../../../src/core/topics/labels.ts';

function labels(...topics: readonly (readonly string[])[]): readonly (readonly string[])[] {
	const work = labelTopics(
		topics.flat(),
		topics.flatMap((titles, topic) => titles.map(() => topic)),
		topics.length,
	);
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('labels of topics', () => {
	it('take two words where they belong together, and each word once', () => {
		const [first] = labels(
			['Neural machine translation', 'Statistical machine translation', 'Machine translation of names'],
			['Soil and rain', 'Rain and rivers', 'Rivers without rain'],
		);
		assert.equal(first?.[0], 'machine translation');
		assert.ok(!first.slice(1).some((phrase) => /machine|translation/.test(phrase)));
	});

	it('call no two topics the same where there is another word', () => {
		const [first, second] = labels(
			['Rain on roofs', 'Rain on roofs again', 'Roofs in rain'],
			['Rain on rivers', 'Rivers in rain', 'Rain fills rivers'],
		);
		assert.notEqual(first?.[0], second?.[0]);
	});

	it('say nothing that every title says', () => {
		const [first] = labels(
			['A new approach to bread', 'Towards better bread'],
			['A new approach to stars', 'Towards bright stars'],
		);
		assert.deepEqual(first, ['bread']);
	});

	it('keep the capitals of names, and not those of headings', () => {
		const [first] = labels(
			['Parsing Arabic with BERT', 'Arabic Parsing with BERT', 'On parsing'],
			['Rain here', 'Rain there'],
		);
		assert.deepEqual([...first!].sort(), ['Arabic', 'BERT', 'parsing']);
	});

	it('put forms of a word together, and write the most common one', () => {
		const [first] = labels(['One robot', 'Two robots', 'Three robots'], ['Rain here', 'Rain there']);
		assert.deepEqual(first, ['robots']);
	});

	it('name a thing rather than of what kind it is', () => {
		const [first] = labels(
			['Cortical wiring of mice', 'Cortical wiring', 'A cortical map'],
			['Rain here', 'Rain there'],
		);
		assert.equal(first?.[0], 'cortical wiring');
		const [alone] = labels(
			['Cortical folds', 'Folds, cortical and others', 'A cortical map'],
			['Rain here', 'Rain there'],
		);
		assert.equal(alone?.[0], 'folds');
	});

	it('say a word once, be it written with a hyphen or a blank', () => {
		const [first] = labels(
			['Rich-club nodes', 'The rich-club', 'A rich club', 'Rich club and nodes'],
			['Rain here', 'Rain there'],
		);
		assert.equal(first!.filter((phrase) => /rich/i.test(phrase)).length, 1);
	});
});
