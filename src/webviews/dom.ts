import { leftOut } from './wording.ts';

type Child = Node | string;

/** Makes an element. Strings become text, never HTML: titles of papers hold anything. */
export function element<K extends keyof HTMLElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}

/** Makes an element of a drawing. */
export function drawn<K extends keyof SVGElementTagNameMap>(
	name: K,
	attributes: Readonly<Record<string, string | number>>,
	...children: readonly Child[]
): SVGElementTagNameMap[K] {
	const made = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, `${value}`);
	made.append(...children);
	return made;
}

/** Somebody else's words, which may run in either direction and must not turn what follows. */
export function words(text: string): HTMLElement {
	return element('bdi', {}, text);
}

/** A button that does one thing. */
export function button(
	content: Child | readonly Child[],
	act: () => void,
	attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
	const children = typeof content === 'string' || content instanceof Node ? [content] : content;
	const made = element('button', { type: 'button', ...attributes }, ...children);
	made.addEventListener('click', act);
	return made;
}

/** A table of the numbers behind a picture, folded up; made when it is unfolded, as few ever are. */
export function tableBehind(
	summary: string,
	caption: string,
	head: readonly string[],
	rows: () => readonly (readonly Child[])[],
): HTMLElement {
	const folded = element('details', {}, element('summary', {}, summary));
	folded.addEventListener('toggle', () => {
		if (folded.open && folded.childElementCount === 1) folded.append(...tableOf(caption, head, rows()));
	});
	return folded;
}

/** Unfolds what is folded up, with what is in it, at once. */
export function unfold(folded: HTMLDetailsElement): void {
	folded.open = true;
	folded.dispatchEvent(new Event('toggle'));
}

function tableOf(caption: string, head: readonly string[], rows: readonly (readonly Child[])[]): readonly Node[] {
	const cells = ([first, ...others]: readonly Child[]) =>
		element('tr', {}, element('th', { scope: 'row' }, first ?? ''), ...others.map((cell) => element('td', {}, cell)));
	const most = 300;
	const table = element(
		'table',
		{},
		element('caption', {}, caption),
		element('thead', {}, element('tr', {}, ...head.map((title) => element('th', { scope: 'col' }, title)))),
		element('tbody', {}, ...rows.slice(0, most).map(cells)),
	);
	return rows.length > most ? [table, element('p', {}, leftOut(rows.length - most))] : [table];
}
