import type { Breathe, Logger } from '../ports.ts';
import { buildSegment, keysInOtherCase, paperOfOwnKey, type Segment } from '../search/segment.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { createEmitter } from '../util/event.ts';
import { answerComplete, answerNamed, answerRepair, answerSuggest } from './answers.ts';
import { drive } from './drive.ts';
import { identities } from './identity.ts';
import { readPapers } from './reading.ts';
import { settleKeys } from './settle-keys.ts';
import type { Corpus, Scope, SourceInput, SourceReport } from './types.ts';
import { createView, distinctItems, paperOfKey, type View, wholePaper } from './view.ts';

/** One call of `load` that is under way. */
interface Load {
	/** True once a newer load of the file, or its removal, made this one pointless. */
	superseded: boolean;
	/** Settles with it. */
	done: Promise<SourceReport>;
}

/**
 * The corpus in this thread. Loading is cut into small pieces with a breath between them, so that questions are
 * answered meanwhile, from what was there before.
 */
export function createCorpus({ breathe, log }: { readonly breathe: Breathe; readonly log: Logger }): Corpus {
	const changed = createEmitter<readonly string[]>();
	const segments = new Map<string, Segment>();
	const loads = new Map<string, Load>();
	const views = new Map<string, View>();
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
			view = createView(own, others);
			views.set(name, view);
		}
		return view;
	};

	const asked = ({ scope, beyond = [] }: { readonly scope: Scope; readonly beyond?: readonly string[] }) =>
		viewOf(scope, beyond);

	const hold = (file: string, segment: Segment | undefined) => {
		if (segment) segments.set(file, segment);
		else segments.delete(file);
		views.clear();
		settled = undefined;
		changed.fire([file]);
	};

	const supersede = (file: string) => {
		const running = loads.get(file);
		if (running) running.superseded = true;
		loads.delete(file);
	};

	const read = async (source: SourceInput, token: CancellationToken, load: Load): Promise<SourceReport> => {
		const { file } = source;
		const givenUp = () => load.superseded || token.isCancellationRequested;
		// Whoever asked waits for this turn to end before the work begins.
		await breathe();
		const reading = readPapers(source);
		const segment = givenUp()
			? undefined
			: await drive(buildSegment(file, reading.papers, identities, undefined, reading.keyFor), breathe, givenUp);
		if (segment) {
			loads.delete(file);
			hold(file, segment);
			return reading.report((key) => paperOfOwnKey(segment, key)!);
		}
		const newer = loads.get(file);
		if (newer && newer !== load) return newer.done;
		if (newer) loads.delete(file);
		return unread(file);
	};

	return Object.freeze({
		onDidChange: changed.event,

		load(source, token) {
			supersede(source.file);
			const load: Load = { superseded: false, done: Promise.resolve(unread(source.file)) };
			loads.set(source.file, load);
			load.done = read(source, token, load);
			return load.done;
		},

		async remove(file) {
			supersede(file);
			if (segments.has(file)) hold(file, undefined);
		},

		async papers(keys, scope) {
			const view = viewOf(scope);
			return keys.map((key) => paperOfKey(view, key));
		},

		async inOtherCase(keys, scope) {
			const { library, inScope } = viewOf(scope);
			const own = library.segments.slice(0, inScope);
			return keys.map((key) => [...new Set(own.flatMap((segment) => keysInOtherCase(segment, key)))]);
		},

		async all(scope, token) {
			const view = viewOf(scope);
			const papers = await drive(wholePapers(view), breathe, () => token.isCancellationRequested);
			return papers ?? [];
		},

		async count(scope) {
			return (await drive(distinctItems(viewOf(scope)), breathe, () => false))!.length;
		},

		// A question whose answer nobody waits for any more, such as one of an earlier keystroke, costs nothing.
		complete: async (question, token) =>
			token.isCancellationRequested ? [] : answerComplete(asked(question), question),
		suggest: async (question, token) => (token.isCancellationRequested ? [] : answerSuggest(asked(question), question)),
		repair: async (question, token) => (token.isCancellationRequested ? [] : answerRepair(asked(question), question)),
		async named(question, token) {
			const work = answerNamed(asked(question), question);
			return (await drive(work, breathe, () => token.isCancellationRequested)) ?? question.texts.map(() => []);
		},

		dispose() {
			for (const file of [...loads.keys()]) supersede(file);
			segments.clear();
			views.clear();
			changed.dispose();
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

/** The report on a source that was given up before it was read: by a cancellation, or because it was removed. */
function unread(file: string): SourceReport {
	return { file, format: undefined, papers: 0, problems: [], duplicates: [] };
}
