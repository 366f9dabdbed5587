/** How a command takes its arguments, and what it is for. */
export interface CiteCommand {
	/**
	 * The arguments in order: `*` stars, `o` an optional `[…]`, `a` an optional `<…>`, `p` an optional `(…)`, `g` a braced
	 * argument that holds no keys, `k` the braced list of keys. What comes before `+` stands once, what comes after
	 * repeats as long as brackets or braces follow. After `k`, everything is optional.
	 */
	readonly shape: string;
	/** Names papers without standing in a sentence. */
	readonly silent: boolean;
	/** Known by its name; otherwise it merely looks like a cite command. */
	readonly known: boolean;
}

const standard = '*aook';

/** A row per family: the names, without backslash and star, and their shape. To add a command, add it here. */
const rows: readonly (readonly [names: string, shape: string, silent?: 'silent'])[] = [
	// LaTeX, biblatex
	['cite Cite parencite Parencite footcite Footcite footcitetext Footcitetext textcite Textcite', standard],
	['smartcite Smartcite supercite Supercite autocite Autocite citeauthor Citeauthor citetitle Citetitle', standard],
	['citeyear Citeyear citedate Citedate citeurl fullcite footfullcite notecite Notecite pnotecite Pnotecite', standard],
	['fnotecite Fnotecite bibentry', standard],
	['nocite shortcites', 'k', 'silent'],
	['cites Cites parencites Parencites footcites Footcites footcitetexts Footcitetexts textcites Textcites', '*pp+ook'],
	['smartcites Smartcites supercites Supercites autocites Autocites', '*pp+ook'],
	['volcite Volcite pvolcite Pvolcite fvolcite Fvolcite ftvolcite Ftvolcite', '*ogok'],
	['svolcite Svolcite tvolcite Tvolcite avolcite Avolcite', '*ogok'],
	['volcites Volcites pvolcites Pvolcites fvolcites Fvolcites ftvolcites Ftvolcites', '*pp+ogok'],
	['svolcites Svolcites tvolcites Tvolcites avolcites Avolcites', '*pp+ogok'],
	['citename citelist citefield', '*ookog'],
	// natbib, and what biblatex offers under its names
	['citet Citet citep Citep citealt Citealt citealp Citealp citeyearpar citefullauthor Citefullauthor', standard],
	['citetalias citepalias citenum', standard],
	// apacite
	['citeA citeNP citeauthorNP citeyearNP fullciteA fullciteNP fullciteauthor fullciteauthorNP', standard],
	['shortcite shortciteA shortciteNP shortciteauthor shortciteauthorNP', standard],
	['maskcite maskciteA maskciteNP maskciteauthor maskciteauthorNP maskciteyear maskciteyearNP', standard],
	['maskfullcite maskfullciteA maskfullciteNP maskshortcite maskshortciteA maskshortciteNP', standard],
	['fullcitep fullcitet shortcitep shortcitet citeauthort citeauthorp', standard],
	['masknocite', 'k', 'silent'],
	// jurabib, harvard, chicago, ACL, REVTeX, acmart, cite
	['footcitetitle footcitet footcitep footcitealt footcitealp footciteauthor footciteyear footcitefull', standard],
	['citeasnoun possessivecite citepos citeposs citefull', standard],
	['citeaffixed', '*okg'],
	['onlinecite rfcite citen citenp citeonline newcite newcitep citeN citeANP citeNN citeR', standard],
	// csquotes: the quotation that follows is prose
	['textcquote blockcquote', '*ook'],
	['foreigntextcquote hyphentextcquote foreignblockcquote hyphenblockcquote hybridblockcquote', '*gook'],
];

/** Environments that cite, by csquotes. */
export const citeEnvironments: ReadonlyMap<string, CiteCommand> = new Map([
	['displaycquote', { shape: 'ook', silent: false, known: true }],
	['foreigndisplaycquote', { shape: 'gook', silent: false, known: true }],
	['hyphendisplaycquote', { shape: 'gook', silent: false, known: true }],
]);

export const citeCommands: ReadonlyMap<string, CiteCommand> = new Map(
	rows.flatMap(([names, shape, silent]) =>
		names.split(' ').map((name) => [name, { shape, silent: silent !== undefined, known: true }] as const),
	),
);

/** What a user's own command, and one that looks like a cite command, is taken for. */
export const ownCommand: CiteCommand = { shape: standard, silent: false, known: true };
const guess: CiteCommand = { shape: standard, silent: false, known: false };
const silentGuess: CiteCommand = { shape: 'k', silent: true, known: false };

/** Names with “cite” in them that cite nothing. */
const notCitations = new Set(
	`citestyle citetext citereset mancite citecolor citation citations citealias citeauthoryear citeindextype citeform
	citeleft citeright citemid citepunct citedash citesort citeextra citesnum citeindex citeinfo citeprenote citepostnote
	citeauthoryearpar citeauthoryearfull citetrackertrue citetrackerfalse citeoptions citecounter citelabel citeurlstyle
	citenumfont citebib citebook citet@alias multicitedelim supercitedelim superciteleft superciteright textcitedelim
	multiciterangedelim iffirstcitekey bibcite recite excite incite elicite solicite excited incited recited cited`
		.split(/\s+/)
		.filter(Boolean),
);
const notCitationStart =
	/^(?:At|Every|Declare|New|Renew|Provide|Define|declare|define|def|new|renew|provide|set|Set|reset|if|the|use|bib|blx|map|excit|incit|recit|solicit|elicit|before|after|pre|post|index|next)/;
const notCitationEnd =
	/(?:style|colou?r|font|punct|sep|delim|dash|left|right|mid|form|reset|tracker|true|false|counter|count|setup|hook|label|index|width|alias|prefix|suffix|brackets?|parens?|open|close|indent|note|type|options?|format|caption|wrapper|key|keys|text|fortype)$/;

/**
 * What a command does with keys, by its name; undefined for what cites nothing. Unknown names with `cite` in them are
 * taken for cite commands, as classes, packages and authors define more of them than any list holds.
 */
export function citeCommand(name: string): CiteCommand | undefined {
	const known = citeCommands.get(name);
	if (known) return known;
	if (!name.includes('ite') || !/[cC]ite(?!d|mi)/.test(name) || name.includes('@') || notCitations.has(name))
		return undefined;
	if (notCitationStart.test(name) || notCitationEnd.test(name)) return undefined;
	return name.startsWith('nocite') ? silentGuess : guess;
}

/** True for a command that takes optional words in front and a page in brackets, then one list of keys. */
export function takesNotes(name: string): boolean {
	return citeCommand(name)?.shape === standard;
}

/** True where the name at a place has `cite` in it, without which `citeCommand` knows it by the table or not at all. */
export function mayCite(text: string, start: number, end: number): boolean {
	for (let at = start; at + 4 <= end; at++) {
		const isC = (text.charCodeAt(at) | 32) === 99;
		if (isC && text.startsWith('ite', at + 1)) return true;
	}
	return false;
}
