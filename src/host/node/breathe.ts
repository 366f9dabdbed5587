import { setImmediate } from 'node:timers/promises';
import type { Breathe } from '../../core/ports.ts';

/** Lets Node's event loop run what waits: timers, answers of the file system, requests. */
export const breathe: Breathe = () => setImmediate();
