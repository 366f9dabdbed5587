/** What a webview gives its page. */
interface Api {
	postMessage(message: unknown): void;
}

declare const acquireVsCodeApi: () => Api;

/** The way to the extension; can be asked for once only. */
export function connect<T>(): (message: T) => void {
	const api = acquireVsCodeApi();
	return (message) => api.postMessage(message);
}
