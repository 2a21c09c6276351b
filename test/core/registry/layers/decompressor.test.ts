import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createDecompressor } from '../../../../src/core/registry/layers/decompressor.ts';
import { zstdOf } from '../../../support/images/zstdOf.ts';

/** What comes out, whether every piece was taken, and whether it was whole. */
async function unpack(pieces: readonly Buffer[], most = Number.POSITIVE_INFINITY): Promise<{ readonly text: string; readonly taken: boolean; readonly whole: boolean }> {
	const out: Uint8Array[] = [];
	const inner = createDecompressor(chunk => { out.push(chunk); return out.reduce((sum, one) => sum + one.length, 0) < most; });
	let taken = true;
	for (const piece of pieces) { taken = await inner.push(piece) && taken; }
	return { text: Buffer.concat(out).toString(), taken, whole: await inner.end() };
}
const text = 'hello '.repeat(1000);
const zstdHead = (descriptor: number, ...rest: readonly number[]): Buffer => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, descriptor, ...rest]);

describe('unpacking', () => {
	for (const [name, packed] of [['gzip', gzipSync(text)], ['zstd', zstdOf(Buffer.from(text))], ['nothing', Buffer.from(text)]] as const) {
		it(`${name} gives what was packed`, async () => { assert.deepEqual(await unpack([packed.subarray(0, 20), packed.subarray(20)]), { text, taken: true, whole: true }); });
		it(`${name} ends when enough was seen, and takes no more`, async () => {
			const { taken, whole } = await unpack([packed, packed], 10);
			assert.equal(taken, false);
			assert.equal(whole, name === 'nothing');
		});
	}
	for (const [name, packed] of [['gzip', gzipSync(text)], ['zstd', zstdOf(Buffer.from(text))]] as const) {
		it(`${name} that is cut is not whole`, async () => { assert.equal((await unpack([packed.subarray(0, packed.length - 20)])).whole, false); });
		it(`${name} that is broken is not whole`, async () => {
			const broken = Buffer.from(packed);
			broken.fill(0xff, name === 'gzip' ? 12 : 9, name === 'gzip' ? 40 : 12);
			assert.equal((await unpack([broken, broken])).whole, false);
		});
	}
	it('nothing at all is whole', async () => { assert.deepEqual(await unpack([]), { text: '', taken: true, whole: true }); });
	it('zstd with a window that would take the memory is refused, however it is written', async () => {
		for (const head of [zstdHead(0, 0xff), zstdHead(0xe0, 0, 0, 0, 0, 1, 0, 0, 0), zstdHead(0xa3, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff)]) { assert.deepEqual(await unpack([head]), { text: '', taken: false, whole: false }, head.toString('hex')); }
		for (const head of [zstdHead(0, 0), zstdHead(0x20, 5), zstdHead(0x60, 1, 1)]) { assert.equal((await unpack([head])).taken, true, head.toString('hex')); }
	});
});
