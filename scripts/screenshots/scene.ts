import type { Window } from '../../test/e2e/support/session.ts';
import type { Film } from './film.ts';

/** What one picture shows. */
export interface Scene {
	readonly name: string;
	/** The document that is open, in the sample's folder with the files of stage/. */
	readonly file: string;
	/** Behind the first occurrence of it the cursor is put. */
	readonly after: string;
	/** In CSS pixels. */
	readonly width?: number;
	readonly height?: number;
	readonly dark?: boolean;
	/** Brings about what is to be seen. Where it films nothing, the picture is what stands there at its end. */
	play(window: Window, film: Film): Promise<unknown>;
}
