import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { picture } from './support/pictures.ts';
import { answer, choice, choose, press, titled } from './support/quick-input.ts';
import { useWorkbench } from './support/use-workbench.ts';
import { chooseInMenu, menuOf } from './support/views.ts';

describe('papers that no document declares', () => {
	const window = useWorkbench('shelf', 'main.tex');

	it('are taken in from the explorer, listed among the sources, and taken out', async () => {
		const { workbench, folder } = window();
		const { page } = workbench;
		const settings = () => readFileSync(path.join(folder, '.vscode', 'settings.json'), 'utf8');
		await workbench.status('1 paper');
		const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'shelf.bib' });
		await file.waitFor();
		await menuOf(workbench, file);
		await picture(workbench, 'explorer-menu');
		await chooseInMenu(workbench, 'Use as Paper Corpus');
		const said = await workbench.notification('1 paper can be cited now.');
		await picture(workbench, 'papers-added');
		assert.deepEqual(JSON.parse(settings())['relatedWork.corpus'], ['shelf.bib']);

		await said.getByRole('button', { name: 'Show Sources' }).click();
		await titled(workbench, 'Related Work: 2 papers · 2 sources');
		await choice(workbench, 'refs.bib');
		await picture(workbench, 'sources');
		await press(workbench, 'Remove from the corpus', await choice(workbench, 'shelf.bib'));
		const question = page.locator('.monaco-dialog-box', { hasText: 'Remove “shelf.bib” from the corpus?' });
		await question.waitFor();
		await picture(workbench, 'sources-remove');
		await question.getByRole('button', { name: 'Remove', exact: true }).click();
		await question.waitFor({ state: 'detached' });
		await workbench.status('1 paper');
		assert.doesNotMatch(settings(), /shelf/);
		await page.locator('.statusbar-item[id$="relatedWork.papers"]').click();
		await titled(workbench, 'Related Work: 1 paper · 1 source');
		await choose(workbench, 'refs.bib');
		await workbench.shows('refs.bib');
	});

	it('are added by name to a configuration that is made for them', async () => {
		const { workbench, folder } = window();
		const configuration = () => JSON.parse(readFileSync(path.join(folder, 'relatedwork.json'), 'utf8'));
		await workbench.status('1 paper');
		await workbench.run('Related Work: Create relatedwork.json');
		await workbench.shows('relatedwork.json');
		await picture(workbench, 'configuration');
		assert.deepEqual(configuration().corpus, []);

		await workbench.run('Related Work: Add Papers');
		// What the folder has comes above the ways to look for more.
		await choice(workbench, 'shelf.bib');
		await picture(workbench, 'add-papers');
		await choose(workbench, 'Files…');
		// The dialog writes its folder into the field until it lists what is in there.
		await choice(workbench, 'refs.bib');
		await answer(workbench, path.join(folder, 'shelf.bib'));
		await workbench.notification('1 paper can be cited now.');
		assert.deepEqual(configuration().corpus, ['shelf.bib']);

		await workbench.open('main.tex');
		await workbench.goTo(6, 17);
		await workbench.citePaper();
		await workbench.searchPapers('ada', 'lovelace2019engines');
		await picture(workbench, 'cite-beyond');
		await workbench.citeRows();
		await workbench.save('main.tex');
		assert.match(readFileSync(path.join(folder, 'main.tex'), 'utf8'), /followed~\\cite\{lovelace2019engines\}\./);
		await workbench.open('refs.bib');
		await workbench.page.locator('.view-line', { hasText: 'lovelace2019engines' }).waitFor();
	});
});
