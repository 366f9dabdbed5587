const vowel = /[aeiouy]/;

/**
 * A light stemmer for English: plurals, -ing, -ed, -ly, -ation and their kin, so that "averaging weights" meets
 * "weight averaging". What it gives need not be a word; it must only be the same for relatives.
 */
export function stem(word: string): string {
	if (word.length < 4 || word.charCodeAt(word.length - 1) < 97) return word;
	return withoutEnding(singular(word));
}

function singular(word: string): string {
	if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
	if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
	if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
	return word.slice(0, -1);
}

const endings = [
	'ational',
	'ization',
	'isation',
	'ations',
	'ation',
	'ising',
	'izing',
	'ized',
	'ised',
	'ize',
	'ise',
	'ing',
	'ied',
	'ed',
	'ly',
	'ive',
	'ion',
	'or',
	'er',
	'e',
];

function withoutEnding(word: string): string {
	for (const ending of endings) {
		if (!word.endsWith(ending)) continue;
		const rest = word.slice(0, -ending.length);
		if (rest.length < 3 || !vowel.test(rest)) continue;
		const last = rest.length - 1;
		const doubled = rest[last] === rest[last - 1] && !'lsz'.includes(rest[last]!);
		return doubled && ending !== 'e' ? rest.slice(0, -1) : rest;
	}
	return word.endsWith('y') && word.length > 4 ? `${word.slice(0, -1)}i` : word;
}
