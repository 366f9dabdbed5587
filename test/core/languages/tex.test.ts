import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { citesOf } from '../../../src/core/project/cites.ts';
import { projectOf } from '../project/support.ts';
import type { Family } from './tex/support.ts';

const folder = join(__dirname, 'tex');

describe('documents that LaTeX itself was run on', () => {
	for (const file of readdirSync(folder).filter((name) => name !== 'support.ts')) {
		const { name, before, documents }: Family = require(join(folder, file)).family;
		describe(name, () => {
			for (const { before: more = '', text, files, keys, ours } of documents) {
				it(`cite ${keys || 'nothing'} by ${JSON.stringify(`${more} ${text}`.trim().slice(0, 90))}`, async () => {
					const whole = text.includes('\\documentclass')
						? text
						: `\\documentclass{article}\n${before}\n${more}\n\\begin{document}\n${text}\n\\end{document}\n`;
					const found = citesOf(await projectOf({ 'main.tex': whole, ...files }));
					assert.equal(found.keys.join(' '), ours ?? keys);
				});
			}
		});
	}
});
