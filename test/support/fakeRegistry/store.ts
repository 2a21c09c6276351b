import { createHash } from 'node:crypto';

/** A manifest as stored: exact bytes. */
export interface StoredManifest {
	readonly bytes: Buffer;
	readonly mediaType: string;
	readonly digest: string;
}

export interface StoredRepository {
	readonly tags: Map<string, string>;
	readonly manifests: Map<string, StoredManifest>;
	readonly blobs: Map<string, Buffer>;
}

/** Content of a fake registry. */
export interface Store {
	readonly repositories: ReadonlyMap<string, StoredRepository>;
	/** Makes the repository when it is not there. */
	repository(name: string): StoredRepository;
	/** Stores a manifest (an object is written as JSON) and points the tags at it; gives its digest. */
	put(repository: string, tags: string | readonly string[], manifest: string | Buffer | object, mediaType: string): string;
	/** Stores a blob; gives its digest. */
	putBlob(repository: string, bytes: Buffer | string): string;
	deleteTag(repository: string, tag: string): void;
}

/** An empty store. */
export function createStore(): Store {
	const repositories = new Map<string, StoredRepository>();
	const repository = (name: string): StoredRepository => {
		const found = repositories.get(name) ?? { tags: new Map(), manifests: new Map(), blobs: new Map() };
		repositories.set(name, found);
		return found;
	};
	return {
		repositories,
		repository,
		put(name, tags, manifest, mediaType) {
			const bytes = Buffer.isBuffer(manifest) ? manifest : Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest, null, 2));
			const digest = digestOf(bytes);
			const target = repository(name);
			target.manifests.set(digest, { bytes, mediaType, digest });
			for (const tag of typeof tags === 'string' ? [tags] : tags) { target.tags.set(tag, digest); }
			return digest;
		},
		putBlob(name, bytes) {
			const content = Buffer.from(bytes);
			const digest = digestOf(content);
			repository(name).blobs.set(digest, content);
			return digest;
		},
		deleteTag(name, tag) { repository(name).tags.delete(tag); },
	};
}

/** `sha256:` and the hash of the bytes. */
export function digestOf(bytes: Uint8Array | string): string {
	return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
