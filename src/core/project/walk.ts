import * as l10n from '@vscode/l10n';
import type { FileReference, Include } from '../languages/types.ts';
import type { FoundByTex, TexFileKind, TexFinder, Workspace } from '../ports.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { baseName, folderOf, resolvePath } from '../util/paths.ts';
import type { Documents } from './documents.ts';
import { asMeant } from './labels.ts';
import { firstFile, isRemote, levelsAbove, nearFiles } from './locate.ts';
import { withMacros } from './macros.ts';
import { declaredAbove } from './metadata.ts';
import { isOutside } from './outside.ts';
import type { Stats } from './stats.ts';
import type { MissingFile, Project, ScannedDocument } from './types.ts';

/** What a project was made of: it stands as long as these answers do. */
export interface Walked {
	readonly project: Project;
	/** Files whose content was read, by version; `undefined` where there was none. */
	readonly versions: ReadonlyMap<string, string | undefined>;
	/** Places where a file was looked for, and whether it was there. */
	readonly places: ReadonlyMap<string, boolean>;
}

/** Files that are included by commands of files that are included by commands …: so many times. */
const MAX_ROUNDS = 3;
/** No project has more files; one that seems to is cut there, and says so. */
const MAX_DOCUMENTS = 2000;
/** Bibliographies of TeX's own that hold nothing but abbreviations. */
const ABBREVIATIONS = /^(?:IEEEabrv|IEEEfull|mrabbrev|acmabbrev)(?:\.bib)?$/i;
/** Files of TeX's own that documents input, and pictures and lists as TeX code, which are made while compiling. */
const HARMLESS =
	/(?:^|\/)(?:glyphtounicode(?:-cmr)?|binhex|pdfsync|lipsum|xy|epsf)(?:\.tex)?$|\.(?:pdf_tex|eps_tex|ps_tex|pstex_t|pgf|tikz|tkz|ind|gls|acn|nls)$/i;

const COMMAND = /\\([a-zA-Z@]+)[ \t]*(?:\{\})?/g;

const bibliographyEndings = ['.bib'];
const pandocEndings = ['.bib', '.json', '.yaml', '.yml', '.ris', '.bibtex'];

/**
 * A root with all that it includes, in reading order, and the bibliographies that it declares. Files are looked for where
 * LaTeX does: in the root's folder, or the one of `\import`; and then, for projects that are compiled otherwise, beside the
 * including file; and at last where TeX itself says.
 */
