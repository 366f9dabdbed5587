import assert from 'node:assert/strict';
import { citesOf } from '../../../src/core/project/cites.ts';
import { paths, projectOf } from './support.ts';

describe('the project of a Markdown document', () => {
	it('has the documents that it puts in, from its own folder on', async () => {
		const project = await projectOf({
			'book/index.qmd':
				'---\nbibliography: refs.bib\n---\n[@a]\n\n{{< include parts/_one.qmd >}}\n\n```{r, child="two.Rmd"}\n```\n',
			'book/parts/_one.qmd': '[@b]',
			'book/two.Rmd': '[@c]',
			'book/refs.bib': '',
		});
		assert.deepEqual(paths(project.documents.keys()), ['book/index.qmd', 'book/parts/_one.qmd', 'book/two.Rmd']);
		assert.deepEqual(citesOf(project).keys, ['a', 'b', 'c']);
		assert.deepEqual(project.open, []);
	});

	it('is found from a part, which has the bibliography of the whole', async () => {
		const files = {
			'index.Rmd': '---\nbibliography: refs.bib\n---\n```{r, child="sub/two.Rmd"}\n```\n',
			'sub/two.Rmd': '[@c]',
			'sub/three.Rmd': '[@d]',
			'refs.bib': '',
		};
		assert.deepEqual(paths([(await projectOf(files, 'sub/two.Rmd')).root]), ['index.Rmd']);
		const alone = await projectOf(files, 'sub/three.Rmd');
		assert.deepEqual(paths([alone.root]), ['sub/three.Rmd']);
		assert.deepEqual(alone.open, []);
	});

	it('takes what files for the whole project declare', async () => {
		const declared: [name: string, content: string][] = [
			['_config.yml', 'title: Book\nsphinx:\n  config:\n    bibtex_bibfiles:\n      - refs.bib\n'],
			['_config.yml', 'bibtex_bibfiles: [refs.bib]\n'],
			['myst.yml', 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n'],
			['index.Rmd', '---\ntitle: X\nbibliography: refs.bib\n---\n# One\n'],
		];
		for (const [name, content] of declared) {
			const project = await projectOf({ 'ch/one.md': '[@a]', [name]: content, 'refs.bib': '' });
			assert.deepEqual(paths(project.bibliographies), ['refs.bib'], name);
			assert.deepEqual(project.open, []);
		}
	});

	it('finds chapters of knitr in LaTeX', async () => {
		const project = await projectOf({
			'main.Rnw': "\\documentclass{book}\n<<child='one.Rnw'>>=\n@\n\\include{two}\n",
			'one.Rnw': '\\cite{a}',
			'two.Rnw': '\\cite{b}',
		});
		assert.deepEqual(citesOf(project).keys, ['a', 'b']);
		assert.deepEqual(project.open, []);
	});
});

describe('metadata of Quarto', () => {
	const files = {
		'_quarto.yml': 'project:\n  type: book\nbibliography: [refs.bib]\n',
		'part/_metadata.yml': 'bibliography:\n  - part.bib\n',
		'part/sub/one.qmd': '---\nbibliography: own.bib\n---\nAs @a says.',
		'part/sub/two.qmd': 'As @a says.',
		'part/sub/own.bib': '',
		'part/part.bib': '',
		'refs.bib': '',
		'README.md': 'Thanks to @someone.',
	};

	it('is joined where it is a list, from the document over its folders up to the project', async () => {
		const own = await projectOf(files, 'part/sub/one.qmd');
		assert.deepEqual(paths(own.bibliographies), ['part/sub/own.bib', 'part/part.bib', 'refs.bib']);
		const other = await projectOf(files, 'part/sub/two.qmd');
		assert.deepEqual(paths(other.bibliographies), ['part/part.bib', 'refs.bib']);
		assert.deepEqual(other.open, []);
	});

	it('gives way to a nearer one where both are single names', async () => {
		const single = {
			...files,
			'_quarto.yml': 'bibliography: refs.bib\n',
			'part/_metadata.yml': 'bibliography: part.bib\n',
		};
		assert.deepEqual(paths((await projectOf(single, 'part/sub/one.qmd')).bibliographies), ['part/sub/own.bib']);
		assert.deepEqual(paths((await projectOf(single, 'part/sub/two.qmd')).bibliographies), ['part/part.bib']);
	});

	it('ends with the project', async () => {
		const nested = { ...files, 'part/_quarto.yml': 'project:\n  type: default\n' };
		assert.deepEqual(paths((await projectOf(nested, 'part/sub/two.qmd')).bibliographies), ['part/part.bib']);
	});

	it('makes names citations in documents that declare nothing themselves, but for those about the repository', async () => {
		const closed = async (path: string) =>
			[...(await projectOf(files, path)).documents.values()].flatMap(({ semantics }) =>
				semantics.citations.map((citation) => citation.closed),
			);
		assert.deepEqual(await closed('part/sub/two.qmd'), [true]);
		assert.deepEqual(await closed('README.md'), [false]);
	});
});

describe('a book of bookdown', () => {
	it('has the bibliography of its first document', async () => {
		const book = {
			'_bookdown.yml': 'rmd_files:\n  html: ["start.Rmd", "one.Rmd"]\n',
			'start.Rmd': '---\nbibliography: refs.bib\n---\n',
			'one.Rmd': '# One\n\n[@a]',
			'refs.bib': '',
		};
		assert.deepEqual(paths((await projectOf(book, 'one.Rmd')).bibliographies), ['refs.bib']);
	});
});
