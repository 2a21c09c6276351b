import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './makeFolder.ts';

/** One thing that a pack holds. */
export interface PackEntry {
	readonly key: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly bytes: Buffer;
}

/**
 * Files that hold many entries each: a line of JSON with `[key, at, length]` of every one, then their bytes one after the other.
 * Written beside their name and renamed, so that a reader sees a whole file or none. Nothing throws: what cannot be read is not there.
 */
export interface Packs {
	/** Their names, and of each key the youngest entry. */
	read(): { readonly names: string[]; readonly entries: Map<string, PackEntry> };
	/** The name of the new one; `undefined` where nothing can be written. */
	write(entries: readonly PackEntry[]): string | undefined;
	remove(names: readonly string[]): void;
}

/** The packs of this folder, which is made when it is needed. */
export function createPacks(folder: string): Packs {
	return {
		read() {
			const names = namesIn(folder);
			const entries = new Map<string, PackEntry>();
			for (const entry of names.flatMap(name => unpack(join(folder, name)))) {
				const other = entries.get(entry.key);
				// Of two of the same moment the empty one: what was forgotten stays so.
				if (!other || other.at < entry.at || (other.at === entry.at && entry.bytes.length === 0)) { entries.set(entry.key, entry); }
			}
			return { names, entries };
		},
		write(entries) {
			const name = `${process.pid}-${randomBytes(6).toString('hex')}`;
			const beside = join(folder, `${name}.tmp`);
			const bytes = Buffer.concat([
				Buffer.from(`${JSON.stringify(entries.map(entry => [entry.key, entry.at, entry.bytes.length]))}\n`),
				...entries.map(entry => entry.bytes),
			]);
			try {
				makeFolder(folder);
				writeFileSync(beside, bytes, { mode: 0o600 });
				renameSync(beside, join(folder, name));
				return name;
			} catch {
				removeFile(beside);
				return undefined;
			}
		},
		remove(names) { names.forEach(name => { removeFile(join(folder, name)); }); },
	};
}

function namesIn(folder: string): string[] {
	try {
		// No links, and no pipes that others may have put here.
		return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile() && !entry.name.endsWith('.tmp')).map(({ name }) => name).sort();
	} catch {
		return [];
	}
}

function unpack(file: string): readonly PackEntry[] {
	try {
		const bytes = readFileSync(file);
		let start = bytes.indexOf(0x0a) + 1;
		const index: unknown = JSON.parse(bytes.toString('utf8', 0, start));
		const entries = (Array.isArray(index) ? index as unknown[] : []).map((each): PackEntry => {
			const [key, at, length] = each as readonly unknown[];
			if (typeof key !== 'string' || typeof at !== 'number' || typeof length !== 'number' || !(length >= 0)) { throw new Error('not an entry'); }
			return { key, at, bytes: bytes.subarray(start, start += length) };
		});
		return start === bytes.length ? entries : [];
	} catch {
		return [];
	}
}

function removeFile(path: string): void {
	try { rmSync(path, { force: true }); } catch { /* It stays for the next time. */ }
}