export async function walk(
	root: string,
	{
		workspace,
		stats,
		documents,
		tex,
	}: { workspace: Workspace; stats: Stats; documents: Documents; tex?: TexFinder | undefined },
	token: CancellationToken,
): Promise<Walked> {
	const found = new Map<string, ScannedDocument>();
	const packages = new Map<string, ScannedDocument>();
	const links = new Map<string, { at: number; uri: string }[]>();
	const bibliographies = new Set<string>();
	const foreign = new Set<string>();
	const missingBibliographies: MissingFile[] = [];
	const missingIncludes: MissingFile[] = [];
	const written = new Set<string>();
	const localKeys = new Set<string>();
	const open = new Set<string>();
	const versions = new Map<string, string | undefined>();
	const places = new Map<string, boolean>();
	const top = folderOf(root);
	/** What commands of the project stand for. */
	const texts = new Map([
		['jobname', baseName(root).replace(/\.[^.]*$/, '')],
		['string', ''],
	]);
	const processors = new Set<ScannedDocument['semantics']['processor']>();
	let declares = false;

	async function isFile(uri: string): Promise<boolean> {
		const answer = await stats.isFile(uri);
		places.set(uri, answer);
		return answer;
	}
	const looking = { isFile, list: stats.list };

	async function read(uri: string): Promise<ScannedDocument | undefined> {
		versions.set(uri, (await stats.stat(uri))?.version);
		return documents.get(uri, found.get(root)?.language);
	}

	/** What is not beside the root may be where TeX looks besides. */
	async function askTex(names: readonly string[], kind: TexFileKind): Promise<FoundByTex | undefined> {
		for (const name of names) {
			const byTex = await tex?.find(name, kind, top);
			if (!byTex) continue;
			places.set(byTex.uri, true);
			return byTex;
		}
		return undefined;
	}

	const isLatex = () => found.get(root)?.language.id === 'latex';
	// All but LaTeX start at the file that names another.
	const foldersFor = (from: string, imported: string | undefined) =>
		isLatex() ? [...(imported ? [imported] : []), top, folderOf(from)] : [folderOf(from), top, ...workspace.folders];

	/** A path with the texts of its commands filled in; undefined where one is not known. */
	function known(path: string): string | undefined {
		if (!path.includes('\\')) return path;
		const filled = path.replace(COMMAND, (command, name: string) => texts.get(name) ?? command);
		return filled.includes('\\') ? undefined : filled;
	}

	async function addBibliography(from: string, reference: FileReference, imported: string | undefined): Promise<void> {
		declares = true;
		const path = isLatex() ? known(reference.path) : reference.path;
		if (path === undefined) {
			open.add(l10n.t('the bibliography {0} is named by a command whose meaning is not known', reference.path));
			return;
		}
		if (isRemote(path)) {
			open.add(l10n.t('the bibliography {0} is on the web and is not read', path));
			return;
		}
		const bare = isLatex() && !path.toLowerCase().endsWith('.bib');
		const names = bare ? [`${path}.bib`, path] : isLatex() ? [path] : [path, path.replace(/^\/+/, '')];
		const folders = foldersFor(from, imported);
		const uri = await firstFile(looking, folders, names);
		if (uri) {
			bibliographies.add(uri);
			return;
		}
		if (names.some((name) => written.has(name)) || ABBREVIATIONS.test(path)) return;
		const byTex = isLatex() ? await askTex(names.slice(0, 1), 'bib') : undefined;
		if (byTex) {
			bibliographies.add(byTex.uri);
			if (byTex.system) foreign.add(byTex.uri);
			return;
		}
		const endings = isLatex() ? bibliographyEndings : pandocEndings;
		const candidates = await nearFiles(stats, isLatex() ? top : folderOf(from), path, endings);
		missingBibliographies.push({ reference, from, candidates });
		open.add(l10n.t('the bibliography {0} was not found', path));
	}

	function link(from: string, { span }: Include, uri: string): void {
		const known = links.get(from);
		if (known) known.push({ at: span.start, uri });
		else links.set(from, [{ at: span.start, uri }]);
	}

	async function follow(from: string, include: Include, imported: string | undefined): Promise<void> {
		const path = known(include.path);
		const directory = include.directory === undefined ? undefined : known(include.directory);
		if (path === undefined || (directory === undefined && include.directory !== undefined)) {
			if (!include.optional && !HARMLESS.test(include.path)) {
				open.add(
					l10n.t(
						'{0}, which {1} includes, is named by a command whose meaning is not known',
						include.path,
						baseName(from),
					),
				);
			}
			return;
		}
		const names = /\.(?:tex|ltx|cls|sty)$/i.test(path) || !isLatex() ? [path] : [`${path}.tex`, path, `${path}.Rnw`];
		const around = foldersFor(from, imported);
		const folders = directory === undefined ? around : around.map((folder) => resolvePath(folder, directory));
		for (const folder of new Set(folders)) {
			const uri = await firstFile(looking, [folder], names);
			if (!uri) continue;
			link(from, include, uri);
			if (include.package) await visitPackage(uri);
			else await visit(uri, directory === undefined ? imported : folder);
			return;
		}
		if (include.optional || HARMLESS.test(path) || names.some((name) => written.has(name))) return;
		const byTex = directory === undefined && isLatex() ? await askTex(names.slice(0, 2), 'tex') : undefined;
		if (byTex) {
			link(from, include, byTex.uri);
			await (byTex.system ? visitPackage(byTex.uri) : visit(byTex.uri, imported));
			return;
		}
		const endings = isLatex() ? ['.tex'] : (found.get(root)?.language.extensions ?? []);
		const candidates = await nearFiles(stats, isLatex() ? top : folderOf(from), path, endings);
		missingIncludes.push({ reference: include, from, candidates });
		const name = `${directory ?? ''}${path}`;
		open.add(l10n.t('{0}, which {1} includes, was not found', name, baseName(from)));
	}

	function define({ semantics }: ScannedDocument): void {
		processors.add(semantics.processor);
		for (const { name, text } of semantics.definitions ?? []) texts.set(name, text);
	}

	async function visit(uri: string, imported: string | undefined): Promise<void> {
		if (found.has(uri) || token.isCancellationRequested) return;
		if (found.size >= MAX_DOCUMENTS) {
			open.add(l10n.t('only the first {0} files of the project were read', MAX_DOCUMENTS));
			return;
		}
		const scanned = await read(uri);
		if (!scanned) {
			open.add(l10n.t('{0} could not be read', baseName(uri)));
			return;
		}
		found.set(uri, scanned);
		const { writes, localKeys: own, includes, bibliographies: declared } = scanned.semantics;
		define(scanned);
		for (const name of writes ?? []) written.add(name);
		for (const { key } of own) localKeys.add(key);
		for (const include of includes) await follow(uri, include, imported);
		for (const reference of declared) await addBibliography(uri, reference, imported);
	}

	/** A class or package of the project's own: code, but it may declare the bibliographies. */
	async function visitPackage(uri: string): Promise<void> {
		if (versions.has(uri)) return;
		const scanned = await read(uri);
		if (!scanned) return;
		packages.set(uri, scanned);
		define(scanned);
		for (const include of scanned.semantics.includes) {
			if (include.package || !/\.(?!tex$)\w+$/.test(include.path)) {
				await follow(uri, { ...include, optional: true }, undefined);
			}
		}
		for (const reference of scanned.semantics.bibliographies) {
			// What a package merely may read says nothing of this project.
			if (known(reference.path) !== undefined) await addBibliography(uri, reference, undefined);
		}
	}

	/** What files for whole folders declare for a Markdown document. */
	async function readMetadataAbove({ document }: ScannedDocument): Promise<void> {
		async function readText(uri: string): Promise<string | undefined> {
			if (!(await isFile(uri))) return undefined;
			versions.set(uri, (await stats.stat(uri))?.version);
			return workspace.open(uri).then(
				(file) => file.getText(),
				() => undefined,
			);
		}
		const levels = levelsAbove(top, workspace.folders);
		for (const { from, reference } of await declaredAbove(document.getText(), levels, declares, readText)) {
			await addBibliography(from, reference, undefined);
		}
	}

	/** Documents as their commands make them, with those that are included only by commands that other files define. */
	async function withOwnIncludes(): Promise<ReadonlyMap<string, ScannedDocument>> {
		for (let round = 0; ; round++) {
			const complete = withMacros(root, found, packages, links);
			const before = found.size;
			for (const [uri, { semantics }] of round < MAX_ROUNDS ? complete : []) {
				const known = found.get(uri)?.semantics.includes ?? [];
				if (semantics.includes.length === known.length) continue;
				const same = new Set(known.map(({ path, span }) => `${span.start} ${path}`));
				for (const include of semantics.includes) {
					if (!same.has(`${include.span.start} ${include.path}`)) await follow(uri, include, undefined);
				}
			}
			if (found.size === before) return complete;
		}
	}

	/** What BibTeX made at its last run tells of bibliographies that are not here, as in sources from arXiv. */
	async function readCompiled(): Promise<void> {
		const uri = root.replace(/\.[a-zA-Z]+$/, '.bbl');
		if (missingBibliographies.length === 0 || uri === root || !(await isFile(uri))) return;
		for (const { key } of (await read(uri))?.semantics.localKeys ?? []) localKeys.add(key);
	}

	await visit(root, undefined);
	const first = found.get(root);
	if (first?.language.id === 'markdown' && !isOutside(root)) await readMetadataAbove(first);
	const complete = await withOwnIncludes();
	await readCompiled();
	const project: Project = {
		root,
		documents: asMeant(complete, declares || localKeys.size > 0),
		included: links,
		bibliographies: [...bibliographies],
		foreign,
		// Without a bibliography, the keys that the document defines are all there are.
		declares: declares || localKeys.size > 0,
		ignoresCase: declares && isLatex() && (processors.has('bibtex') || !processors.has('biber')),
		missingBibliographies,
		missingIncludes,
		withoutTex: isLatex() && tex?.looks(top) === false,
		localKeys,
		open: [...open],
	};
	return { project, versions, places };
}
