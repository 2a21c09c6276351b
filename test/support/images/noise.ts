/** Where all noise is cut from: further apart than any gzip window, so that pieces of it stay as hard to compress. */
let pool: Buffer | undefined;

const poolSize = 1 << 18;

/** Bytes that look like a program to a compressor (about half goes away), the same for the same name and size. */
export function noise(name: string, size: number): Buffer {
	pool ??= makePool();
	const bytes = Buffer.alloc(size, `${name} `);
	const step = 2048;
	let from = [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) >>> 0, 7) % (poolSize - step);
	for (let at = 0; at < size; at += step) {
		pool.copy(bytes, at, from, from + Math.min(step / 2 + 128, size - at));
		from = (from + step * 37) % (poolSize - step);
	}
	return bytes;
}

/** Xorshift with a fixed seed. */
function makePool(): Buffer {
	const words = new Uint32Array(poolSize / 4);
	let state = 0x2545f491;
	for (let at = 0; at < words.length; at++) {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		words[at] = state;
	}
	return Buffer.from(words.buffer);
}
