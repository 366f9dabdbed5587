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
			// Read first: what comes to stand there later is not what the edits are for.
			const document = await session.workspace.open(file).catch(refused(session, file));
			const edits = document ? await session.service.fixAll(file, never) : [];
			if (document && edits.length > 0 && (await apply(session, document, edits))) made += edits.length;
			else left.delete(file);
		}
	}
	return made;
}

/** Writes the edits of a document, which are all of it; false where it could not be written. */
async function apply(session: Session, document: TextDocument, edits: readonly FileEdit[]): Promise<boolean> {
	const { uri } = document;
	const own = edits.filter(({ file }) => file === uri).map(({ range, newText }) => ({ range, newText }));
	const written = await rewrite(uri, document.getText(), TextDocument.applyEdits(document, own))
		.then(() => true)
		.catch(refused(session, uri));
	session.changed([uri]);
	return written === true;
}

/** Says why a file is left as it is. */
function refused(session: Session, file: string): (error: unknown) => undefined {
	return (error) => {
		if (!(error instanceof FileError)) throw error;
		session.refuse(`${session.show(file)} ${error.message}`);
	};
}
