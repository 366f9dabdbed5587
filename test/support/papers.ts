import type { Name, Paper } from '../../src/core/model/paper.ts';
import { createLibrary, type Library, paperOfItem } from '../../src/core/search/library.ts';
import { buildSegment, type Segment } from '../../src/core/search/segment.ts';

/** A paper in few words: authors are `Family, Given` each. */
export function paper(
	id: string,
	title: string,
	more: Omit<Partial<Paper>, 'author'> & { author?: readonly string[]; year?: number } = {},
): Paper {
	const { author, year, ...fields } = more;
	const origin = { line: 0, character: 0 };
	return {
		id,
		type: 'article',
		title,
		...(author && { author: author.map(name) }),
		...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
		provenance: [{ file: 'file:///papers.bib', range: { start: origin, end: origin } }],
		...fields,
	};
}

function name(text: string): Name {
	const [family, given] = text.split(', ');
	return { family: family!, ...(given && { given }) };
}

export function segmentOf(papers: readonly Paper[], file = 'file:///papers.bib'): Segment {
	const work = buildSegment(file, papers, ({ title }) => [title]);
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

export function libraryOf(...sources: readonly (readonly Paper[])[]): Library {
	return createLibrary(sources.map((papers, i) => segmentOf(papers, `file:///${i}.bib`)));
}

/** The keys of items, in order. */
export function keysOf(library: Library, items: Iterable<{ readonly item: number }>): string[] {
	return Array.from(items, ({ item }) => paperOfItem(library, item).id);
}

/** Some well-known papers, facts only. */
export const classics: readonly Paper[] = [
	paper('vaswani2017attention', 'Attention Is All You Need', {
		author: ['Vaswani, Ashish', 'Shazeer, Noam', 'Parmar, Niki'],
		year: 2017,
		'container-title': 'Advances in Neural Information Processing Systems',
		abstract: 'A network for sequence transduction made of attention alone, without recurrence.',
	}),
	paper('devlin2019bert', 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding', {
		author: ['Devlin, Jacob', 'Chang, Ming-Wei'],
		year: 2019,
		abstract: 'Representations of text, pretrained on both sides of the context, and fine-tuned for tasks.',
	}),
	paper('he2016deep', 'Deep Residual Learning for Image Recognition', {
		author: ['He, Kaiming', 'Zhang, Xiangyu'],
		year: 2016,
		abstract: 'Very deep networks become easier to train when layers learn residual functions.',
	}),
	paper('muller2019when', 'When Does Label Smoothing Help?', {
		author: ['Müller, Rafael', 'Kornblith, Simon'],
		year: 2019,
		abstract: 'Soft targets improve calibration of classifiers.',
	}),
	paper('1909.08053v4', 'Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism', {
		author: ['Shoeybi, Mohammad', 'Patwary, Mostofa'],
		year: 2019,
		arxiv: '1909.08053v4',
	}),
	paper('narayanan2021efficient', 'Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM', {
		author: ['Narayanan, Deepak', 'Shoeybi, Mohammad'],
		year: 2021,
		arxiv: '2104.04473',
	}),
	paper('kingma2015adam', 'Adam: A Method for Stochastic Optimization', {
		author: ['Kingma, Diederik', 'Ba, Jimmy'],
		year: 2015,
		abstract: 'First-order gradient descent with adaptive estimates of moments.',
	}),
	paper('smith2019jones', 'Grammar Induction Revisited', { author: ['Smith, Ann', 'Jones, Bo'], year: 2019 }),
	paper('smith2020', 'Parsing without Trees', { author: ['Smith, Ann'], year: 2020 }),
];
