// Serves the files of one folder to the page that shows the workbench.
import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const types = new Map([
	['.css', 'text/css'],
	['.js', 'text/javascript'],
	['.json', 'application/json'],
	['.md', 'text/markdown'],
	['.svg', 'image/svg+xml'],
]);

/**
 * Serves a folder on this machine, to pages of any origin; nothing outside of it, also not by symbolic links.
 * @param {string} folder
 */
export async function serveFolder(folder) {
	const root = await realpath(folder);
	const server = createServer(async (request, response) => {
		response.setHeader('Access-Control-Allow-Origin', '*');
		response.setHeader('Access-Control-Allow-Headers', '*');
		response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
		try {
			const { pathname } = new URL(request.url ?? '/', 'http://localhost');
			const file = await realpath(path.join(root, decodeURIComponent(pathname)));
			if (!file.startsWith(root + path.sep)) throw new Error('It is outside of the folder.');
			const bytes = request.method === 'OPTIONS' ? undefined : await readFile(file);
			response.setHeader('Content-Type', types.get(path.extname(file)) ?? 'application/octet-stream');
			response.end(bytes);
		} catch {
			response.statusCode = 404;
			response.end();
		}
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const address = server.address();
	if (!address || typeof address === 'string') throw new Error('The folder is not served.');
	return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
