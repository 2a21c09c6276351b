import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive by name, read from its central directory (APPNOTE 4.3.12). Throws on what is no such archive. */
export function readZip(archive: Buffer): ReadonlyMap<string, Buffer> {
	const end = archive.lastIndexOf('PK\u0005\u0006');
	let at = archive.readUInt32LE(end + 16);
	const files = new Map<string, Buffer>();
	for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
		const nameLength = archive.readUInt16LE(at + 28);
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		files.set(name, contentOf(archive, at));
		at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return files;
}

function contentOf(archive: Buffer, entry: number): Buffer {
	const local = archive.readUInt32LE(entry + 42);
	const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
	const bytes = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
	return archive.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes);
}
