import type { Name } from '../../model/paper.ts';

/** `A. B.`, `J.-L.`; names of scripts without capitals as they are. */
export function initialsOf(given: string): string {
	return given
		.split(/[\s.]+/)
		.filter(Boolean)
		.map((word) =>
			word
				.split('-')
				.map((part) => (/^\p{Lu}/u.test(part) ? `${[...part][0]}.` : part))
				.join('-'),
		)
		.join(' ');
}

/** The family name with its particles. */
function familyPart({ family, literal, given, ...name }: Name): string {
	return (
		[name['dropping-particle'], name['non-dropping-particle'], family].filter(Boolean).join(' ') ||
		literal ||
		given ||
		''
	);
}

const givenPart = ({ family, given = '' }: Name, isShort: boolean) =>
	family ? (isShort ? initialsOf(given) : given) : '';

/** `Smith, Ann B.`; with `isShort` as `Smith, A. B.` */
export function inverted(name: Name, isShort: boolean): string {
	return [familyPart(name), givenPart(name, isShort), name.suffix].filter(Boolean).join(', ');
}

/** `Ann B. Smith`; with `isShort` as `A. B. Smith`. */
export function inOrder(name: Name, isShort: boolean): string {
	const all = [givenPart(name, isShort), familyPart(name)].filter(Boolean).join(' ');
	return [all, name.suffix].filter(Boolean).join(' ');
}

/**
 * `a, b, and c`: names parted by commas, the last with a word in front.
 *
 * @param pair What stands between two.
 */
export function listed(names: readonly string[], word: string, pair = ` ${word} `): string {
	if (names.length < 3) return names.join(pair);
	return `${names.slice(0, -1).join(', ')}, ${word} ${names.at(-1)}`;
}
