import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

const { workspace } = fixture(
	'%! papers/a.bib\n@misc{a, title = {A}}\n%! papers/b.bib\n@misc{b, title = {B}}\n%! c.bib\n@misc{c, title = {C}}\n',
);
const file = (path: string) => `${workspace.folders[0]}/${path}`;

describe('Files of the corpus', () => {
	it('are named by patterns', async () => {
		const service = serviceOver(workspace, { corpus: ['papers/*.bib', 'papers/a.bib'] });
		const patterns = async (path: string) => (await service.patternsOf(file(path))).map(({ pattern }) => pattern);
		assert.deepEqual(await patterns('papers/a.bib'), ['papers/*.bib', 'papers/a.bib']);
		assert.deepEqual(await patterns('papers/b.bib'), ['papers/*.bib']);
		assert.deepEqual(await patterns('c.bib'), []);
	});

	it('are missed where a pattern stands for none, with the reason', async () => {
		const outOfReach = (_: string, pattern: string) => (pattern.startsWith('~/') ? 'is at home' : undefined);
		const service = serviceOver({ ...workspace, outOfReach }, { corpus: ['papers/*.bib', 'none/*.bib', '~/d.bib'] });
		const { unmatched } = await service.status();
		assert.deepEqual(
			unmatched.map(({ pattern, why }) => `${pattern} ${why}`),
			['none/*.bib names no file', '~/d.bib is at home'],
		);
	});

	it('are read again one by one', async () => {
		const service = serviceOver(workspace, { corpus: ['papers/*.bib'] });
		await service.loadCorpus(never);
		await service.reloadSource(file('papers/a.bib'));
		const { papers, sources } = await service.status();
		assert.equal(papers, 2);
		assert.deepEqual(sources.map((report) => report.file).sort(), [file('papers/a.bib'), file('papers/b.bib')]);
	});

	it('are given up when nothing names them', async () => {
		const service = serviceOver(workspace, { corpus: ['papers/*.bib'] });
		await service.loadCorpus(never);
		await service.releaseSource(file('papers/a.bib'));
		assert.equal((await service.status()).papers, 2);
		const {
			uri,
			position,
			workspace: other,
		} = fixture('%! x.tex\n\\bibliography{refs}\\cite{a|}\n%! refs.bib\n@misc{a, title = {A}}\n');
		const declaring = serviceOver(other);
		await declaring.check(uri, never);
		await declaring.releaseSource(uri.replace('x.tex', 'refs.bib'));
		assert.equal((await declaring.status()).papers, 0);
		assert.match(JSON.stringify(await declaring.hover(uri, position, never)), /\*\*A\*\*/);
	});
});
