import { baseName } from '../util/paths.ts';

const names = /^(?:readme|news|changelog|contributing|code_of_conduct|licen[cs]e|agents|todo)\b/i;

/** Is this a file that speaks of the files around it, such as a README, and is no part of what they are written for? */
export function isOutside(uri: string): boolean {
	return names.test(baseName(uri));
}
