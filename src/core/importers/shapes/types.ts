import type { JsonRecord } from '../records.ts';

/** How one program or service writes papers as JSON. */
export interface JsonShape {
	/** Stable id, e.g. `openalex`. */
	readonly id: string;
	/** As a person calls it. */
	readonly name: string;
	/** What the beginning of such a file holds: all of these. */
	readonly marks: readonly RegExp[];
	/**
	 * The record in the names that {@link recordToPaper} reads, with everything else under the name that it has.
	 * Undefined where the record has another shape, null where it has this one but is no paper. Never throws.
	 */
	toRecord(record: JsonRecord): JsonRecord | null | undefined;
}
