import { htmlToText } from '../text/html.ts';

/** Text for formats in which HTML is markup: what would be taken for some is escaped, and nothing else. */
export function escapeMarkup(text: string): string {
	return htmlToText(text) === text ? text : text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
