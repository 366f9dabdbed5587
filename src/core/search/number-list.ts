const bits = 14;
const chunkSize = 1 << bits;

/** Numbers from 0 to 2^32 - 1, added one by one; kept in chunks, so that growing never copies. */
export interface NumberList {
	readonly length: number;
	at(index: number): number;
	add(value: number): void;
	pack(): Uint32Array;
}

export function numberList(): NumberList {
	const chunks: Uint32Array[] = [];
	let length = 0;
	return {
		get length() {
			return length;
		},
		at: (index) => chunks[index >> bits]![index & (chunkSize - 1)]!,
		add(value) {
			if ((length & (chunkSize - 1)) === 0) chunks.push(new Uint32Array(chunkSize));
			chunks[length >> bits]![length++ & (chunkSize - 1)] = value;
		},
		pack() {
			const packed = new Uint32Array(length);
			chunks.forEach((chunk, i) => {
				packed.set(chunk.subarray(0, length - i * chunkSize), i * chunkSize);
			});
			return packed;
		},
	};
}

/** Copies an array to the beginning of a larger one. */
export function enlarged<T extends Uint16Array | Uint32Array | Int32Array>(from: T, to: T): T {
	to.set(from);
	return to;
}
