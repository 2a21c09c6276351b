/**
 * A normalised image name (distribution/reference, `ParseNormalizedNamed`).
 * `node` becomes domain `docker.io`, path `library/node`, no tag.
 */
export interface Reference {
	/** Registry host with optional port, e.g. `docker.io`, `localhost:5055`, `[fc00::1]:5000`. */
	readonly domain: string;
	/** Repository path without the domain, e.g. `library/node`. */
	readonly path: string;
	/** As written; `undefined` when there is none (pulls then mean `latest`). */
	readonly tag?: string;
	/** `algorithm:hex`; when present it decides and the tag is ignored by pulls. */
	readonly digest?: string;
	/** `domain/path`. */
	readonly repository: string;
	/** `domain/path[:tag][@digest]`, no default tag added. */
	readonly canonical: string;
}

/** Why a text is no image reference, and where in it. */
export interface ReferenceError {
	readonly kind:
		| 'empty' | 'empty-tag' | 'tag-too-long' | 'invalid-tag' | 'uppercase-repository' | 'invalid-digest'
		| 'unsupported-digest-algorithm' | 'invalid-digest-length' | 'scheme' | 'web-url' | 'name-too-long'
		| 'hex-repository' | 'invalid-domain' | 'invalid-format';
	/** distribution/reference's own sentence, e.g. `invalid reference format`. */
	readonly message: string;
	/** Offsets in the parsed text, UTF-16, of the part that is wrong. */
	readonly start: number;
	readonly end: number;
}
