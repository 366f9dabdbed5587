import type { Picture } from '../core/features/picture.ts';
import type { TopicMap } from '../core/topics/types.ts';

// What pages and the extension say to each other. A page is told only what it shows, and may ask only for what a click
// on it does; whatever else arrives is ignored.

/** The map without the files that papers come from: the page shows none of them. */
export type ShownMap = Omit<TopicMap, 'sources'>;

/** What the page *Picture* shows, and when it changes. */
export type ToPicture =
	| {
			readonly type: 'picture';
			/** Undefined where no document is open. */
			readonly picture?: Picture;
			/** For each cited paper, which paper of the map it is; -1 for none. Empty until the map is there. */
			readonly places: readonly number[];
			/** The map that the places are of. */
			readonly stamp?: string;
	  }
	| { readonly type: 'map'; readonly stamp: string; readonly map: ShownMap };

/** One paper: of the map, or of those that are cited. The key makes sure that both sides mean the same one. */
export interface PaperName {
	readonly of: 'map' | 'cited';
	readonly index: number;
	readonly key: string;
}

export type PaperAction = 'open' | 'show' | 'cite';

export type FromPicture =
	| { readonly type: 'ready' }
	| { readonly type: PaperAction; readonly paper: PaperName }
	| { readonly type: 'section'; readonly index: number };

export type FromReport = { readonly type: 'problem'; readonly index: number } | { readonly type: 'save' };

const actions: readonly unknown[] = ['open', 'show', 'cite'] satisfies PaperAction[];

/** Reads a message from the page *Picture*; undefined for what is none. */
export function readFromPicture(message: unknown): FromPicture | undefined {
	if (!isRecord(message)) return undefined;
	const { type, paper, index } = message;
	if (type === 'ready') return { type };
	if (type === 'section') return isIndex(index) ? { type, index } : undefined;
	const name = isAction(type) ? nameIn(paper) : undefined;
	return isAction(type) && name ? { type, paper: name } : undefined;
}

/** Reads a message from the page of a report; undefined for what is none. */
export function readFromReport(message: unknown): FromReport | undefined {
	if (!isRecord(message)) return undefined;
	const { type, index } = message;
	if (type === 'save') return { type };
	return type === 'problem' && isIndex(index) ? { type, index } : undefined;
}

function nameIn(value: unknown): PaperName | undefined {
	if (!isRecord(value)) return undefined;
	const { of, index, key } = value;
	return (of === 'map' || of === 'cited') && isIndex(index) && typeof key === 'string' ? { of, index, key } : undefined;
}

function isAction(value: unknown): value is PaperAction {
	return actions.includes(value);
}

function isIndex(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
