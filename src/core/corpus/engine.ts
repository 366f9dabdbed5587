import type { Breathe, Disk, Logger } from '../ports.ts';
import { keysInOtherCase, LostRecord, type Segment } from '../search/segment.ts';
import { type CancellationToken, never } from '../util/cancellation.ts';
import { createEmitter } from '../util/event.ts';
import { answerComplete, answerNamed, answerRepair, answerSuggest } from './answers.ts';
import { answerBrowse, answerVenues } from './browse.ts';
import { drive } from './drive.ts';
import { answerAlternatives, answerEntries } from './entries.ts';
import { createLoader } from './loading.ts';
import { settleKeys } from './settle-keys.ts';
import { createTopics } from './topics.ts';
import type { Corpus, LoadProgress, Scope, SourceReport, SourceRequest } from './types.ts';
import { createView, distinctItems, paperOfKey, type View, wholePaper } from './view.ts';

/** One call of `load` that is under way. */
interface Load {
	/** True once a newer load of the file, or its removal, made this one pointless. */
	superseded: boolean;
	/** Settles with it. */
	done: Promise<SourceReport | undefined>;
}

/**
 * The corpus in this thread. Loading is cut into small pieces with a breath between them, so that questions are
 * answered meanwhile, from what was there before.
 *
 * @param init.disk Where it reads sources that come without their bytes, and keeps what they gave.
 * @param init.mostPapers A source of more is refused.
 */
