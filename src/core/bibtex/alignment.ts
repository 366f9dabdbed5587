import type { Alignment } from './layout.ts';

/** What stands around one name of a field. */
export interface FieldRow {
	/** How long its name is, and the longest name of its entry. */
	readonly length: number;
	readonly longest: number;
	/** Blanks in front of it on its line, where it is the first there. */
	readonly lead: string | undefined;
	/** Blanks in front of `=` and behind it. */
	readonly before: string;
	readonly after: string;
}

/** The value that occurs most often; of several, the one that came first. */
export function mostOf<T>(values: Iterable<T>): T | undefined {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best: T | undefined;
	let most = 0;
	for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
	return best;
}

/** The alignment that explains most rows; the plainest, where several do. */
export function alignmentOf(rows: readonly FieldRow[]): Alignment {
	const before = mostOf(rows.map((row) => row.before)) ?? ' ';
	const after = mostOf(rows.map((row) => row.after)) ?? ' ';
	const leads = rows.filter(({ lead }) => lead !== undefined);
	const candidates: Alignment[] = [{ before, after, pad: 'none', width: 0 }];
	const fixed = (pad: Alignment['pad'], own: Pick<Alignment, 'before' | 'after'>, widths: Iterable<number>) => {
		const width = mostOf(widths);
		if (width !== undefined) candidates.push({ ...own, pad, width });
	};
	for (const least of ['', ' ']) {
		const equals = { before: least, after };
		fixed(
			'before',
			equals,
			rows.map((row) => row.length + row.before.length - least.length),
		);
		candidates.push({ ...equals, pad: 'before', width: 'longest' });
		const values = { before, after: least };
		fixed(
			'after',
			values,
			rows.map((row) => row.length + row.after.length - least.length),
		);
		candidates.push({ ...values, pad: 'after', width: 'longest' });
	}
	fixed(
		'lead',
		{ before, after },
		leads.map((row) => row.length + row.lead!.length),
	);
	const lead = mostOf(leads.map((row) => row.lead));
	const score = (alignment: Alignment) => rows.filter((row) => explains(alignment, row, lead)).length;
	let [best] = candidates as [Alignment];
	let most = score(best);
	for (const candidate of candidates.slice(1)) {
		const count = score(candidate);
		if (count > most) [best, most] = [candidate, count];
	}
	return best;
}

function explains({ pad, width, before, after }: Alignment, row: FieldRow, lead: string | undefined): boolean {
	const fill = ' '.repeat(Math.max((width === 'longest' ? row.longest : width) - row.length, 0));
	return (
		row.before === (pad === 'before' ? fill + before : before) &&
		row.after === (pad === 'after' ? after + fill : after) &&
		(row.lead === undefined || row.lead === (pad === 'lead' ? fill : lead))
	);
}
