import assert from 'node:assert/strict';
import { shellPage } from '../../src/webviews/shell.ts';

const shell = {
	title: 'Picture "<b>"',
	script: 'https://file.test/picture.js',
	style: 'https://file.test/picture.css',
	source: 'https://file.test',
	nonce: 'N0nce',
	place: 'view',
} as const;

describe('the empty page of a webview', () => {
	const page = shellPage(shell);

	it('allows its own script and style sheet, and nothing else', () => {
		const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
		assert.equal(
			policy.replaceAll('&#39;', "'"),
			"default-src 'none'; script-src 'nonce-N0nce'; style-src https://file.test; base-uri 'none'; form-action 'none'",
		);
	});

	it('has one script, with the nonce, and nothing inline', () => {
		assert.deepEqual(page.match(/<script[^>]*>/g), ['<script defer nonce="N0nce" src="https://file.test/picture.js">']);
		assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/);
		assert.ok(page.includes('<title>Picture &quot;&lt;b&gt;&quot;</title>'));
	});
});
