/** A zstd frame of uncompressed blocks (RFC 8878, 3.1.1): Node 20 has no compressor, readers cannot tell. */
export function zstdOf(bytes: Buffer): Buffer {
	const blockSize = 100_000;
	const size = Buffer.alloc(4);
	size.writeUInt32LE(bytes.length);
	const parts: Buffer[] = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0b10_1_00000]), size];
	for (let at = 0; at < bytes.length || at === 0; at += blockSize) {
		const block = bytes.subarray(at, at + blockSize);
		const head = Buffer.alloc(4);
		head.writeUInt32LE((block.length << 3) | (at + blockSize >= bytes.length ? 1 : 0));
		parts.push(head.subarray(0, 3), block);
	}
	return Buffer.concat(parts);
}
