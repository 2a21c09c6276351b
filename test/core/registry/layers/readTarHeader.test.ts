import assert from 'node:assert/strict';
import { readPax } from '../../../../src/core/registry/layers/readPax.ts';
import { readTarHeader, type TarHeader } from '../../../../src/core/registry/layers/readTarHeader.ts';
import { tarOf } from '../../../support/images/tarOf.ts';

/** The header of `folder/name` with some bytes replaced and the checksum made anew. */
function header(change: (block: Buffer) => void, name = 'folder/name'): TarHeader | 'end' | undefined {
	const block = Buffer.from(tarOf([{ name, text: 'hello' }]).subarray(0, 512));
	change(block);
	block.fill(' ', 148, 156);
	block.write(`${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
	return readTarHeader(block);
}
const fields = (change: (block: Buffer) => void, name?: string): TarHeader => {
	const read = header(change, name);
	assert.ok(read !== undefined && read !== 'end');
	return read;
};

describe('a tar header', () => {
	it('ends an archive when it is zeros, and is none when its sum is wrong', () => {
		assert.equal(readTarHeader(Buffer.alloc(512)), 'end');
		assert.equal(readTarHeader(Buffer.alloc(512, 'x')), undefined);
	});
	it('has a prefix in ustar, and none in GNU\'s form or before', () => {
		assert.equal(fields(block => { block.write('very/long\0', 345); }).name, 'very/long/folder/name');
		assert.equal(fields(block => { block.write('ustar  \0', 257); block.write('not a prefix', 345); }).name, 'folder/name');
		assert.deepEqual([fields(block => { block.fill(0, 257, 500); block.write('joe', 265); }).name, fields(block => { block.fill(0, 257, 500); block.write('joe', 265); }).user], ['folder/name', '']);
	});
	it('names its owners in ustar', () => {
		const { user, group } = fields(block => { block.write('joe\0', 265); block.write('staff\0', 297); });
		assert.deepEqual([user, group], ['joe', 'staff']);
	});
	it('takes a name that fills its field', () => { assert.equal(fields(block => { block.fill('n', 0, 100); }).name, 'n'.repeat(100)); });
	it('calls old kinds by their new names', () => {
		assert.equal(fields(block => { block[156] = 0; }).type, '0');
		assert.equal(fields(block => { block.write('7', 156); }).type, '0');
		assert.equal(fields(block => { block[156] = 0; }, 'folder/').type, '5');
		assert.equal(fields(block => { block.write('2', 156); }).type, '2');
	});
	it('reads numbers in octal and in base 256, empty ones as 0', () => {
		assert.equal(fields(block => { block.fill(0, 124, 136); block[124] = 0x80; block[134] = 1; block[135] = 2; }).size, 258);
		assert.equal(fields(block => { block.fill(0, 124, 136); }).size, 0);
		assert.equal(fields(block => { block.write('  17 \0', 108); }).uid, 15);
		assert.equal(fields(block => { block.write('9999999\0', 108); }).uid, 0);
		assert.equal(fields(block => { block.write('xxxxxxx\0', 116); }).gid, 0);
		assert.equal(fields(block => { block.write('xxxxxxx\0', 100); }).mode, 0);
	});
	it('is none with a size that cannot be', () => {
		assert.equal(header(block => { block.write('xyz', 124); }), undefined);
		assert.equal(header(block => { block.fill(0xff, 124, 136); }), undefined);
	});
	it('of pax stops at the first record that is wrong', () => {
		const of = (text: string): object => ({ ...readPax(Buffer.from(text)) });
		assert.deepEqual(of('8 a=bcd\n'), { a: 'bcd' });
		for (const wrong of ['x a=b\n', '99 a=b\n', '4 a\n', '123456789 a=b\n', 'no blank']) { assert.deepEqual(of(`8 a=bcd\n${wrong}`), { a: 'bcd' }, wrong); }
		assert.deepEqual(of('7 abcd\n8 a=bcd\n'), { a: 'bcd' });
	});
});
