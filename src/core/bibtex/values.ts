import type { Span } from '../model/span.ts';
import type { BibEntry, BibPiece, BibString } from './types.ts';

/** Macros may be built of macros, which can double with every line: longer ones are cut. */
const MAX_MACRO = 4000;
/** Longer values are cut. */
const MAX_VALUE = 2_000_000;

const months: ReadonlyMap<string, string> = new Map([
	['jan', 'January'],
	['feb', 'February'],
	['mar', 'March'],
	['apr', 'April'],
	['may', 'May'],
	['jun', 'June'],
	['jul', 'July'],
	['aug', 'August'],
	['sep', 'September'],
	['oct', 'October'],
	['nov', 'November'],
	['dec', 'December'],
]);

/** What BibTeX's standard styles (plain and its relatives) define. */
const journals: ReadonlyMap<string, string> = new Map([
	['acmcs', 'ACM Computing Surveys'],
	['acta', 'Acta Informatica'],
	['cacm', 'Communications of the ACM'],
	['ibmjrd', 'IBM Journal of Research and Development'],
	['ibmsj', 'IBM Systems Journal'],
	['ieeese', 'IEEE Transactions on Software Engineering'],
	['ieeetc', 'IEEE Transactions on Computers'],
	['ieeetcad', 'IEEE Transactions on Computer-Aided Design of Integrated Circuits'],
	['ipl', 'Information Processing Letters'],
	['jacm', 'Journal of the ACM'],
	['jcss', 'Journal of Computer and System Sciences'],
	['scp', 'Science of Computer Programming'],
	['sicomp', 'SIAM Journal on Computing'],
	['tocs', 'ACM Transactions on Computer Systems'],
	['tods', 'ACM Transactions on Database Systems'],
	['tog', 'ACM Transactions on Graphics'],
	['toms', 'ACM Transactions on Mathematical Software'],
	['toois', 'ACM Transactions on Office Information Systems'],
	['toplas', 'ACM Transactions on Programming Languages and Systems'],
	['tcs', 'Theoretical Computer Science'],
]);

/** Raw fields of an entry by name: strings expanded, still TeX, white space as written. */
export type RawFields = ReadonlyMap<string, string>;

/** Macros of one file, as far as it was read. */
export interface Macros {
	define(text: string, string: BibString): void;
	/** The fields of an entry, macros put in. Of a field that occurs twice the first counts. */
	fieldsOf(text: string, entry: BibEntry): RawFields;
}

/**
 * Puts macros in. A macro means what it was last defined as above the place that uses it; names of months, and of
 * journals that BibTeX's own styles abbreviate, are there from the start. One that nothing defines (another file may)
 * stands for its own name.
 *
 * @param unknown Told of each such place.
 */
export function createMacros(unknown: (name: string, place: Span) => void = () => {}): Macros {
	const macros = new Map([...months, ...journals]);

	function join(text: string, pieces: readonly BibPiece[], limit: number): string {
		let joined = '';
		for (const piece of pieces) {
			const written = text.slice(piece.start, piece.end);
			joined += piece.kind === 'macro' ? expanded(written, piece) : written;
			if (joined.length > limit) return joined.slice(0, limit);
		}
		return joined;
	}

	function expanded(name: string, place: Span): string {
		const value = macros.get(name.toLowerCase());
		if (value === undefined) unknown(name, place);
		return value ?? name;
	}

	return {
		define: (text, { name, pieces }) => macros.set(name, join(text, pieces, MAX_MACRO)),
		fieldsOf(text, { fields }) {
			const raw = new Map<string, string>();
			for (const { name, pieces } of fields) if (!raw.has(name)) raw.set(name, join(text, pieces, MAX_VALUE));
			return raw;
		},
	};
}
