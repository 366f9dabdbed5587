import type { Macro } from '../languages/types.ts';
import type { ScannedDocument } from './types.ts';

/** Which files a document includes, by the offset of their names. */
export type Links = ReadonlyMap<string, readonly { readonly at: number; readonly uri: string }[]>;

/** What a document is with the definitions of other files that it uses; read anew only when one of these changes. */
const read = new WeakMap<ScannedDocument, { readonly used: string; readonly scanned: ScannedDocument }>();
/** Commands that a document names. */
const named = new WeakMap<ScannedDocument, ReadonlySet<string>>();

const COMMAND = /\\([a-zA-Z@]+)/g;
/** Names that need not be written out where they are used: switches, environments, what `\csname` makes. */
const UNWRITTEN = /^if|[^a-zA-Z@]/;

/**
 * The documents of a project, those scanned anew that use what other files of it define, as it is defined where they
 * stand: TeX reads a file where it is included.
 *
 * @param packages Classes and packages of the project.
 */
export function withMacros(
	root: string,
	documents: ReadonlyMap<string, ScannedDocument>,
	packages: ReadonlyMap<string, ScannedDocument>,
	links: Links,
): ReadonlyMap<string, ScannedDocument> {
	const files = new Map([...packages, ...documents]);
	const { macros, places } = inOrder(root, files, packages, links);
	if (macros.length === 0) return documents;
	const bodies = new Map<string, string[]>();
	for (const { name, body } of macros) bodies.set(name, [...(bodies.get(name) ?? []), body]);
	return new Map(
		[...documents].map(([uri, scanned]) => {
			const place = places.get(uri);
			return [uri, place ? withGiven(scanned, givenAt(place, macros, neededBy(scanned, bodies))) : scanned];
		}),
	);
}

/** Where the definitions stand that a document has from others, in the order of all. */
interface Place {
	readonly before: number;
	readonly includes: readonly { readonly at: number; readonly from: number; readonly to: number }[];
}

/** All definitions as TeX comes to read them. Switches of a package are left out: its options may set them. */
function inOrder(
	root: string,
	files: ReadonlyMap<string, ScannedDocument>,
	packages: ReadonlyMap<string, ScannedDocument>,
	links: Links,
) {
	const macros: Macro[] = [];
	const places = new Map<string, Place>();

	function visit(uri: string): void {
		const scanned = files.get(uri);
		if (!scanned || places.has(uri)) return;
		const includes: { at: number; from: number; to: number }[] = [];
		places.set(uri, { before: macros.length, includes });
		const all = scanned.semantics.macros ?? [];
		const own = packages.has(uri) ? all.filter(({ name, alias }) => !(alias && name.startsWith('if'))) : all;
		let next = 0;
		for (const link of links.get(uri) ?? []) {
			for (; next < own.length && (own[next]!.at ?? 0) < link.at; next++) macros.push(own[next]!);
			const from = macros.length;
			visit(link.uri);
			if (macros.length > from) includes.push({ at: link.at, from, to: macros.length });
		}
		for (; next < own.length; next++) macros.push(own[next]!);
	}

	visit(root);
	return { macros, places };
}

/** Commands that a document uses, by what they are made of, too. */
function neededBy(scanned: ScannedDocument, bodies: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
	let own = named.get(scanned);
	if (!own)
		named.set(scanned, (own = new Set([...scanned.document.getText().matchAll(COMMAND)].map(([, name]) => name!))));
	const needed = new Set<string>();
	const queue = [...bodies.keys()].filter((name) => own.has(name) || UNWRITTEN.test(name));
	for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
		if (needed.has(name)) continue;
		needed.add(name);
		for (const body of bodies.get(name) ?? [])
			for (const [, other] of body.matchAll(COMMAND)) if (bodies.has(other!)) queue.push(other!);
	}
	return needed;
}

function givenAt(
	{ before, includes }: Place,
	macros: readonly Macro[],
	needed: ReadonlySet<string>,
): ReadonlyMap<number, readonly Macro[]> {
	const given = new Map<number, readonly Macro[]>();
	for (const { at, from, to } of [{ at: -1, from: 0, to: before }, ...includes]) {
		const used = macros.slice(from, to).filter(({ name }) => needed.has(name));
		// Of what is defined for certain, the last counts; names of others are bound to what they were.
		if (used.length > 0) given.set(at, [...(given.get(at) ?? []), ...used.map(({ at: _, ...macro }) => macro)]);
	}
	return given;
}

function withGiven(scanned: ScannedDocument, given: ReadonlyMap<number, readonly Macro[]>): ScannedDocument {
	if (given.size === 0) return scanned;
	const { document, language, options } = scanned;
	const used = JSON.stringify([...given]);
	const known = read.get(scanned);
	if (known?.used === used) return known.scanned;
	const again = { ...scanned, semantics: language.scan(document.getText(), { ...options, given }) };
	read.set(scanned, { used, scanned: again });
	return again;
}
