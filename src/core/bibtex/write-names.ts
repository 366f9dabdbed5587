import type { Name } from '../model/paper.ts';
import { parseNames } from '../text/names.ts';
import { escapeTex } from './escape.ts';

/**
 * A list of names, `von Last, Jr, First and {Corporate}`. Each is written in the plainest way that is read back as the
 * same name.
 *
 * @param others Does the list go on, with `and others`?
 * @param extended May names be in biblatex's form, `family=…, given=…`?
 */
export function writeNames(names: readonly Name[], others: boolean, extended: boolean): string {
	return [...names.map((name) => writeName(name, extended)), ...(others ? ['others'] : [])].join(' and ');
}

function writeName(name: Name, extended: boolean): string {
	const { family, given, suffix } = name;
	if (!family) return literal(name.literal ?? given ?? '');
	const dropped = name['dropping-particle'];
	const kept = name['non-dropping-particle'];
	const particle = dropped && kept ? `${dropped} ${kept}` : (dropped ?? kept);
	const whole = particle ? `${particle} ${family}` : family;
	const rest = [suffix && brace(suffix), given && brace(given)];
	const ways = [
		join([escapeTex(whole), suffix && escapeTex(suffix), given && escapeTex(given)]),
		join([(particle ? `${escapeTex(particle)} ` : '') + brace(family), ...rest]),
	];
	// One part alone is not recognised as biblatex's form.
	if (extended && (given || suffix || particle)) {
		const parts = Object.entries({ family, given, suffix, prefix: dropped ?? kept });
		const written = parts.flatMap(([part, text]) => (text ? [`${part}=${brace(text)}`] : []));
		ways.push(join([...written, particle && `useprefix=${dropped ? 'false' : 'true'}`]));
	}
	ways.push(join([brace(whole), ...rest]));
	return ways.find((way) => isReadAs(way, name)) ?? ways.find(isOne) ?? literal(whole);
}

function join(parts: readonly (string | undefined)[]): string {
	return parts.filter((part) => part).join(', ');
}

function brace(text: string): string {
	return `{${escapeTex(text)}}`;
}

/** A name that is no person's. A group that begins with a control sequence would be taken for a letter. */
function literal(text: string): string {
	const escaped = escapeTex(text);
	return escaped.startsWith('\\') ? `{{}${escaped}}` : `{${escaped}}`;
}

function isReadAs(written: string, name: Name): boolean {
	const read = readAmongOthers(written);
	if (!read) return false;
	const parts = ['family', 'given', 'non-dropping-particle', 'dropping-particle', 'suffix', 'literal'] as const;
	return parts.every((part) => (read[part] ?? '') === (name[part] ?? ''));
}

function isOne(written: string): boolean {
	return readAmongOthers(written) !== undefined;
}

/** The name that is read of a list with others around it; undefined where it takes some of them along, or falls apart. */
function readAmongOthers(written: string): Name | undefined {
	const { names } = parseNames(`A and ${written} and A`);
	return names.length === 3 ? names[1] : undefined;
}
