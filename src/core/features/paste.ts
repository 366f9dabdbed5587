import type { Position } from 'vscode-languageserver-types';
import { titleKey } from '../corpus/identity.ts';
import type { Corpus } from '../corpus/types.ts';
import { readText } from '../importers/index.ts';
import { distinctKeys, type KeyMaker } from '../keys/make-key.ts';
import { aclOfAddress, normaliseDoi, parseArxiv } from '../model/ids.ts';
import { type Paper, yearOf } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import type { DocumentView } from '../rules/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { editThatAdds } from './add-entry.ts';
import { cite } from './cite.ts';

/** What pasting some text as a citation would do. */
export interface CitedPaste {
	readonly keys: readonly string[];
	/** Of the document, and of its bibliography where a paper is not in there yet. */
	readonly edits: readonly FileEdit[];
}

/** Longest text that is looked at, in UTF-16 units, and records that are taken out of it. */
const textLimit = 50_000;
const recordLimit = 20;
/** Papers that are compared with what is looked for. */
const candidateLimit = 20;

/**
 * Cites what a text stands for: a DOI, an arXiv or ACL id or its web address of a paper that is known; records of
 * BibTeX, RIS and the like. Records that nothing has are added to the bibliography. Undefined for other text.
 *
 * @param keyFormula How keys are made for records that have none.
 */
export async function citeText(
	view: DocumentView,
	corpus: Corpus,
	workspace: Workspace,
	position: Position,
	text: string,
	keyFormula: () => Promise<string | undefined>,
	token: CancellationToken,
): Promise<CitedPaste | undefined> {
	const wanted = papersIn(text);
	if (wanted.length === 0) return undefined;
	const isTaken = async (key: string) => (await corpus.papers([key], view.scope, token))[0] !== undefined;
	let makeKey: KeyMaker | undefined;
	/** Its own key unless another paper has that; where its format has none, one is made. */
	const freeKey = async (paper: Paper) => {
		if (paper.id) return (await isTaken(paper.id)) ? undefined : paper.id;
		makeKey ??= distinctKeys(await keyFormula());
		let key = makeKey(paper);
		while (await isTaken(key)) key = makeKey(paper);
		return key;
	};
	const papers: Paper[] = [];
	const fresh: Paper[] = [];
	for (const paper of wanted) {
		const found = await known(view, corpus, paper, token);
		if (token.isCancellationRequested) return undefined;
		if (found) {
			papers.push(found.paper);
			if (!found.inScope) fresh.push(found.paper);
		} else {
			const id = paper.title === '' ? undefined : await freeKey(paper);
			if (id === undefined) return undefined;
			const named = { ...paper, id };
			papers.push(named);
			fresh.push(named);
		}
	}
	const entries: FileEdit[] = [];
	for (const paper of fresh) {
		const entry = await editThatAdds(workspace, view.project, view.papers.values(), paper);
		// A citation of what the bibliography lacks would be broken.
		if (!entry) return undefined;
		entries.push(entry);
	}
	const keys = papers.map(({ id }) => id);
	const citing = await cite(view, corpus, position, { keys }, token);
	return citing.length > 0 ? { keys, edits: [...citing, ...entries] } : undefined;
}

function papersIn(text: string): readonly Paper[] {
	const trimmed = text.trim();
	if (trimmed === '' || trimmed.length > textLimit) return [];
	if (!/\s/.test(trimmed)) {
		const nameless = { id: '', type: 'article', title: '', provenance: [] };
		const arxiv = parseArxiv(trimmed)?.id;
		const acl = aclOfAddress(trimmed);
		const DOI = normaliseDoi(trimmed);
		return arxiv || acl || DOI
			? [{ ...nameless, ...(arxiv && { arxiv }), ...(acl && { acl }), ...(DOI && { DOI }) }]
			: [];
	}
	// Only what begins like a record: prose that mentions one is prose.
	if (!/^(?:@[a-z]+\s*[{(]|TY {2}- |%0 |PMID- )/i.test(trimmed)) return [];
	const { papers } = readText({ file: 'clipboard:/pasted', text: trimmed });
	return papers.length <= recordLimit ? papers : [];
}

/** The paper of the bibliography or the corpus that is the same work. */
async function known(view: DocumentView, corpus: Corpus, paper: Paper, token: CancellationToken) {
	const { scope, beyond } = view;
	for (const query of [paper.DOI, paper.arxiv && parseArxiv(paper.arxiv)?.id, paper.acl, paper.title]) {
		if (!query) continue;
		const hits = await corpus.complete({ query, scope, beyond, limit: candidateLimit }, token);
		const same = hits.find((hit) => isSame(hit.paper, paper));
		if (same) return same;
	}
	return undefined;
}

function isSame(one: Paper, other: Paper): boolean {
	const doi = other.DOI?.toLowerCase();
	if (doi && one.DOI?.toLowerCase() === doi) return true;
	const arxiv = other.arxiv && parseArxiv(other.arxiv)?.id;
	if (arxiv && one.arxiv && parseArxiv(one.arxiv)?.id === arxiv) return true;
	if (other.acl && one.acl === other.acl) return true;
	return other.title !== '' && titleKey(one.title) === titleKey(other.title) && yearOf(one) === yearOf(other);
}
