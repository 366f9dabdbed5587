// The few globals that every host of the core has (Node, browsers, workers) and that ECMAScript itself leaves out.

declare class TextDecoder {
	/** The standard's name of the encoding. */
	readonly encoding: string;
	constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
	encode(text: string): Uint8Array;
	encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number };
}
