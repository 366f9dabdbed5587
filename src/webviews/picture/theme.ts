import type { Colors } from './paint.ts';

/** The colours of the theme that is in force. */
export function themeColors(): Colors {
	const style = getComputedStyle(document.body);
	const color = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
	const ink = color('--ink', '#888');
	const isContrast = /vscode-high-contrast/.test(document.body.className);
	const chart = (name: string) => color(`--vscode-charts-${name}`, ink);
	return {
		ink,
		surface: color('--surface', '#fff'),
		soft: color('--soft', ink),
		lit: color('--lit', ink),
		focus: color('--vscode-focusBorder', ink),
		// Red and yellow are close to the orange of what is lit.
		topics: isContrast ? [ink] : [...['blue', 'green', 'purple'].map(chart), color('--soft', ink)],
		dim: isContrast ? 0.6 : 0.42,
	};
}

/** Calls back when the theme changes. */
export function onTheme(changed: () => void): void {
	const observer = new MutationObserver(changed);
	observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
