import type { Picture } from '../../core/features/picture.ts';
import type { PaperName, ShownMap, ToPicture } from '../messages.ts';

/** All that the page shows. */
export interface State {
	readonly picture: Picture | undefined;
	readonly map: ShownMap | undefined;
	/** For each cited paper, which paper of the map it is; -1 for none. */
	readonly places: readonly number[];
	/** For each paper of the map that is cited, which one of the cited it is. */
	readonly citedAt: ReadonlyMap<number, number>;
	/** The section that alone is looked at; undefined for all. */
	readonly section: number | undefined;
	/** Which cited papers those of the section are; all without one. */
	readonly looked: ReadonlySet<number>;
}

export const nothing: State = {
	picture: undefined,
	map: undefined,
	places: [],
	citedAt: new Map(),
	section: undefined,
	looked: new Set(),
};

/** What is shown after a message; places count only with the map that they are of. */
export function createReceiver(): (message: ToPicture, before: State) => State {
	let stamp: string | undefined;
	let placed: { readonly stamp: string | undefined; readonly places: readonly number[] } = { stamp, places: [] };
	return (message, before) => {
		if (message.type === 'map') stamp = message.stamp;
		else placed = { stamp: message.stamp, places: message.places };
		const picture = message.type === 'picture' ? message.picture : before.picture;
		const map = message.type === 'map' ? message.map : before.map;
		const places = placed.stamp === stamp ? placed.places : [];
		const citedAt = new Map(places.flatMap((place, cited) => (place < 0 ? [] : [[place, cited] as const])));
		const isSame = before.picture?.root === picture?.root;
		const section =
			isSame && before.section !== undefined && picture?.sections[before.section] ? before.section : undefined;
		return lookingAt({ ...before, picture, map, places, citedAt }, section);
	};
}

/** The state with one section looked at, or all of them. */
export function lookingAt(state: State, section: number | undefined): State {
	const { picture } = state;
	const all = picture?.papers.map((_, i) => i) ?? [];
	const looked = new Set(section === undefined ? all : (picture?.sections[section]?.papers ?? []));
	return { ...state, section, looked };
}

/** What a paper of the map is called towards the extension. */
export function nameOnMap({ map }: State, place: number): PaperName {
	return { of: 'map', index: place, key: map?.papers[place]?.key ?? '' };
}

export function nameOfCited({ picture }: State, cited: number): PaperName {
	return { of: 'cited', index: cited, key: picture?.papers[cited]?.key ?? '' };
}

/** `Smith et al. 2019`, or the key where neither is known. */
export function shortName({ authors, year, key }: { authors: string; year: number; key: string }): string {
	return [authors, year || ''].filter(Boolean).join(' ') || key;
}
