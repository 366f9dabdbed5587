import assert from 'node:assert/strict';
import { citesOf } from '../../../src/core/project/cites.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { paths, projectOf, projectsOver } from './support.ts';

describe('the project of a Typst document', () => {
	const files = {
		'main.typ': '#import "lib/own.typ": *\n= One <one>\n@a\n#include "ch/two.typ"\n#bibliography("refs.bib")',
		'lib/own.typ': '#let x = [@code]',
		'ch/two.typ': '= Two <two>\n@b and @one, see @picture\n#include "three.typ"',
		'ch/three.typ': '@c @two #figure(x) <picture>',
		'refs.bib': '',
	};

	it('has what it includes, from the including file on, and no labels for citations', async () => {
		const project = await projectOf(files);
		assert.deepEqual(paths(project.documents.keys()), ['main.typ', 'ch/two.typ', 'ch/three.typ']);
		assert.deepEqual(paths(project.bibliographies), ['refs.bib']);
		assert.deepEqual(project.open, []);
		assert.deepEqual(citesOf(project).keys, ['a', 'b', 'c']);
	});

	it('is found from a chapter', async () => {
		const project = await projectOf(files, 'ch/three.typ');
		assert.deepEqual(paths([project.root]), ['main.typ']);
	});

	it('takes paths with a slash from the folder of the workspace', async () => {
		const project = await projectOf({
			'a/main.typ': '#include "/parts/x.typ"\n#bibliography("/refs.yml")',
			'parts/x.typ': '@a',
			'refs.yml': '',
		});
		assert.deepEqual(paths([...project.documents.keys(), ...project.bibliographies]), [
			'a/main.typ',
			'parts/x.typ',
			'refs.yml',
		]);
		assert.deepEqual(project.open, []);
	});

	it('says what is missing, and what may have been meant', async () => {
		const { missingIncludes } = await projectOf({
			'main.typ': '#set document(title: "X")\n#include "tow.typ"',
			'two.typ': '',
		});
		assert.deepEqual(
			missingIncludes.map(({ candidates }) => candidates[0]),
			['two.typ'],
		);
	});

	it('keeps documents as they are while only others change', async () => {
		const workspace = memoryWorkspace(files);
		const projects = projectsOver(workspace);
		const before = await projects.projectOf(uriOf('main.typ'), never);
		workspace.set('ch/three.typ', '@d #figure(x) <picture>');
		const after = await projects.projectOf(uriOf('main.typ'), never);
		assert.equal(after.documents.get(uriOf('ch/two.typ')), before.documents.get(uriOf('ch/two.typ')));
		assert.deepEqual(citesOf(after).keys, ['a', 'b', 'd']);
	});
});
