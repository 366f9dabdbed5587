import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const source = path.resolve('src');

/** What each layer may import: layers by folder, and packages by name (`*`: any but the editor's). */
const layers: Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }> = {
	core: {
		layers: ['core'],
		packages: [
			'@vscode/l10n',
			'fflate',
			'fuse.js',
			'jsonc-parser',
			'saxes',
			'vscode-languageserver-textdocument',
			'vscode-languageserver-types',
			'vscode-uri',
			'yaml',
		],
	},
	host: { layers: ['host', 'core'], packages: ['*'] },
	cli: { layers: ['cli', 'host', 'core'], packages: ['*'] },
	webviews: { layers: ['webviews', 'core'], packages: ['@vscode/l10n', 'd3-quadtree', 'd3-selection', 'd3-zoom'] },
	vscode: { layers: ['vscode', 'webviews', 'host', 'core'], packages: ['*', 'vscode'] },
};

/** Module names in `import … from`, `export … from`, `import('…')` and `require('…')`, of types or values alike. */
function importsOf(text: string): readonly string[] {
	const named = /(?:\b(?:from|import)\s+|\b(?:import|require)\s*\(\s*)(['"])([^'"\n]+)\1/g;
	return [...text.matchAll(named)].map((match) => match[2]!);
}

/** What an import breaks, in words, or undefined. `file` is relative to the source folder. */
function violation(file: string, specifier: string): string | undefined {
	const layer = file.split('/')[0]!;
	const rule = layers[layer];
	if (!rule) return `src/${file} is in no layer that is known here`;
	if (specifier.startsWith('.')) {
		const imported = path.posix.join(path.posix.dirname(file), specifier);
		if (imported === '../package.json' && layer !== 'core') return undefined;
		const target = imported.split('/')[0]!;
		return rule.layers.includes(target)
			? undefined
			: `src/${file} imports ${specifier}: ${layer} may not see ${target}`;
	}
	const allowed = rule.packages.includes(specifier) || (rule.packages.includes('*') && specifier !== 'vscode');
	return allowed ? undefined : `src/${file} imports ${specifier}, which ${layer} may not`;
}

describe('layers', () => {
	it('nothing imports upwards, and the core only what runs everywhere', () => {
		const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
			.map((name) => name.replaceAll(path.sep, '/'))
			.filter((name) => name.endsWith('.ts'));
		assert.ok(files.length > 0, 'there are sources to look at');
		const found = files.flatMap((file) =>
			importsOf(readFileSync(path.join(source, file), 'utf8')).flatMap((specifier) => violation(file, specifier) ?? []),
		);
		assert.deepEqual(found, []);
	});

	const forbidden: readonly (readonly [string, string])[] = [
		['core/service.ts', "import { readFileSync } from 'node:fs';"],
		['core/service.ts', "import { readFile } from 'node:fs/promises';"],
		['core/service.ts', "import fs from 'fs';"],
		['core/service.ts', "import type { Uri } from 'vscode';"],
		['core/search/index.ts', "import { open } from '../../host/node/workspace.ts';"],
		['core/search/index.ts', "const cli = await import('../../cli/main.ts');"],
		['core/search/index.ts', "export * from '../../vscode/extension.ts';"],
		['core/config.ts', "import { version } from '../../package.json';"],
		['cli/main.ts', "import { build } from '../../scripts/build.mjs';"],
		['host/node/workspace.ts', "import { activate } from '../../vscode/extension.ts';"],
		['host/node/workspace.ts', "import * as vscode from 'vscode';"],
		['cli/main.ts', "import { activate } from '../vscode/extension.ts';"],
		['vscode/extension.ts', "import { run } from '../cli/main.ts';"],
		['webviews/picture/main.ts', "import * as vscode from 'vscode';"],
		['webviews/picture/main.ts', "import { readFileSync } from 'node:fs';"],
		['core/service.ts', "import type { ToPicture } from '../webviews/messages.ts';"],
		['other/main.ts', "import { run } from './run.ts';"],
	];
	for (const [file, text] of forbidden) {
		it(`catches ${text} in src/${file}`, () => {
			const [specifier, ...more] = importsOf(text);
			assert.ok(specifier);
			assert.deepEqual(more, []);
			assert.ok(violation(file, specifier));
		});
	}

	it('takes words in strings for no imports', () => {
		assert.deepEqual(importsOf("const words = ['by', 'from', 'of', 'import', 'in'];"), []);
	});

	it('lets each layer see those below it', () => {
		assert.equal(violation('vscode/extension.ts', '../core/service.ts'), undefined);
		assert.equal(violation('cli/commands/check.ts', '../../host/node/workspace.ts'), undefined);
		assert.equal(violation('cli/run.ts', '../../package.json'), undefined);
		assert.equal(violation('host/node/workspace.ts', 'node:fs'), undefined);
		assert.equal(violation('core/model/span.ts', 'vscode-languageserver-types'), undefined);
	});
});
