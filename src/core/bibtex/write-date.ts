import type { CslDate } from '../model/paper.ts';
import type { Dialect } from './dialect.ts';
import { escapeTex } from './escape.ts';
import type { EntryStyle } from './layout.ts';

const NAMES = 'January February March April May June July August September October November December'.split(' ');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The fields that say a date: `date` for biblatex, `year` and `month` for BibTeX, as a macro, with the day beside it. A
 * range, which those two cannot say, is written as `date` beside the year it begins in.
 *
 * @param own What the entry has besides: where that is `year` or `month`, `date` says what they don't, and the other way
 * round.
 * @param months How BibTeX's months are written.
 * @see https://ctan.org/pkg/bibtex (btxdoc, section 3.2)
 */
export function writeDate(
	issued: CslDate | undefined,
	dialect: Dialect,
	own: ReadonlyMap<string, string>,
	months: EntryStyle['months'] = 'macro',
): readonly (readonly [string, string])[] {
	if (!issued) return [];
	const [from = [], to] = issued['date-parts'] ?? [];
	const words = issued.literal;
	const [year, month, day] = from;
	const taken = own.has('year') || own.has('month');
	const date = [
		'date',
		`{${words === undefined ? [from, ...(to ? [to] : [])].map(edtf).join('/') : escapeTex(words)}}`,
	] as const;
	if (words === undefined && year === undefined) return [];
	if (!own.has('date') && (taken || (dialect === 'biblatex' && words === undefined))) return [date];
	const written: (readonly [string, string])[] = [['year', `{${words === undefined ? year : escapeTex(words)}}`]];
	const name = MONTHS[(month ?? 0) - 1];
	if (name) written.push(['month', monthAs(name, month!, day, months)]);
	const isPlain = words !== undefined || (!to && /^\d{4}$/.test(String(year)));
	return isPlain ? written : [...written, date];
}

/** A month as a file writes it; one with a day, which numbers cannot have beside them, as a macro. */
function monthAs(name: string, month: number, day: number | undefined, months: EntryStyle['months']): string {
	if (months === 'macro' || (months === 'number' && day !== undefined))
		return day === undefined ? name : `${name} # "~${day}"`;
	if (months === 'number') return `{${month}}`;
	const word = months === 'name' ? NAMES[month - 1]! : name.charAt(0).toUpperCase() + name.slice(1);
	return day === undefined ? `{${word}}` : `{${word}~${day}}`;
}

/** @see https://www.loc.gov/standards/datetime/ */
function edtf(parts: readonly number[]): string {
	return parts
		.map((part, at) => (part < 0 ? '-' : '') + String(Math.abs(part)).padStart(at === 0 ? 4 : 2, '0'))
		.join('-');
}
