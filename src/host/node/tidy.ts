import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds after a change in which nothing else changes: whoever waited for it has got an answer by then. */
const quiet = 3000;
/** Bytes outside of the heap that are worth looking after. */
const worthwhile = 64 * 2 ** 20;

/**
 * Gives memory back some time after it is called: what a large source was read with is garbage that nobody collects,
 * since a thread that only answers questions hardly needs new memory.
 */
export function createTidy(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const tidy = () => {
		if (process.memoryUsage().arrayBuffers >= worthwhile) collect()();
	};
	return () => {
		clearTimeout(timer);
		timer = setTimeout(tidy, quiet).unref();
	};
}

/** The collector, which the engine gives only to those who ask for it before a context is made. */
function collect(): () => void {
	setFlagsFromString('--expose-gc');
	const found: unknown = runInNewContext('gc');
	return typeof found === 'function' ? () => void found() : () => {};
}
