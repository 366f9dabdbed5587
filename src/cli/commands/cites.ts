import { Command } from 'commander';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Cites } from '../../core/features/types.ts';
import type { Span } from '../../core/model/span.ts';
import { never } from '../../core/util/cancellation.ts';
import { exit } from '../exit.ts';
import { documentOf } from '../inputs.ts';
import { formatOption } from '../options.ts';
import { openSession, type Session } from '../session.ts';
import { columns, count } from '../text.ts';
import type { CommandFactory } from './types.ts';

const examples = `
Examples:
  $ relwork cites paper.tex
  $ relwork cites chapters/two.tex --format json    the whole project that the chapter is part of`;

export const cites: CommandFactory = (io, finish) =>
	new Command('cites')
		.summary('list what a document cites')
		.description('Lists which keys a document and all that it includes cite, where, and from which bibliographies.')
		.argument('<path>', 'a document')
		.addOption(formatOption())
		.addHelpText('after', examples)
		.action(async (path: string, { format }) => {
			const session = await openSession(io, { path });
			const uri = await documentOf(session, path);
			if (uri) {
				const found = await plain(session, await session.service.cites(uri, never));
				await io.write(format === 'json' ? `${JSON.stringify(found, null, '\t')}\n` : text(found));
			}
			finish(session.refused ? exit.unusable : exit.ok);
		});

type Plain = Awaited<ReturnType<typeof plain>>;

/** Paths as the user sees them, and positions as in LSP. */
async function plain({ workspace, show }: Session, found: Cites) {
	const documents = new Map<string, TextDocument>();
	for (const file of new Set(found.citations.map((one) => one.file))) documents.set(file, await workspace.open(file));
	const rangeOf = (file: string, { start, end }: Span) => {
		const document = documents.get(file)!;
		return { start: document.positionAt(start), end: document.positionAt(end) };
	};
	return {
		root: show(found.root),
		files: found.files.map(show),
		bibliographies: found.bibliographies.map(show),
		citations: found.citations.map(({ file, citation: { span, command, items } }) => ({
			file: show(file),
			range: rangeOf(file, span),
			command,
			items: items.map((item) => ({ key: item.key, range: rangeOf(file, item.span) })),
		})),
		keys: found.keys,
		open: found.open,
	};
}

/** Most places of a key that are listed; the rest is counted. */
const placeLimit = 5;

function text(found: Plain): string {
	const places = new Map<string, string[]>();
	for (const { file, items } of found.citations)
		for (const { key, range } of items) {
			const known = places.get(key) ?? [];
			places.set(key, known);
			known.push(`${file}:${range.start.line + 1}:${range.start.character + 1}`);
		}
	const rows = found.keys.map((key) => {
		const all = places.get(key) ?? [];
		const more = all.length > placeLimit ? `, and ${all.length - placeLimit} more` : '';
		return [key, `${all.length}×`, all.slice(0, placeLimit).join(', ') + more];
	});
	const lines = [
		`Root            ${found.root}`,
		...(found.files.length > 1 ? [`Files           ${found.files.join(', ')}`] : []),
		`Bibliographies  ${found.bibliographies.join(', ') || 'none'}`,
		...found.open.map((what) => `Not resolved    ${what}`),
		`Cited           ${count(found.keys.length, 'distinct key')} in ${count(found.citations.length, 'citation')}`,
		'',
		...columns(rows).map((row) => row.join('  ')),
	];
	return `${lines.join('\n').trimEnd()}\n`;
}
