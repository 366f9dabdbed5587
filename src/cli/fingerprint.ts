import { createHash } from 'node:crypto';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem } from '../core/model/problem.ts';
import { FileError } from '../core/ports.ts';
import type { Session } from './session.ts';

/** Where a problem stands, in words. */
export interface Place {
	/**
	 * What the problem is known by in later runs, wherever its lines are then: a hash of its rule and of what is marked with
	 * the text in front, one with the text behind, and which of several of the same it is.
	 */
	readonly fingerprint: string;
	/** The line that it begins on; absent where the file cannot be read as text. */
	readonly line?: string;
}

/** So much text on both sides of a problem tells it from others, in UTF-16 units, white space counted as one. */
const AROUND = 40;
/** A larger file is not read once more, in bytes. */
const LARGEST = 50_000_000;
/** A longer line is cut, in UTF-16 units: no terminal shows it. */
const LONGEST = 20_000;

/** The places of problems, in order. Of problems with the same text around them in one file, each has its number. */
export async function placesOf(session: Session, problems: readonly Problem[]): Promise<readonly Place[]> {
	const documents = new Map<string, TextDocument | undefined>();
	const counts = new Map<string, number>();
	const places: Place[] = [];
	for (const { file, range, rule, message } of problems) {
		if (!documents.has(file)) documents.set(file, await documentOf(session, file));
		const document = documents.get(file);
		const fingerprint = (document ? around(document, range) : [message, message])
			.map((text) => hash(`${rule} ${text}`))
			.join('');
		const count = (counts.get(file + fingerprint) ?? 0) + 1;
		counts.set(file + fingerprint, count);
		const line = document && lineAt(document, range.start.line);
		places.push({ fingerprint: `${fingerprint}:${count}`, ...(line !== undefined && { line }) });
	}
	return places;
}

async function documentOf({ workspace }: Session, file: string): Promise<TextDocument | undefined> {
	if (((await workspace.stat(file))?.size ?? 0) > LARGEST) return undefined;
	try {
		return await workspace.open(file);
	} catch (error) {
		if (error instanceof FileError) return undefined;
		throw error;
	}
}

/** Do two fingerprints speak of the same place, where the text on one side of it may have changed? */
export function sameOnOneSide(a: string, b: string): boolean {
	return a.slice(0, DIGITS) === b.slice(0, DIGITS) || a.slice(DIGITS, 2 * DIGITS) === b.slice(DIGITS, 2 * DIGITS);
}

/** Hexadecimal digits of a hash. */
const DIGITS = 12;

function hash(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}

/** What is marked, with the text in front of it, and with that behind it; the same however lines are broken. */
function around(document: TextDocument, range: Problem['range']): readonly string[] {
	const text = document.getText();
	const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
	const plain = (part: string) => part.replace(/\s+/g, ' ');
	const before = plain(text.slice(Math.max(0, start - 4 * AROUND), start)).slice(-AROUND);
	const marked = plain(text.slice(start, Math.min(end, start + LONGEST)));
	const behind = plain(text.slice(end, end + 4 * AROUND)).slice(0, AROUND);
	return [`${before}|${marked}`, `${marked}|${behind}`];
}

function lineAt(document: TextDocument, line: number): string {
	const start = { line, character: 0 };
	return document.getText({ start, end: { line, character: LONGEST } }).replace(/[\r\n]+$/, '');
}
