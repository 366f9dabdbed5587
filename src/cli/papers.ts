import type { Hit } from '../core/corpus/types.ts';
import { authorsAndYear, titleOf } from '../core/render/label.ts';
import { shown } from '../core/text/shown.ts';
import type { Io } from './io.ts';
import { columns, cut, painter } from './text.ts';

/** Ranked papers as a command prints them. */
export function hitsAs(format: string, hits: readonly Hit[], io: Io): string {
	if (format === 'json') {
		const papers = hits.map(({ key, score, paper, why }) => ({ key, score, paper, ...(why && { why }) }));
		return `${JSON.stringify({ papers }, null, '\t')}\n`;
	}
	if (hits.length === 0) return 'No paper fits.\n';
	const paint = painter(io.color);
	const rows = columns(hits.map(({ key, paper }) => [shown(key), authorsAndYear(paper), titleOf(paper)]));
	return rows
		.map(([key = '', who = '', title = '']) => {
			const room = io.width && io.width - key.length - who.length - 4;
			return `${paint('bold', key)}  ${paint('dim', who)}  ${cut(title, room)}\n`;
		})
		.join('');
}
