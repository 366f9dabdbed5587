import { homedir } from 'node:os';
import { isAbsolute } from 'node:path';
import { URI } from 'vscode-uri';
import type { FoundByTex, Logger, TexFileKind, TexFinder } from '../../core/ports.ts';
import { createKpsewhich } from './kpsewhich.ts';
import { findInFolders, isFile, searchFolders } from './tex-paths.ts';
import { uriOf } from './workspace.ts';

/** The variables that name where files of a kind are. */
const variables: Readonly<Record<TexFileKind, string>> = { bib: 'BIBINPUTS', tex: 'TEXINPUTS' };

/** For so many milliseconds a file that was not found is not looked for again. */
const ABSENCE = 30_000;
/** Answers that are kept. */
const MAX_KEPT = 1000;

interface Answer {
	readonly found: Promise<(FoundByTex & { readonly path: string }) | undefined>;
	readonly at: number;
}

/**
 * Where TeX looks on this machine beyond the project: `BIBINPUTS` and `TEXINPUTS`, then `kpsewhich`.
 *
 * @param init.allowed False while nothing outside of the open folders may be read or run.
 * @param init.asksProgram False where the user doesn't want `kpsewhich` to be run.
 */
export function createTexFinder(init: {
	readonly log: Logger;
	readonly env?: NodeJS.ProcessEnv;
	readonly allowed?: () => boolean;
	readonly asksProgram?: () => boolean;
	readonly timeout?: number;
}): TexFinder {
	const { env = process.env, allowed = () => true, asksProgram = () => true } = init;
	const kpsewhich = createKpsewhich({ ...init, env });
	const answers = new Map<string, Answer>();

	async function search(name: string, kind: TexFileKind, base: string, program: boolean) {
		const value = env[variables[kind]];
		if (value) {
			const around = { base, home: env.HOME || homedir(), env, windows: process.platform === 'win32' };
			const own = await findInFolders(searchFolders(value, around), name);
			if (own) return { path: own, uri: uriOf(own), system: false };
		}
		const path = program && isPlain(name) ? await kpsewhich(name, kind, base) : undefined;
		return path === undefined ? undefined : { path, uri: uriOf(path), system: true };
	}

	/** True for what was found and is there still, and for what was not found a moment ago. */
	async function holds({ found, at }: Answer): Promise<boolean> {
		const answer = await found;
		return answer ? isFile(answer.path) : performance.now() - at < ABSENCE;
	}

	const looks = (folder: string) => allowed() && URI.parse(folder).scheme === 'file';

	return {
		looks,
		async find(name, kind, folder) {
			if (!looks(folder) || !isSearched(name)) return undefined;
			const { fsPath } = URI.parse(folder);
			const program = asksProgram();
			const question = [kind, program, folder, name].join('\n');
			let answer = answers.get(question);
			if (!answer || !(await holds(answer))) {
				answer = { found: search(name, kind, fsPath, program).catch(() => undefined), at: performance.now() };
				answers.delete(question);
				answers.set(question, answer);
				if (answers.size > MAX_KEPT) answers.delete(answers.keys().next().value!);
			}
			return answer.found;
		},
	};
}

/** Paths that say where they start are no matter of searching. */
function isSearched(name: string): boolean {
	return name !== '' && name.length < 256 && !isAbsolute(name) && !/^\.{1,2}[/\\]|[\0-\x1f]/.test(name);
}

/** A name that `kpsewhich` takes for a name: no option, and nothing that it would fill in. */
function isPlain(name: string): boolean {
	return !/^-|[$~{}|`"]/.test(name);
}
