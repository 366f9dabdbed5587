import { html } from '../core/report/html.ts';
import { language, type Translations } from '../core/translations.ts';

/** What a page of ours loads, by the addresses that a webview gives. */
export interface Shell {
	readonly title: string;
	readonly script: string;
	readonly style: string;
	/** From where the webview lets styles be loaded. */
	readonly source: string;
	/** Never the same twice. */
	readonly nonce: string;
	/** Does the page stand among the views, or is it an editor? */
	readonly place: 'view' | 'panel';
	/** The language that the page speaks; English without. */
	readonly translations?: Translations | undefined;
}

/** An empty page that runs one script of ours and has one style sheet; nothing else is loaded, nor can it be sent anywhere. */
export function shellPage({ title, script, style, source, nonce, place, translations = {} }: Shell): string {
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}; base-uri 'none'; form-action 'none'`;
	return html`<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
<script defer nonce="${nonce}" src="${script}"></script>
</head>
<body data-place="${place}" data-translations="${JSON.stringify(translations)}"></body>
</html>
`.html;
}
