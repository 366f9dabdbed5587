import type { Breathe } from '../ports.ts';

/** At most so many milliseconds of work between two breaths. */
const stretch = 5;

/**
 * Runs work that yields after small steps, with a breath whenever it has run for a while. Undefined where `given up`
 * says so; asked after every breath.
 */
export async function drive<T>(
	work: Generator<void, T>,
	breathe: Breathe,
	givenUp: () => boolean,
): Promise<T | undefined> {
	let since = Date.now();
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
		if (Date.now() - since < stretch) continue;
		await breathe();
		if (givenUp()) return undefined;
		since = Date.now();
	}
}
