import * as vscode from 'vscode';

/** A file system of one's own, such as editors have for repositories and drives; nothing searches it. */
export class MemoryFiles implements vscode.FileSystemProvider {
	readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
	#clock = 1;
	readonly onDidChangeFile = this.#changes.event;

	text(uri: vscode.Uri): string {
		return new TextDecoder().decode(this.readFile(uri));
	}

	stat({ path }: vscode.Uri): vscode.FileStat {
		const file = this.#files.get(path);
		if (file) return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
		if (this.#namesBelow(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
		return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
	}

	readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
		return this.#namesBelow(uri.path).map((name) => [name, this.stat(vscode.Uri.joinPath(uri, name)).type]);
	}

	readFile({ path }: vscode.Uri): Uint8Array {
		const file = this.#files.get(path);
		if (!file) throw vscode.FileSystemError.FileNotFound(path);
		return file.bytes;
	}

	writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
		const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
		this.#files.set(uri.path, { bytes, mtime: this.#clock++ });
		this.#changes.fire([{ type, uri }]);
	}

	delete(uri: vscode.Uri): void {
		this.#files.delete(uri.path);
		this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
	}

	// Folders are there by what is in them, and whoever changes a file says so.
	createDirectory(): void {}
	watch = () => new vscode.Disposable(() => {});
	rename(): void {
		throw vscode.FileSystemError.Unavailable('rename');
	}

	#namesBelow(path: string): string[] {
		const folder = `${path.replace(/\/$/, '')}/`;
		const below = [...this.#files.keys()].filter((file) => file.startsWith(folder));
		return [...new Set(below.map((file) => file.slice(folder.length).split('/')[0]!))];
	}
}
