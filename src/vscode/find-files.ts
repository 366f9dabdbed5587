import * as vscode from 'vscode';
import type { Logger } from '../core/ports.ts';
import { globMatcher } from '../core/util/glob.ts';

/** Folders that hold no one's papers. */
const ignored = ['.git', 'node_modules'];

/** File systems that the editor itself searches. */
const searched = new Set(['file', 'vscode-remote']);

/** Folders of another file system that are looked into for one pattern; each may be a question to a server. */
const mostFolders = 2000;
/** Folders that are looked into at a time. */
const atOnce = 16;

/** The files below a folder that match a glob, as sorted URIs. */
export async function findFiles(folder: vscode.Uri, pattern: string, log: Logger): Promise<readonly string[]> {
	// The editor waits for ever for a provider of search, which hardly any other file system has.
	const found = searched.has(folder.scheme)
		? await vscode.workspace.findFiles(new vscode.RelativePattern(folder, pattern), `**/{${ignored.join(',')}}/**`)
		: await walk(folder, pattern, log);
	return found.map((uri) => uri.toString()).sort();
}

/** Looks into one folder after the other, those nearest to the top first. */
async function walk(top: vscode.Uri, pattern: string, log: Logger): Promise<readonly vscode.Uri[]> {
	const matches = globMatcher(pattern);
	const depth = pattern.includes('**') ? Number.POSITIVE_INFINITY : pattern.split('/').length;
	const found: vscode.Uri[] = [];
	let looked = 0;
	let level = [''];
	for (let below = 1; level.length > 0 && below <= depth && looked < mostFolders; below++) {
		const next: string[] = [];
		for (let at = 0; at < level.length && looked < mostFolders; at += atOnce) {
			const some = level.slice(at, Math.min(at + atOnce, at + mostFolders - looked));
			looked += some.length;
			const listed = await Promise.all(some.map((path) => entriesOf(top, path)));
			for (const { path, type } of listed.flat()) {
				if (type === vscode.FileType.Directory) next.push(path);
				else if ((type & vscode.FileType.File) !== 0 && matches(path)) found.push(vscode.Uri.joinPath(top, path));
			}
		}
		level = next;
	}
	if (level.length > 0 && looked >= mostFolders)
		log.warn(`Only ${mostFolders} folders below ${top} were searched for ${pattern}; name a folder further down.`);
	return found;
}

/** What is in a folder, by the path from the top; nothing where it cannot be read. */
async function entriesOf(top: vscode.Uri, path: string) {
	try {
		const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(top, path));
		const kept = entries.filter(([name]) => !ignored.includes(name));
		return kept.map(([name, type]) => ({ path: path === '' ? name : `${path}/${name}`, type }));
	} catch {
		return [];
	}
}
