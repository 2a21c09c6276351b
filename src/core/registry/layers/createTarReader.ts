import type { LayerEntry, LayerListing } from './layerListing.ts';
import { readTarHeader, type TarHeader } from './readTarHeader.ts';
import { readPax } from './readPax.ts';

/** Reads a tar archive (POSIX ustar and pax, GNU long names) piece by piece, keeping only what the headers say. */
export interface TarReader {
	/** `false`: enough, or not a tar; read no further. */
	push(chunk: Uint8Array): boolean;
	/** `undefined` when this was no tar archive. `cut`: the archive did not come to its end. */
	finish(cut: boolean): LayerListing | undefined;
}

/** Where reading stops. */
export interface TarLimits {
	readonly entries: number;
	/** Bytes of unpacked archive. */
	readonly bytes: number;
}

const block = 512;
const longestExtra = 1024 * 1024;

/** A reader for one archive; linear in its bytes, memory for the names only. */
export function createTarReader(limits: TarLimits): TarReader {
	const entries: LayerEntry[] = [];
	let pending = Buffer.alloc(0);
	let skip = 0;
	let extra: { readonly type: string; readonly size: number } | undefined;
	let overrides: Readonly<Record<string, string>> = {};
	let shared: Readonly<Record<string, string>> = {};
	let total = 0;
	let read = 0;
	let state: 'reading' | 'ended' | 'bounded' | 'not-tar' = 'reading';

	const take = (header: TarHeader): void => {
		if (header.type === 'x' || header.type === 'g' || header.type === 'L' || header.type === 'K') {
			extra = { type: header.type, size: header.size };
			return;
		}
		const all = { ...shared, ...overrides };
		overrides = {};
		const size = Object.hasOwn(all, 'size') && /^\d{1,15}$/.test(all['size'] ?? '') ? Number(all['size']) : header.size;
		const hasBody = !['1', '2', '3', '4', '5', '6'].includes(header.type);
		if (hasBody) { skip = padded(size); }
		const entry = entryOf(header, all, hasBody ? size : 0);
		if (entry) {
			entries.push(entry);
			total += entry.size;
		}
		if (entries.length >= limits.entries) { state = 'bounded'; }
	};
	const takeExtra = (body: Buffer, type: string): void => {
		if (type === 'g') { shared = { ...shared, ...readPax(body) }; return; }
		if (type === 'x') { overrides = { ...overrides, ...readPax(body) }; return; }
		overrides = { ...overrides, [type === 'L' ? 'path' : 'linkpath']: body.toString('utf8').replace(/\0[\s\S]*$/, '') };
	};

	return {
		push(chunk) {
			read += chunk.length;
			if (read > limits.bytes) { state = 'bounded'; }
			let rest: Buffer = pending.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([pending, chunk]);
			while (state === 'reading') {
				if (skip > 0) {
					const step = Math.min(skip, rest.length);
					skip -= step;
					rest = rest.subarray(step);
					if (skip > 0) { break; }
				}
				const wanted = extra ? padded(extra.size) : block;
				if (wanted > longestExtra) { state = 'bounded'; break; }
				if (rest.length < wanted) { break; }
				const piece = rest.subarray(0, wanted);
				rest = rest.subarray(wanted);
				if (extra) {
					takeExtra(piece.subarray(0, extra.size), extra.type);
					extra = undefined;
					continue;
				}
				const header = readTarHeader(piece);
				if (header === 'end') { state = 'ended'; break; }
				if (!header) { state = entries.length === 0 ? 'not-tar' : 'bounded'; break; }
				take(header);
			}
			// A copy: the piece may belong to a large buffer that should be let go.
			pending = state === 'reading' ? Buffer.from(rest) : Buffer.alloc(0);
			return state === 'reading' || state === 'ended';
		},
		finish(cut) {
			if (state === 'not-tar' || (entries.length === 0 && state !== 'ended' && read > 0)) { return undefined; }
			const truncated = state === 'bounded' || (state !== 'ended' && (cut || skip > 0 || pending.length > 0));
			return { entries, size: total, ...(truncated ? { truncated } : {}) };
		},
	};
}

function padded(size: number): number {
	return Math.ceil(size / block) * block;
}

function entryOf(header: TarHeader, pax: Readonly<Record<string, string>>, size: number): LayerEntry | undefined {
	const path = (pax['path'] ?? header.name).replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
	if (path === '' || path === '.') { return undefined; }
	const slash = path.lastIndexOf('/');
	const folder = slash === -1 ? '' : path.slice(0, slash);
	const name = path.slice(slash + 1);
	const seconds = pax['mtime'] !== undefined && Number.isFinite(Number(pax['mtime'])) ? Number(pax['mtime']) : header.mtime;
	const target = pax['linkpath'] ?? header.link;
	const user = pax['uname'] ?? header.user;
	const group = pax['gname'] ?? header.group;
	const common = {
		mode: header.mode, uid: header.uid, gid: header.gid,
		...(user === '' ? {} : { user }), ...(group === '' ? {} : { group }),
		...(seconds !== undefined && Math.abs(seconds) < 8.6e12 ? { modified: new Date(seconds * 1000).toISOString() } : {}),
	};
	// The layer format's marks for deletion (OCI image-spec, layer.md, "Whiteouts").
	if (name === '.wh..wh..opq') { return { ...common, path: folder, kind: 'opaque', size: 0 }; }
	if (name.startsWith('.wh.')) { return { ...common, path: folder === '' ? name.slice(4) : `${folder}/${name.slice(4)}`, kind: 'whiteout', size: 0 }; }
	const kind = kinds[header.type] ?? 'file';
	return { ...common, path, kind, size, ...((kind === 'symlink' || kind === 'hardlink') ? { target } : {}) };
}

const kinds: Readonly<Record<string, LayerEntry['kind']>> = { '1': 'hardlink', '2': 'symlink', '3': 'device', '4': 'device', '5': 'folder', '6': 'device' };
