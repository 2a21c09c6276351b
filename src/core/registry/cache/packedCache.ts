import { join } from 'node:path';
import { hasDigest } from '../verdicts/verifyDigest.ts';
import { createDiskCache, type DiskCache } from './diskCache.ts';
import { createPacks, type PackEntry, type Packs } from './packs.ts';

/** Larger contents lie in files of their own: packs are read whole. */
const largestPacked = 16 * 1024;

/** When more is gathered it is written before the end. */
const gatheredAtMost = 128;

const packsAtMost = 8;
const packedAtMost = 2 * 1024 * 1024;
const contentsAtMost = 1024 * 1024;
const answersAtMost = 512 * 1024;
const answersLast = 24 * 60 * 60 * 1000;

/**
 * The lasting store of a process that ends soon. What it learns goes into one file when it is closed: making a file costs more than
 * asking a registry near by. After some runs their files become one; contents that are many move to files of their own then, as
 * {@link createDiskCache} keeps them.
 */
export function createPackedCache(folder: string, clock: () => number): DiskCache {
	const files = createDiskCache(folder, clock);
	const packs = createPacks(join(folder, 'packs'));
	let opened: ReturnType<Packs['read']> | undefined;
	let gathered = new Map<string, PackEntry>();
	const there = (): ReturnType<Packs['read']> => opened ??= packs.read();

	const keep = (key: string, bytes: Buffer): void => {
		const entry = { key, at: clock(), bytes };
		there().entries.set(key, entry);
		gathered.set(key, entry);
		if (gathered.size >= gatheredAtMost) { write(); }
	};
	const write = (): void => {
		if (gathered.size === 0) { return; }
		const name = packs.write([...gathered.values()]);
		if (name !== undefined) { there().names.push(name); }
		gathered = new Map();
	};
	const merge = async (): Promise<void> => {
		const { names, entries } = there();
		const contents = [...entries.values()].filter(({ key }) => !isAnswer(key));
		const many = sizeOf(contents) > contentsAtMost;
		if (many) { await Promise.all(contents.map(({ key, bytes }) => files.keepContent(key, bytes))); }
		const merged = [...youngAnswers(entries.values(), clock()), ...many ? [] : contents];
		if (merged.length === 0 || packs.write(merged) !== undefined) { packs.remove(names); }
	};

	return {
		content(digest) {
			const bytes = there().entries.get(digest)?.bytes;
			return bytes && hasDigest(bytes, digest) === true ? Promise.resolve(bytes) : files.content(digest);
		},
		async keepContent(digest, bytes) {
			if (bytes.length > largestPacked) { await files.keepContent(digest, bytes); return; }
			if (there().entries.get(digest)?.bytes.equals(bytes) !== true && hasDigest(bytes, digest) === true) { keep(digest, bytes); }
		},
		answer(question, maxAgeMs) {
			const entry = there().entries.get(answerKey(question));
			const age = entry ? clock() - entry.at : Number.POSITIVE_INFINITY;
			// An answer from the future comes from a wrong clock.
			return Promise.resolve(entry && age >= 0 && age < maxAgeMs ? parsed(entry.bytes) : undefined);
		},
		keepAnswer(question, value) {
			keep(answerKey(question), Buffer.from(JSON.stringify(value)));
			return Promise.resolve();
		},
		forget(question) {
			// Nothing is no JSON: it stands in front of what older packs say.
			if (there().entries.has(answerKey(question))) { keep(answerKey(question), Buffer.alloc(0)); }
			return Promise.resolve();
		},
		async clear() {
			opened = { names: [], entries: new Map() };
			gathered = new Map();
			await files.clear();
		},
		async close() {
			if (gathered.size === 0) { return; }
			const { names, entries } = there();
			if (names.length < packsAtMost && sizeOf(entries.values()) < packedAtMost) { write(); } else { await merge(); }
		},
	};
}

function answerKey(question: string): string { return `answer ${question}`; }

function isAnswer(key: string): boolean { return key.startsWith('answer '); }

/** The youngest first, as many as may be. */
function youngAnswers(entries: Iterable<PackEntry>, now: number): readonly PackEntry[] {
	const young = [...entries]
		.filter(({ key, at, bytes }) => isAnswer(key) && bytes.length > 0 && now - at < answersLast)
		.sort((one, other) => other.at - one.at);
	let size = 0;
	return young.filter(({ bytes }) => (size += bytes.length) <= answersAtMost);
}

function sizeOf(entries: Iterable<PackEntry>): number {
	let size = 0;
	for (const { bytes } of entries) { size += bytes.length; }
	return size;
}

function parsed(bytes: Buffer): unknown {
	try { return JSON.parse(bytes.toString('utf8')); } catch { return undefined; }
}
