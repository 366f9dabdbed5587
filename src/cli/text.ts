import { styleText } from 'node:util';
import type { Severity } from '../core/model/problem.ts';

type Style = Parameters<typeof styleText>[0];

/** Styles a text, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

export function painter(color: boolean): Paint {
	return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}

export const severityStyle: Readonly<Record<Severity, Style>> = {
	error: 'red',
	warning: 'yellow',
	information: 'blue',
	hint: 'gray',
};

/** Rows as aligned columns, two spaces apart; each but the last is as wide as its widest cell, `widest` at most. */
export function columns(rows: readonly (readonly string[])[], widest = 40): readonly (readonly string[])[] {
	const widths: number[] = [];
	for (const row of rows)
		row.forEach((cell, index) => {
			widths[index] = Math.max(widths[index] ?? 0, Math.min(cell.length, widest));
		});
	return rows.map((row) => row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index]!))));
}

/** `1 paper`, `12,345 papers` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
	return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}

/** A text cut to so many characters, with an ellipsis; whole without a limit. */
export function cut(text: string, limit: number | undefined): string {
	return limit === undefined || text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1))}…`;
}
