import { readFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { FileError } from '../core/ports.ts';
import { decode } from '../core/text/bytes.ts';
import { save } from '../host/node/rewrite.ts';
import { fileError, pathOf } from '../host/node/workspace.ts';
import { UsageError } from './exit.ts';
import { sameOnOneSide } from './fingerprint.ts';
import type { Found } from './formatters/types.ts';
import type { Session } from './session.ts';

/** Problems that a team knows of: a check counts them and reports the others. */
export interface Baseline {
	/** Of some problems those that the baseline does not have. */
	newOnes(problems: readonly Found[]): readonly Found[];
}

/** One problem as a baseline keeps it; the message is there for people. */
interface Row {
	/** From the folder of the baseline. */
	readonly file: string;
	readonly rule: string;
	readonly fingerprint: string;
	readonly message: string;
}

const nameOf = ({ file, rule, fingerprint }: Omit<Row, 'message'>) => JSON.stringify([file, rule, fingerprint]);

/** Reads a baseline. Throws UsageError where there is none, or what is there is none. */
export async function readBaseline(session: Session, path: string): Promise<Baseline> {
	const uri = session.uri(path);
	let text: string;
	try {
		text = decode(await readFile(pathOf(uri))).text;
	} catch (error) {
		throw new UsageError(`the baseline ${path} ${fileError(uri, error).message}; --write-baseline writes one`);
	}
	const rows = rowsOf(text);
	if (!rows) throw new UsageError(`${path} is not a baseline; --write-baseline writes one`);
	return baselineOf(uri, rows);
}

/** Writes problems as a baseline, which is replaced as a whole. Throws UsageError where it cannot be written. */
export async function writeBaseline(session: Session, path: string, problems: readonly Found[]): Promise<Baseline> {
	const uri = session.uri(path);
	const rows = problems.map((problem) => rowOf(uri, problem)).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
	try {
		await save(uri, [`${JSON.stringify({ problems: rows }, null, '\t')}\n`]);
	} catch (error) {
		if (error instanceof FileError) throw new UsageError(`the baseline ${path} ${error.message}`);
		throw error;
	}
	return baselineOf(uri, rows);
}

/** Each row stands for one problem: the same one, or else one of which only the text on one side has changed. */
function baselineOf(uri: string, rows: readonly Row[]): Baseline {
	return {
		newOnes(problems) {
			const left = new Map<string, Set<Row>>();
			const place = ({ file, rule }: Row) => JSON.stringify([file, rule]);
			for (const row of rows) left.set(place(row), (left.get(place(row)) ?? new Set()).add(row));
			const without = (some: readonly Found[], same: (row: Row, problem: Row) => boolean) =>
				some.filter((problem) => {
					const own = rowOf(uri, problem);
					const candidates = left.get(place(own)) ?? new Set();
					for (const row of candidates) if (same(row, own)) return !candidates.delete(row);
					return true;
				});
			const others = without(problems, (row, own) => row.fingerprint === own.fingerprint);
			return without(others, (row, own) => sameOnOneSide(row.fingerprint, own.fingerprint));
		},
	};
}

function rowOf(uri: string, { file, rule, fingerprint, message }: Found): Row {
	const way = relative(dirname(pathOf(uri)), pathOf(file)).replaceAll(sep, '/');
	return { file: way, rule, fingerprint, message };
}

function rowsOf(text: string): readonly Row[] | undefined {
	try {
		const { problems } = JSON.parse(text) as { problems?: unknown };
		return Array.isArray(problems) && problems.every(isRow) ? problems : undefined;
	} catch {
		return undefined;
	}
}

function isRow(value: unknown): value is Row {
	const row = value as Partial<Row> | null;
	return typeof row?.file === 'string' && typeof row.rule === 'string' && typeof row.fingerprint === 'string';
}
