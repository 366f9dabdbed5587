import assert from 'node:assert/strict';
import { latex } from '../../../src/core/languages/latex.ts';
import { markdown } from '../../../src/core/languages/markdown.ts';
import { at, brief, scan } from './support.ts';

describe('knitr', () => {
	const source = `\\documentclass{article}
\\cite{a}
<<setup, echo=FALSE>>=
x <- "\\\\cite{code}" # 100% of it
@
\\cite{b} \\Sexpr{paste("\\\\cite{c}")}
<<child='ch/one.Rnw'>>=
@
<<parts, child=c('two.Rnw', "three.Rnw")>>=
@ % done
\\Sexpr{knit_child('four.Rnw')} \\SweaveInput{five.Rnw}
\\cite{d}
`;

	it('keeps its chunks out of LaTeX', () => {
		assert.deepEqual(brief(latex, source), ['cite a', 'cite b', 'cite d']);
		const hidden = scan(latex, source).opaque.map((span) => at(source, span));
		assert.ok(hidden.some((part) => part.startsWith('<<setup') && part.endsWith('@')));
	});

	it('puts other documents in', () => {
		const { includes } = scan(latex, source);
		assert.deepEqual(
			includes.filter((one) => !one.package).map(({ path, span }) => [path, at(source, span)]),
			['ch/one.Rnw', 'two.Rnw', 'three.Rnw', 'four.Rnw', 'five.Rnw'].map((path) => [path, path]),
		);
	});

	it('reads a chunk without an end to the end, and no chunk in the middle of a line', () => {
		assert.deepEqual(brief(latex, '\\cite{a}\n<<>>=\n\\cite{b}'), ['cite a']);
		assert.deepEqual(brief(latex, '\\cite{a} x <<>>= \\cite{b}'), ['cite a', 'cite b']);
	});

	it('puts documents into R Markdown and Quarto', () => {
		const text =
			'```{r, child = c("a.Rmd", \'b.Rmd\')}\n```\n\n```{r}\n#| child: c.Rmd\n```\n\n{{< include _d.qmd >}}\n\n```{include} e.md\n```\n\n```r\nchild = "none.Rmd"\n```\n';
		assert.deepEqual(
			scan(markdown, text).includes.map(({ path, span }) => [path, at(text, span)]),
			['a.Rmd', 'b.Rmd', 'c.Rmd', '_d.qmd', 'e.md'].map((path) => [path, path]),
		);
	});
});
