// The browser that shows the workbench.
import { chromium } from 'playwright-core';
import { findChromium } from '../lib/find-chromium.mjs';

/** Starts a headless Chromium that reaches this machine only. */
export function launchChromium() {
	const executablePath = findChromium();
	if (!executablePath) throw new Error('No Chromium was found: run node scripts/install-chromium.mjs');
	return chromium.launch({
		executablePath,
		headless: true,
		// Signals are for whoever started the browser: it has a server to stop, too.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--force-color-profile=srgb',
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}
