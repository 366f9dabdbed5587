// The licences of what is bundled, which those who pass a bundle on have to pass on, too.
import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';

export const notices = 'dist/ThirdPartyNotices.txt';

/** Packages of which `npm run generate` takes data that are bundled. */
const generatedFrom = ['node_modules/unicode2latex'];

/** @typedef {{name: string, version: string, license: string, text: string}} Notice */

/**
 * One for each package of which something is in one of the bundles, by name.
 * @param {readonly import('esbuild').Metafile[]} metafiles @returns {Notice[]}
 */
export function noticesOf(metafiles) {
	const folders = new Set([
		...generatedFrom,
		...metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(packagesIn)),
	]);
	return [...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {readonly Notice[]} all */
export function noticesText(all) {
	const line = '-'.repeat(80);
	const parts = all.map(({ name, version, license, text }) => `${line}\n${name} ${version} (${license})\n\n${text}\n`);
	return `Related Work contains parts of these packages.\n\n${parts.join('\n')}`;
}

/** The folders of the packages that an output has something of, the innermost each. @param {import('esbuild').Metafile['outputs'][string]} output */
function packagesIn({ inputs }) {
	return Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
		const [folder] = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
		return folder && bytesInOutput > 0 ? [folder] : [];
	});
}

/** @param {string} folder @returns {Notice} */
function noticeOf(folder) {
	const { name, version, license, author } = JSON.parse(readFileSync(inProject(`${folder}/package.json`), 'utf8'));
	const file = readdirSync(inProject(folder)).find((one) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(one));
	const text = file
		? readFileSync(inProject(`${folder}/${file}`), 'utf8').trim()
		: usual(license, author?.name ?? author);
	if (!text) throw new Error(`${folder} does not say how it may be passed on: see docs/dependencies.md`);
	return { name, version, license, text };
}

/** The text of a licence of which a package gives nothing but the name. @param {string} license @param {string | undefined} author */
function usual(license, author) {
	const text = texts[license];
	return text && author && `Copyright (c) ${author.replace(/\s*<.*/, '')}\n\n${text}`;
}

/** @type {Readonly<Record<string, string>>} */
const texts = {
	ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
	MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};
