// What UTF-16 units are to a word; each is found out when it is first met.
const unknown = 0;
const letter = 1;
/** Joins letters to one word; ends a word anywhere else. */
const inner = 2;
/** Chinese and Japanese don't separate words: each sign is one. */
const sign = 3;
const other = 4;
const surrogate = 5;
const kinds = new Uint8Array(0x10000);

/** Hyphens and apostrophes. */
export const joint = /['’ʼ‐‑-]/;

function kindOf(character: string): number {
	if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return sign;
	if (/[\p{L}\p{N}\p{M}]/u.test(character)) return letter;
	return joint.test(character) ? inner : other;
}

function kindOfUnit(unit: number): number {
	const known = kinds[unit]!;
	if (known !== unknown) return known;
	if (unit >= 0xd800 && unit < 0xe000) return surrogate;
	return (kinds[unit] = kindOf(String.fromCharCode(unit)));
}

function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at)!);
}

/**
 * Finds words, one text after the other. What it finds stands in arrays that the next text overwrites, and which may be
 * longer: nothing is made for a word, and units that are read several times are not read from a string.
 */
export interface WordScan {
	/** The UTF-16 units of the text. */
	readonly units: Uint16Array;
	/** Where each word starts and ends, in turn. */
	readonly bounds: Uint32Array;
	/** Reads a text; gives how many words it has. With `joined` inner hyphens and apostrophes don't part words. */
	read(text: string, joined: boolean): number;
}

export function wordScan(): WordScan {
	let units = new Uint16Array(1 << 10);
	let bounds = new Uint32Array(1 << 11);

	function isLetter(text: string, at: number): boolean {
		if (at >= text.length) return false;
		const kind = kindOfUnit(units[at]!);
		return kind === letter || (kind === surrogate && kindOf(characterAt(text, at)) === letter);
	}

	return {
		get units() {
			return units;
		},
		get bounds() {
			return bounds;
		},
		read(text, joined) {
			const { length } = text;
			if (length > units.length) {
				units = new Uint16Array(length * 2);
				bounds = new Uint32Array(length * 4);
			}
			for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
			let used = 0;
			let start = -1;
			for (let at = 0; at < length; at++) {
				const from = at;
				let kind = kindOfUnit(units[at]!);
				if (kind === surrogate) {
					const character = characterAt(text, at);
					kind = kindOf(character);
					at += character.length - 1;
				}
				if (kind === letter) {
					if (start < 0) start = from;
					continue;
				}
				if (start >= 0) {
					if (joined && kind === inner && isLetter(text, at + 1)) continue;
					bounds[used++] = start;
					bounds[used++] = from;
					start = -1;
				}
				if (kind === sign) {
					bounds[used++] = from;
					bounds[used++] = at + 1;
				}
			}
			if (start >= 0) {
				bounds[used++] = start;
				bounds[used++] = length;
			}
			return used / 2;
		},
	};
}
