import { type Rgb, rgbOf } from './dots.ts';

/** Colours of the theme, and its font. */
export interface Look {
	readonly ink: string;
	readonly surface: string;
	readonly lit: string;
	/** Topics take them in turn; with high contrast, all are as the ink. */
	readonly topics: readonly Rgb[];
	/** Of papers that are of no topic. */
	readonly unnamed: Rgb;
	/** How opaque papers are that are not cited, and the clouds behind them. */
	readonly dim: number;
	readonly cloud: number;
	readonly font: string;
}

const forced = window.matchMedia('(forced-colors: active)');

/** The look of the theme that is in force. */
export function themeLook(): Look {
	const style = getComputedStyle(document.body);
	const color = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
	const ink = color('--ink', '#888');
	const isContrast = forced.matches || /vscode-high-contrast/.test(document.body.className);
	const chart = (name: string) => color(`--vscode-charts-${name}`, ink);
	const faint = color('--faint', ink);
	return {
		ink,
		surface: color('--surface', '#fff'),
		lit: color('--lit', ink),
		// Red and yellow are close to the orange of what is lit.
		topics: (isContrast ? [ink] : [...['blue', 'green', 'purple'].map(chart), faint]).map(rgbOf),
		unnamed: rgbOf(faint),
		dim: isContrast ? 0.6 : 0.45,
		cloud: isContrast ? 0 : 0.3,
		font: style.fontFamily,
	};
}

/** Calls back when the theme changes. */
export function onTheme(changed: () => void): void {
	const observer = new MutationObserver(changed);
	observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
	forced.addEventListener('change', changed);
}
