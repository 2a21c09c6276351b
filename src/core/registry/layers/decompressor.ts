/** Unpacks a stream piece by piece; `false` from the taker ends it. */
export interface Decompressor {
	/** `false`: stopped by the taker, or broken. */
	push(chunk: Buffer): Promise<boolean>;
	/** True when the stream was whole. */
	end(): Promise<boolean>;
}

/** The right one by the first bytes (media types lie): gzip, zstd, or none. */
export function createDecompressor(take: (chunk: Uint8Array) => boolean): Decompressor {
	let inner: Decompressor | undefined;
	return {
		async push(chunk) {
			inner ??= await choose(chunk, take);
			return inner.push(chunk);
		},
		end: () => inner ? inner.end() : Promise.resolve(true),
	};
}

async function choose(first: Buffer, take: (chunk: Uint8Array) => boolean): Promise<Decompressor> {
	if (first[0] === 0x1f && first[1] === 0x8b) { return gzip(take); }
	if (first.length >= 6 && first.readUInt32LE(0) === 0xfd2fb528) { return zstd(first, take); }
	return { push: chunk => Promise.resolve(take(chunk)), end: () => Promise.resolve(true) };
}

function gzip(take: (chunk: Uint8Array) => boolean): Decompressor {
	const stream = process.getBuiltinModule('node:zlib').createGunzip({ chunkSize: 65536 });
	let stopped = false;
	let broken = false;
	stream.on('data', (chunk: Buffer) => {
		if (stopped || take(chunk)) { return; }
		stopped = true;
		stream.destroy();
	});
	stream.on('error', () => { broken = true; });
	return {
		push: chunk => new Promise(resolve => {
			if (stopped || broken) { resolve(false); return; }
			// The callback comes when this piece is unpacked, so that a bomb is stopped while it unfolds.
			const done = (): void => {
				stream.off('close', done);
				resolve(!stopped && !broken);
			};
			stream.once('close', done);
			stream.write(chunk, done);
		}),
		end: () => new Promise(resolve => {
			if (stopped || broken || stream.destroyed) { resolve(!broken && !stopped); return; }
			stream.once('end', () => { resolve(true); });
			stream.once('error', () => { resolve(false); });
			stream.once('close', () => { resolve(!broken && !stopped); });
			stream.end();
		}),
	};
}

/** Largest window that is reserved: what zstd itself decodes without being told to allow more. */
const largestWindow = 128 * 1024 * 1024;

async function zstd(first: Buffer, take: (chunk: Uint8Array) => boolean): Promise<Decompressor> {
	// It prepares tables when it is loaded, and hardly any run looks into a layer.
	const { Decompress } = await import('fzstd');
	let going = windowOf(first) <= largestWindow;
	const stream = new Decompress(chunk => { if (going && chunk.length > 0) { going = take(chunk); } });
	return {
		push(chunk) {
			if (!going) { return Promise.resolve(false); }
			try { stream.push(chunk); } catch { going = false; }
			return Promise.resolve(going);
		},
		end() {
			if (!going) { return Promise.resolve(false); }
			try { stream.push(new Uint8Array(0), true); } catch { return Promise.resolve(false); }
			return Promise.resolve(true);
		},
	};
}

/** Window size of a frame (RFC 8878, 3.1.1.1), bytes. */
function windowOf(frame: Buffer): number {
	const descriptor = frame[4] ?? 0;
	if ((descriptor & 0x20) === 0) {
		const window = frame[5] ?? 0;
		const base = 2 ** (10 + (window >> 3));
		return base + (base / 8) * (window & 7);
	}
	const bytes = [1, 2, 4, 8][descriptor >> 6] ?? 1;
	const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
	let size = bytes === 2 ? 256 : 0;
	for (let index = 0; index < bytes; index++) { size += (frame[at + index] ?? 0) * 2 ** (8 * index); }
	return size;
}
