import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createTarReader } from '../../../../src/core/registry/layers/createTarReader.ts';
import type { LayerListing } from '../../../../src/core/registry/layers/layerListing.ts';
import type { Descriptor } from '../../../../src/core/model/index.ts';
import { tarOf } from '../../../support/images/tarOf.ts';
import { bench, ref } from '../testRegistry.ts';

const generous = { entries: 1000, bytes: 1e9 };
function list(tar: Buffer, piece = tar.length, limits = generous): LayerListing | undefined {
	const reader = createTarReader(limits);
	for (let at = 0; at < tar.length; at += piece) { if (!reader.push(tar.subarray(at, at + piece))) { break; } }
	return reader.finish(false);
}
const pax = (record: string): string => {
	let length = record.length + 3;
	while (`${length} ${record}\n`.length !== length) { length++; }
	return `${length} ${record}\n`;
};
/** Changes a header's type and repairs its checksum. */
function typed(tar: Buffer, at: number, type: string): Buffer {
	const copy = Buffer.from(tar);
	copy.write(type, at + 156, 'latin1');
	copy.write('        ', at + 148, 'latin1');
	copy.write(copy.subarray(at, at + 512).reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0') + '\0 ', at + 148, 'latin1');
	return copy;
}

describe('the files of a layer', () => {
	const { fake, client } = bench();

	it('are the same however the stream is cut', () => {
		const tar = tarOf([{ name: 'a/' }, { name: './a/b', text: 'hello', mode: 0o4755 }, { name: 'a/.wh.gone' }, { name: 'a/.wh..wh..opq' }, { name: 'l', link: '../x' }, { name: '.wh.top' }]);
		const whole = list(tar);
		assert.deepEqual(whole?.entries.map(({ path, kind, size }) => [path, kind, size]), [['a', 'folder', 0], ['a/b', 'file', 5], ['a/gone', 'whiteout', 0], ['a', 'opaque', 0], ['l', 'symlink', 0], ['top', 'whiteout', 0]]);
		assert.deepEqual([whole?.entries[1]?.mode, whole?.entries[1]?.modified, whole?.entries[4]?.target, whole?.size], [0o4755, '2023-11-14T22:13:20.000Z', '../x', 5]);
		for (const piece of [1, 7, 511, 512, 513, 1000]) { assert.deepEqual(list(tar, piece), whole); }
	});

	it('may have long names, in pax or GNU headers', () => {
		const long = `very/${'long/'.repeat(60)}name`;
		for (const [text, type] of [[pax(`path=${long}`), 'x'], [`${long}\0`, 'L']] as const) {
			const header = typed(tarOf([{ name: 'header', text }]).subarray(0, -1024), 0, type);
			assert.deepEqual(list(Buffer.concat([header, tarOf([{ name: 'short', text: 'x' }])]))?.entries.map(({ path }) => path), [long]);
		}
	});

	it('have what pax says of them, for one or for all that follow', () => {
		const extra = (type: string, ...records: readonly string[]): Buffer => typed(tarOf([{ name: 'header', text: records.map(pax).join('') }]).subarray(0, -1024), 0, type);
		const files = tarOf([{ name: 'short', link: 'x' }, { name: 'second', text: 'ab' }]);
		const of = (...headers: readonly Buffer[]): unknown => list(Buffer.concat([...headers, files]))?.entries.map(({ path, target, modified, user, size }) => [path, target, modified?.slice(0, 4), user, size]);
		assert.deepEqual(of(extra('x', 'linkpath=far/away', 'mtime=0.5', 'uname=joe')), [['short', 'far/away', '1970', 'joe', 0], ['second', undefined, '2023', undefined, 2]]);
		assert.deepEqual(of(extra('g', 'mtime=0', 'uname=all')), [['short', 'x', '1970', 'all', 0], ['second', undefined, '1970', 'all', 2]]);
		assert.deepEqual(of(extra('x', 'mtime=soon', 'size=none')), [['short', 'x', '2023', undefined, 0], ['second', undefined, '2023', undefined, 2]]);
	});

	it('end at a bound and say so', () => {
		const tar = tarOf(Array.from({ length: 50 }, (_, index) => ({ name: `f${index}`, text: 'x' })));
		const few = list(tar, 512, { entries: 10, bytes: 1e9 });
		assert.deepEqual([few?.entries.length, few?.truncated], [10, true]);
		assert.equal(list(tar, 512, { entries: 1000, bytes: 5000 })?.truncated, true);
		assert.equal(list(tar.subarray(0, 5 * 512 + 100))?.truncated, true);
	});

	it('are none where there is no tar, and no input is fatal', () => {
		assert.equal(list(Buffer.from('this is no archive'.repeat(100))), undefined);
		const tar = tarOf([{ name: 'a', text: 'x'.repeat(600) }, { name: 'b' }]);
		for (let at = 0; at < tar.length; at += 13) {
			const broken = Buffer.from(tar);
			broken[at] = 0xff;
			list(broken);
		}
		assert.ok(list(tar));
	});

	for (const [repository, how] of [['demo/app', 'gzip'], ['demo/zstd', 'zstd']] as const) {
		it(`come from a ${how} layer of a registry, once`, async () => {
			const registry = await fake();
			const port = client();
			const name = ref(`${registry.host}/${repository}:1.0`);
			const manifest = await port.manifest(name);
			const layer = manifest.known ? manifest.value.layers[1] as Descriptor : undefined;
			let progress = 0;
			const listing = await port.layerFiles?.(name, layer as Descriptor, { onProgress: read => { progress = read; } });
			assert.deepEqual(listing?.known && listing.value.entries.map(({ path, kind }) => `${kind} ${path}`), ['folder app', 'file app/run', 'whiteout etc/motd', 'file app/data----------------.txt']);
			assert.equal(progress, layer?.size);
			const spent = registry.requests.length;
			await port.layerFiles?.(name, layer as Descriptor, {});
			assert.equal(registry.requests.length, spent);
		});
	}

	it('of a layer that unfolds without end are bounded, and a false digest is not believed', async () => {
		const registry = await fake();
		const port = client();
		const name = ref(`${registry.host}/demo/app:1.0`);
		const bomb = gzipSync(Buffer.concat([tarOf([{ name: 'first', text: 'x' }]).subarray(0, 1024), Buffer.alloc(200 * 1024 * 1024, 1)]));
		const digest = registry.putBlob('demo/app', bomb);
		const before = process.memoryUsage().rss;
		const listing = await port.layerFiles?.(name, { mediaType: '', digest, size: bomb.length }, {});
		assert.deepEqual(listing?.known && [listing.value.entries.length, listing.value.truncated], [1, true]);
		assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
		const wrong = `sha256:${'b'.repeat(64)}`;
		registry.repository('demo/app').blobs.set(wrong, gzipSync(tarOf([{ name: 'x' }])));
		const false_ = await port.layerFiles?.(name, { mediaType: '', digest: wrong, size: 1 }, {});
		assert.equal(false_?.known === false && false_.reason, 'broken-answer');
	});

	it('of a layer that is gone are missing', async () => {
		const registry = await fake();
		const listing = await client().layerFiles?.(ref(`${registry.host}/demo/app:1.0`), { mediaType: '', digest: `sha256:${'c'.repeat(64)}`, size: 1 }, {});
		assert.equal(listing?.known === false && listing.reason, 'missing');
	});
});
