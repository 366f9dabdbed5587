import { createHash } from 'node:crypto';
import type { CacheStore, StoredBytes } from '../../src/core/ports.ts';

/** A cache whose files are values; `room` is how many bytes go into each. */
export interface MemoryStore extends CacheStore {
	readonly files: Map<string, Uint8Array>;
}

export function memoryStore({ room = Number.POSITIVE_INFINITY } = {}): MemoryStore {
	const files = new Map<string, Uint8Array>();
	return {
		files,
		open: (name) => {
			const bytes = files.get(name);
			return bytes && storedIn(bytes);
		},
		create() {
			const chunks: Uint8Array[] = [];
			let length = 0;
			return {
				get length() {
					return length;
				},
				append(bytes) {
					if (length + bytes.length > room) throw new Error('no room');
					chunks.push(bytes.slice());
					length += bytes.length;
				},
				read: (start, end) => Uint8Array.from(Buffer.concat(chunks).subarray(start, end)),
				keep(name) {
					const bytes = Uint8Array.from(Buffer.concat(chunks));
					files.set(name, bytes);
					return storedIn(bytes);
				},
				abandon() {},
			};
		},
		delete: (name) => void files.delete(name),
		digest(parts) {
			const hash = createHash('sha256');
			for (const part of parts) hash.update(part);
			return hash.digest('hex');
		},
	};
}

/** Bytes as a store gives them. */
export function storedIn(bytes: Uint8Array): StoredBytes {
	return { length: bytes.length, read: (start, end) => bytes.slice(start, end), close() {} };
}