export function createCorpus(init: {
	readonly breathe: Breathe;
	readonly log: Logger;
	readonly disk?: Disk;
	readonly mostPapers?: number;
}): Corpus {
	const { breathe, log, disk, mostPapers = 5_000_000 } = init;
	const loader = createLoader({ breathe, log, disk, mostPapers });
	const changed = createEmitter<readonly string[]>();
	const progressed = createEmitter<LoadProgress>();
	const segments = new Map<string, Segment>();
	const loads = new Map<string, Load>();
	/** How each file was asked for last, without what was in it. */
	const requests = new Map<string, SourceRequest>();
	/** By the question. */
	const views = new Map<string, View>();
	/** By what is in them. */
	const seen = new Map<string, View>();
	/** The segments, their keys told apart; undefined after a change. */
	let settled: ReadonlyMap<string, Segment> | undefined;

	/** @param beyond The files to see besides `scope`; all others by default. */
	const viewOf = (scope: Scope, beyond?: readonly string[]): View => {
		const name = JSON.stringify([scope, beyond]);
		let view = views.get(name);
		if (!view) {
			settled ??= settleKeys(segments);
			const known = settled;
			const files = scope === 'everything' ? [...known.keys()] : [...new Set(scope)];
			const own = files.flatMap((file) => known.get(file) ?? []);
			const wider = beyond ? beyond.flatMap((file) => known.get(file) ?? []) : [...known.values()];
			const others = [...new Set(wider)].filter((segment) => !own.includes(segment));
			// Some ask for a scope with all others, some with none where there are none: what was found out of one counts.
			const said = JSON.stringify([own, others].map((segments) => segments.map(({ file }) => file)));
			view = seen.get(said) ?? createView(own, others);
			seen.set(said, view);
			views.set(name, view);
		}
		return view;
	};

	const answerTopics = createTopics();

	const asked = ({ scope, beyond = [] }: { readonly scope: Scope; readonly beyond?: readonly string[] }) =>
		viewOf(scope, beyond);

	const hold = (file: string, segment: Segment | undefined) => {
		segments.get(file)?.records.bytes.close?.();
		if (segment) segments.set(file, segment);
		else segments.delete(file);
		views.clear();
		seen.clear();
		settled = undefined;
		changed.fire([file]);
	};

	const supersede = (file: string) => {
		const running = loads.get(file);
		if (running) running.superseded = true;
		loads.delete(file);
	};

	const read = async (source: SourceRequest, token: CancellationToken, load: Load) => {
		const { file } = source;
		const givenUp = () => load.superseded || token.isCancellationRequested;
		// Whoever asked waits for this turn to end before the work begins.
		await breathe();
		try {
			const loaded = givenUp() ? undefined : await loader({ source, givenUp, progress: progressed.fire });
			if (loaded && !givenUp()) {
				hold(file, loaded.segment);
				return loaded.report;
			}
			loaded?.segment.records.bytes.close?.();
		} catch (error) {
			if (!load.superseded) throw error;
		} finally {
			if (loads.get(file) === load) loads.delete(file);
		}
		return loads.get(file)?.done;
	};

	const load = (source: SourceRequest, token: CancellationToken) => {
		supersede(source.file);
		const { bytes: _, ...request } = source;
		requests.set(source.file, request);
		const load: Load = { superseded: false, done: Promise.resolve(undefined) };
		loads.set(source.file, load);
		load.done = read(source, token, load);
		return load.done;
	};

	/**
	 * Answers a question. Where a paper turns out to be damaged on disk, or is gone from there, its source is read anew
	 * before that; who waits knows of nothing.
	 */
	const answer = async <T>(ask: () => T | Promise<T>): Promise<T> => {
		try {
			return await ask();
		} catch (error) {
			if (!(error instanceof LostRecord)) throw error;
			const { file, records } = error.segment;
			// While papers are looked at one by one, their source may be replaced.
			if (segments.get(file)?.records === records) await restore(file, error.message);
			return ask();
		}
	};

	const restore = async (file: string, reason: string) => {
		log.warn(`${reason}. The source is read again.`);
		try {
			await (loads.get(file)?.done ?? load({ ...requests.get(file), file, fresh: true }, never));
		} catch (error) {
			log.error(`${file}: ${error}`);
			hold(file, undefined);
		}
	};

	return Object.freeze({
		onDidChange: changed.event,

		onDidProgress: progressed.event,
		load,

		async remove(file) {
			supersede(file);
			if (segments.has(file)) hold(file, undefined);
		},

		papers: (keys, scope) =>
			answer(() => {
				const view = viewOf(scope);
				return keys.map((key) => paperOfKey(view, key));
			}),

		inOtherCase: (keys, scope) =>
			answer(() => {
				const { library, inScope } = viewOf(scope);
				const own = library.segments.slice(0, inScope);
				return keys.map((key) => [...new Set(own.flatMap((segment) => keysInOtherCase(segment, key)))]);
			}),

		alternatives: (question, token) =>
			answer(async () => {
				const work = answerAlternatives(asked(question), question);
				return (await drive(work, breathe, () => token.isCancellationRequested)) ?? [];
			}),

		entries: (file, keys, token) =>
			answer(async () => {
				const work = answerEntries(viewOf([file]), keys);
				return (await drive(work, breathe, () => token.isCancellationRequested)) ?? [];
			}),

		all: (scope, token) =>
			answer(async () => {
				const papers = await drive(wholePapers(viewOf(scope)), breathe, () => token.isCancellationRequested);
				return papers ?? [];
			}),

		browse: (question, token) =>
			answer(async () => {
				const work = answerBrowse(viewOf(question.scope), question);
				return (await drive(work, breathe, () => token.isCancellationRequested)) ?? { papers: [], more: false };
			}),

		venues: (token) =>
			answer(async () => {
				const work = answerVenues(viewOf('everything'));
				return (await drive(work, breathe, () => token.isCancellationRequested)) ?? [];
			}),

		topics: (question, token) =>
			answer(() => {
				const work = answerTopics(viewOf('everything'), viewOf(question.scope), question);
				return drive(work, breathe, () => token.isCancellationRequested);
			}),

		count: (scope) => answer(async () => (await drive(distinctItems(viewOf(scope)), breathe, () => false))!.length),

		// A question whose answer nobody waits for any more, such as one of an earlier keystroke, costs nothing.
		complete: async (question, token) =>
			token.isCancellationRequested ? [] : answer(() => answerComplete(asked(question), question)),
		suggest: async (question, token) =>
			token.isCancellationRequested ? [] : answer(() => answerSuggest(asked(question), question)),
		repair: async (question, token) =>
			token.isCancellationRequested ? [] : answer(() => answerRepair(asked(question), question)),
		named: (question, token) =>
			answer(async () => {
				const found = await drive(answerNamed(asked(question), question), breathe, () => token.isCancellationRequested);
				return found ?? question.texts.map(() => ({ works: [], people: [] }));
			}),

		dispose() {
			for (const file of [...loads.keys()]) supersede(file);
			for (const { records } of segments.values()) records.bytes.close?.();
			segments.clear();
			views.clear();
			seen.clear();
			changed.dispose();
			progressed.dispose();
			log.info('The corpus is closed.');
		},
	} satisfies Corpus);
}

function* wholePapers(view: View) {
	const papers = [];
	for (const item of yield* distinctItems(view)) {
		papers.push(wholePaper(view, item));
		yield;
	}
	return papers;
}
