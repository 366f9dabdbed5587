import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const own = '/proc/thread-self/schedstat';

/** Milliseconds that this thread has run, where the system tells, so that other work on the machine does not count; else by the clock. */
export function spent(): number {
	if (existsSync(own)) return Number(readFileSync(own, 'utf8').split(' ')[0]) / 1e6;
	return performance.now();
}
