import assert from 'node:assert/strict';
import { folderOf, resolvePath } from '../../../src/core/util/paths.ts';
import { patternFor, splitPattern } from '../../../src/core/util/uri-pattern.ts';

describe('paths in documents', () => {
	const cases: readonly (readonly [folder: string, path: string, uri: string])[] = [
		['file:///w', 'refs.bib', 'file:///w/refs.bib'],
		['file:///w/ch', '..\\bib\\refs.bib', 'file:///w/bib/refs.bib'],
		['file:///w', '/home/a b/ü.bib', 'file:///home/a%20b/%C3%BC.bib'],
		['file:///w', '//home/refs.bib', 'file:///home/refs.bib'],
		['file:///c%3A/w', 'bib\\refs.bib', 'file:///c%3A/w/bib/refs.bib'],
		['file:///C:/w', 'refs.bib', 'file:///c%3A/w/refs.bib'],
		['file:///c%3A/w', 'D:\\bib\\refs.bib', 'file:///d%3A/bib/refs.bib'],
		['file:///c%3A/w', 'd:/bib/refs.bib', 'file:///d%3A/bib/refs.bib'],
		['file:///c%3A/w', '\\bib\\refs.bib', 'file:///c%3A/bib/refs.bib'],
		['file:///c%3A/w', '\\\\server\\share\\refs.bib', 'file://server/share/refs.bib'],
		['file://server/share/w', 'refs.bib', 'file://server/share/w/refs.bib'],
		['file://server/share/w', 'C:\\refs.bib', 'file:///c%3A/refs.bib'],
		['file://server/share/w', '\\\\other\\bib\\refs.bib', 'file://other/bib/refs.bib'],
		['file://wsl.localhost/Ubuntu/home/me', '/bib/refs.bib', 'file://wsl.localhost/Ubuntu/bib/refs.bib'],
		['vscode-remote://wsl+u/w', '/bib/refs.bib', 'vscode-remote://wsl%2Bu/bib/refs.bib'],
		['vscode-remote://wsl+u/w', '//bib/refs.bib', 'vscode-remote://wsl%2Bu/bib/refs.bib'],
		['file:///e%3A/', 'refs.bib', 'file:///e%3A/refs.bib'],
	];
	for (const [folder, path, uri] of cases)
		it(`${path} in ${folder} is ${uri}`, () => assert.equal(resolvePath(folder, path), uri));
});

describe('the folder of a file', () => {
	const chains: readonly (readonly string[])[] = [
		['file:///w/ch/main.tex', 'file:///w/ch', 'file:///w', 'file:///', 'file:///'],
		['file:///e%3A/w/main.tex', 'file:///e%3A/w', 'file:///e%3A/', 'file:///e%3A/'],
		['file:///E:/main.tex', 'file:///e%3A/', 'file:///e%3A/'],
		['file://server/share/w/main.tex', 'file://server/share/w', 'file://server/share', 'file://server/share'],
		['vscode-remote://ssh/w/main.tex', 'vscode-remote://ssh/w', 'vscode-remote://ssh/', 'vscode-remote://ssh/'],
	];
	for (const [file = '', ...above] of chains)
		it(`of ${file} is ${above[0]}, and so on up to the top`, () => {
			const found = [folderOf(file)];
			while (found.length < above.length) found.push(folderOf(found.at(-1)!));
			assert.deepEqual(found, above);
		});
});

describe('a pattern of files', () => {
	const cases: readonly (readonly [base: string, pattern: string, folder: string, rest: string])[] = [
		['file:///w', '*.bib', 'file:///w', '*.bib'],
		['file:///w', 'lists\\**\\*.txt', 'file:///w/lists', '**/*.txt'],
		['file:///w', '..\\shared\\refs.bib', 'file:///shared/refs.bib', ''],
		['file:///w', '~\\papers\\*.bib', 'file:///home/me/papers', '*.bib'],
		['file:///w', '/*.bib', 'file:///', '*.bib'],
		['file:///w', '', 'file:///w', ''],
		['file:///c%3A/w', 'D:\\papers\\*.bib', 'file:///d%3A/papers', '*.bib'],
		['file:///c%3A/w', 'D:\\*.bib', 'file:///d%3A/', '*.bib'],
		['file:///c%3A/w', '\\\\server\\share\\papers\\*.bib', 'file://server/share/papers', '*.bib'],
		['file:///w', '//papers/*.bib', 'file:///papers', '*.bib'],
	];
	for (const [base, pattern, folder, rest] of cases)
		it(`${pattern} in ${base} is ${rest || 'all'} in ${folder}`, () =>
			assert.deepEqual(splitPattern(base, pattern, 'file:///home/me'), { folder, rest }));
});

describe('what stands for a file in the corpus', () => {
	const cases: readonly (readonly [base: string | undefined, uri: string, pattern: string])[] = [
		['file:///w', 'file:///w/lists/a%20b.txt', 'lists/a b.txt'],
		['file:///w', 'file:///w/a%5B1%5D.bib', 'a[[]1[]].bib'],
		['file:///w', 'file:///wide/refs.bib', '/wide/refs.bib'],
		['file:///w/', 'file:///w/refs.bib', 'refs.bib'],
		['file:///', 'file:///refs.bib', 'refs.bib'],
		['file:///c%3A/w', 'file:///C:/w/refs.bib', 'refs.bib'],
		['file:///e%3A/', 'file:///e%3A/refs.bib', 'refs.bib'],
		['file:///c%3A/w', 'file:///D:/refs.bib', 'd:/refs.bib'],
		['file:///c%3A/w', 'file://server/share/refs.bib', '//server/share/refs.bib'],
		[undefined, 'file:///w/refs.bib', '/w/refs.bib'],
	];
	for (const [base, uri, pattern] of cases)
		it(`is ${pattern} for ${uri} beside ${base}`, () => assert.equal(patternFor(base, uri), pattern));
});
