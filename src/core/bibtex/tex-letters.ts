import { accents, pairs, symbols } from '../text/tex-symbols.ts';

/** What letters of text are written as; the table of symbols has them among many others that mean the same. */
const LETTERS: ReadonlyMap<string, string> = new Map(
	pairs(
		'ß {\\ss} ẞ {\\SS} æ {\\ae} Æ {\\AE} œ {\\oe} Œ {\\OE} ø {\\o} Ø {\\O} å {\\aa} Å {\\AA} ł {\\l} Ł {\\L} ı {\\i} ȷ {\\j} ' +
			"đ {\\dj} Đ {\\DJ} þ {\\th} Þ {\\TH} ð {\\dh} Ð {\\DH} – -- — --- ‘ ` ’ ' “ `` ” '' … {\\ldots} € {\\texteuro} " +
			'§ {\\S} £ {\\pounds} ¡ !` ¿ ?` « {\\guillemotleft} » {\\guillemotright} „ {\\quotedblbase} \u00a0 ~',
	),
);

/** Combining characters by the control sequence that puts them on a letter, the shortest. */
const ACCENTS = new Map([...accents].toReversed().map(([name, mark]) => [mark, name]));

let names: ReadonlyMap<string, string> | undefined;

/** Control words that stand for one character. Made when first asked for: few files need them. */
function nameOf(character: string): string | undefined {
	names ??= new Map([...symbols].toReversed().map(([name, symbol]) => [symbol, name]));
	return names.get(character);
}

/**
 * A value in which characters that a file cannot hold are TeX's commands for them: `{\"o}`, `{\ss}`. What TeX has no
 * command for stays as it is.
 *
 * @param holds Can the file hold a character? All of ASCII it can.
 */
export function texLetters(value: string, holds: (character: string) => boolean): string {
	return value.replace(/[^\0-\x7f]\p{M}*/gu, (letter) => {
		if ([...letter].every(holds)) return letter;
		return commandOf(letter) ?? letter;
	});
}

function commandOf(letter: string): string | undefined {
	const known = LETTERS.get(letter);
	if (known !== undefined) return known;
	const [base = '', ...marks] = letter.normalize('NFD');
	const commands = marks.map((mark) => ACCENTS.get(mark));
	if (marks.length > 0 && commands.every((name) => name !== undefined)) {
		const inner = /^[\0-\x7f]$/.test(base) ? base : LETTERS.get(base);
		if (inner === undefined) return undefined;
		const accented = commands.reduce((written, name) => accent(name!, written!), inner);
		return `{${accented}}`;
	}
	const name = marks.length === 0 ? nameOf(letter) : undefined;
	if (name === undefined) return undefined;
	return name.startsWith('text') ? `{\\${name}}` : `{\\ensuremath{\\${name}}}`;
}

/** An accent on what is a letter, or a letter with an accent. */
function accent(name: string, letter: string): string {
	if (letter.length === 1 && !/[a-z]/i.test(name)) return `\\${name}${letter}`;
	return `\\${name}{${letter}}`;
}
