import type { CslDate } from '../model/paper.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** One EDTF date; `~`, `?` and `%` say that it is uncertain, `X` that a digit is unknown. */
const EDTF = /^(-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(\d{1,2}|XX)(?:-(\d{1,2}|XX))?)?(?:T[\d:.Z+-]*)?[~?%]?$/;
const FOUR_DIGITS = /^\d{4}$/;
const YEAR = /(?<!\d)\d{4}(?!\d)/;

/**
 * A date as biblatex and JSON have it: `2014`, `2014-02-15`, `2010/2012`, `2014-02-15T10:00:00Z`. Anything else keeps
 * its words, and the year that stands in them. Undefined for an empty text.
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseDate(text: string): CslDate | undefined {
	const date = text.trim();
	if (date === '') return undefined;
	return parseEdtf(date) ?? parseYear(date);
}

function parseEdtf(date: string): CslDate | undefined {
	const parts = date.split('/').map((part) => part.trim());
	if (parts.length > 2) return undefined;
	const [from, to] = parts.map(parseEnd);
	if (from && to) return { 'date-parts': [from, to] };
	// An open end, `2010/` or `../2010`, keeps the end that is there.
	if (from && (parts.length === 1 || isOpen(parts[1]!))) return { 'date-parts': [from] };
	return to && isOpen(parts[0]!) ? { 'date-parts': [to] } : undefined;
}

function isOpen(part: string): boolean {
	return part === '' || part === '..' || part === 'open' || part === 'unknown';
}

function parseEnd(text: string): readonly number[] | undefined {
	const match = EDTF.exec(text);
	if (!match) return undefined;
	const [, year, month, day] = match as unknown as [string, string, string | undefined, string | undefined];
	const parts = [Number(year.replaceAll('X', '0'))];
	const monthNumber = Number(month);
	// 21 to 24 are seasons.
	if (monthNumber >= 1 && monthNumber <= 12) {
		parts.push(monthNumber);
		if (Number(day) >= 1 && Number(day) <= 31) parts.push(Number(day));
	}
	return parts;
}

/** BibTeX's `year` and `month` fields: the month by number or name in any case, with a day in front or behind. */
export function parseYear(year: string, month = ''): CslDate | undefined {
	const text = year.trim();
	if (text === '') return undefined;
	if (month === '' && FOUR_DIGITS.test(text)) return { 'date-parts': [[Number(text)]] };
	// A whole date in the field for the year is common.
	const whole = month.trim() === '' ? parseEdtf(text) : undefined;
	if (whole) return whole;
	const number = YEAR.exec(text)?.[0];
	if (!number) return { literal: text };
	const parts = [Number(number), ...parseMonth(month)];
	return text === number ? { 'date-parts': [parts] } : { 'date-parts': [parts], literal: text };
}

function parseMonth(text: string): readonly number[] {
	const month = text.trim().toLowerCase();
	if (/^\d{1,2}$/.test(month)) return Number(month) >= 1 && Number(month) <= 12 ? [Number(month)] : [];
	const names = month.match(/[a-z]{3,}/g) ?? [];
	const numbers = names.map((name) => MONTHS.indexOf(name.slice(0, 3)) + 1).filter((number) => number > 0);
	if (numbers.length === 0) return [];
	const days = month.match(/\d{1,2}/g) ?? [];
	const isDay = numbers.length === 1 && days.length === 1 && Number(days[0]) >= 1 && Number(days[0]) <= 31;
	return isDay ? [numbers[0]!, Number(days[0])] : [numbers[0]!];
}
