import { createHash, randomBytes } from 'node:crypto';
import { promises } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasDigest } from '../verdicts/verifyDigest.ts';
import { makeFolder } from './makeFolder.ts';

/** Lasting store: content by digest, answers by question. Every failure is a miss; nothing throws. */
export interface DiskCache {
	/** Bytes that have this digest, or `undefined`. */
	content(digest: string): Promise<Buffer | undefined>;
	keepContent(digest: string, bytes: Buffer): Promise<void>;
	/** An answer younger than `maxAgeMs`, as kept by `keepAnswer`. */
	answer(question: string, maxAgeMs: number): Promise<unknown>;
	keepAnswer(question: string, value: unknown): Promise<void>;
	forget(question: string): Promise<void>;
	clear(): Promise<void>;
	/** Everything kept is on the disk afterwards. */
	close(): Promise<void>;
}

const largestEntry = 4 * 1024 * 1024;

/** The folders inside; `packs` is what `createPackedCache` writes. */
const parts = ['content', 'answers', 'packs'];

/**
 * Files are written beside their name and renamed, so that a reader in another window, or after a crash, sees a whole
 * file or none; content is hashed again on reading. Over `maximumBytes` the longest unread files go.
 */
export function createDiskCache(folder: string, clock: () => number, maximumBytes = 64 * 1024 * 1024): DiskCache {
	let written = 0;
	const contentFile = (digest: string): string => join(folder, 'content', digest.replace(':', '-'));
	const answerFile = (question: string): string => join(folder, 'answers', createHash('sha256').update(question).digest('hex'));

	const write = async (file: string, bytes: Buffer): Promise<void> => {
		if (bytes.length > largestEntry) { return; }
		const beside = `${file}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
		try {
			await writeBeside(beside, file, bytes);
			written += bytes.length;
			if (written > maximumBytes / 8) { written = 0; await prune(folder, maximumBytes, clock()); }
		} catch {
			await promises.rm(beside, { force: true }).catch(() => undefined);
		}
	};

	return {
		async content(digest) {
			const file = contentFile(digest);
			const bytes = await promises.readFile(file).catch(() => undefined);
			if (!bytes) { return undefined; }
			if (hasDigest(bytes, digest) !== true) {
				await promises.rm(file, { force: true }).catch(() => undefined);
				return undefined;
			}
			const now = new Date(clock());
			await promises.utimes(file, now, now).catch(() => undefined);
			return bytes;
		},
		async keepContent(digest, bytes) { if (hasDigest(bytes, digest) === true) { await write(contentFile(digest), bytes); } },
		async answer(question, maxAgeMs) {
			try {
				const kept = JSON.parse(await promises.readFile(answerFile(question), 'utf8')) as { question?: unknown; at?: unknown; value?: unknown };
				const age = typeof kept.at === 'number' ? clock() - kept.at : Number.POSITIVE_INFINITY;
				// An answer from the future comes from a wrong clock.
				return kept.question === question && age >= 0 && age < maxAgeMs ? kept.value : undefined;
			} catch {
				return undefined;
			}
		},
		keepAnswer: (question, value) => write(answerFile(question), Buffer.from(JSON.stringify({ question, at: clock(), value }))),
		forget: question => promises.rm(answerFile(question), { force: true }).catch(() => undefined),
		clear: async () => { await Promise.all(parts.map(part => promises.rm(join(folder, part), { recursive: true, force: true }).catch(() => undefined))); },
		close: () => Promise.resolve(),
	};
}

async function writeBeside(beside: string, file: string, bytes: Buffer): Promise<void> {
	await promises.writeFile(beside, bytes, { mode: 0o600 }).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') { throw error; }
		makeFolder(dirname(file));
		await promises.writeFile(beside, bytes, { mode: 0o600 });
	});
	await promises.rename(beside, file);
}

/** Removes left-over temporary files, then the longest unread ones until three quarters of the bound are kept. */
async function prune(folder: string, maximumBytes: number, now: number): Promise<void> {
	const files: { readonly path: string; readonly size: number; readonly time: number }[] = [];
	for (const part of parts) {
		for (const name of await promises.readdir(join(folder, part)).catch(() => [])) {
			const path = join(folder, part, name);
			const status = await promises.stat(path).catch(() => undefined);
			if (!status) { continue; }
			if (name.endsWith('.tmp') && now - status.mtimeMs > 60_000) { await promises.rm(path, { force: true }).catch(() => undefined); continue; }
			files.push({ path, size: status.size, time: status.mtimeMs });
		}
	}
	let total = files.reduce((sum, file) => sum + file.size, 0);
	if (total <= maximumBytes) { return; }
	for (const file of files.sort((a, b) => a.time - b.time)) {
		if (total <= maximumBytes * 0.75) { return; }
		await promises.rm(file.path, { force: true }).catch(() => undefined);
		total -= file.size;
	}
}
