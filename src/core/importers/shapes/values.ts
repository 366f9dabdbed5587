import type { JsonRecord } from '../records.ts';

// Values of any JSON, of which nobody knows whether they are what they should be.

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	return typeof value === 'number' ? String(value) : '';
}

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** A property of an object, of one of its objects, and so on; undefined where there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
	let found = value;
	for (const name of path) found = isRecord(found) ? found[name] : undefined;
	return found;
}

/** The texts of a list, or those that its objects have under a name. */
export function textsOf(value: unknown, name: string): readonly string[] {
	return listOf(value).flatMap((item) => textOf(isRecord(item) ? item[name] : item) || []);
}

/** The first text that isn't empty. */
export function firstText(...values: readonly unknown[]): string {
	for (const value of values) {
		const text = textOf(value);
		if (text !== '') return text;
	}
	return '';
}
