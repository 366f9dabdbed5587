import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileEdit } from '../core/model/problem.ts';
import { FileError } from '../core/ports.ts';
import { never } from '../core/util/cancellation.ts';
import { rewrite } from '../host/node/rewrite.ts';
import type { Session } from './session.ts';

/** One repair can uncover the next; so many rounds are enough for any file that comes to an end at all. */
const rounds = 10;

/**
 * Makes the safe repairs of files until none is left. A file that cannot be written is refused and stays as it was.
 * @returns how many edits were made
 */
export async function applySafeFixes(session: Session, files: readonly string[]): Promise<number> {
	const left = new Set(files);
	let made = 0;
	for (let round = 0; round < rounds && left.size > 0; round++) {
		for (const file of left) {
			const edits = await session.service.fixAll(file, never);
			if (edits.length > 0 && (await apply(session, edits))) made += edits.length;
			else left.delete(file);
		}
	}
	return made;
}

/** Writes edits, file by file; false where a file could not be written. */
async function apply(session: Session, edits: readonly FileEdit[]): Promise<boolean> {
	const files = [...new Set(edits.map(({ file }) => file))];
	let good = true;
	for (const file of files) {
		const own = edits.filter((edit) => edit.file === file).map(({ range, newText }) => ({ range, newText }));
		try {
			const document = await session.workspace.open(file);
			await rewrite(file, document.getText(), TextDocument.applyEdits(document, own));
		} catch (error) {
			if (!(error instanceof FileError)) throw error;
			session.refuse(`${session.show(file)} ${error.message}`);
			good = false;
		}
	}
	session.changed(files);
	return good;
}
