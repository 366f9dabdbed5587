import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cliFolder } from '../support/cli.ts';

const refs = `@article{turing1950, title = {Computing Machinery and Intelligence}, author = {Turing, Alan}, year = 1950}
@article{shannon1948, title = {A Mathematical Theory of Communication}, author = {Shannon, Claude}, year = 1948}
@article{hamming1950, title = {Error Detecting and Error Correcting Codes}, author = {Hamming, Richard}, year = 1950}
`;
const main = `\\documentclass{article}
\\title{On Machines}
\\begin{document}
\\section{Thought}
Machines may think \\cite{turing1950}, or not \\cite{nobody1999}.
\\section{Codes}
Codes detect and correct error in communication \\cite{shannon1948}.
\\bibliography{refs}
\\end{document}
`;

describe('relwork report', () => {
	const folder = cliFolder({ 'main.tex': main, 'refs.bib': refs });
	after(() => folder.dispose());

	it('writes one page with problems, sections, papers cited once and papers that are missing', async () => {
		const { code, out, err } = await folder.run(['report', 'main.tex']);
		assert.equal(code, 0);
		assert.deepEqual(err, []);
		assert.match(out, /^<!doctype html>/);
		assert.match(out, /<h1><bdi>On Machines<\/bdi>/);
		assert.match(out, /<mark>nobody1999<\/mark>/);
		const section = (id: string) => out.slice(out.indexOf(`<section id="${id}"`)).split('</section>')[0]!;
		assert.match(section('sections'), /Thought.*Codes/s);
		assert.match(section('once'), /2 of 2 cited papers/);
		assert.match(section('missing'), /Error Detecting/);
		assert.doesNotMatch(section('missing'), /Machinery/);
	});

	it('allows its own style, and nothing else', async () => {
		const { out } = await folder.run(['report', 'main.tex']);
		const [, style] = /<style>(.*)<\/style>/s.exec(out)!;
		const hash = createHash('sha256').update(style!).digest('base64').replace(/[+/=]/g, '.');
		assert.match(out, new RegExp(`style-src &#39;sha256-${hash}&#39;`));
	});

	it('writes into a file, or says why not', async () => {
		assert.equal((await folder.run(['report', 'main.tex', '--out', 'page.html'])).out, '');
		assert.match(`${folder.read('page.html')}`, /<\/html>\n$/);
		const nowhere = await folder.run(['report', 'main.tex', '--out', 'no/where.html']);
		assert.equal(nowhere.code, 2);
		assert.match(nowhere.err.join(), /^relwork: no\/where\.html /);
		assert.equal((await folder.run(['report', 'absent.tex'])).code, 2);
	});
});
