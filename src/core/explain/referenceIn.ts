/** What a line of output names. */
export interface NamedThing {
	readonly reference?: string;
	readonly host?: string;
}

const shape = String.raw`[a-zA-Z0-9][\w.-]{0,252}(?::\d{1,5})?(?:\/[\w.-]{1,128}){0,8}(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?`;
const manifestUrl = /https?:\/\/(?<host>[^/\s"]{1,255})\/v2\/(?<path>[^\s"]{1,255}?)\/(?<kind>manifests|blobs|tags)\/(?<rest>[^\s"?]{1,200})/;

const places: readonly RegExp[] = [
	new RegExp(String.raw`failed to resolve (?:reference|ref|source metadata for) "?(?<reference>${shape})`),
	new RegExp(String.raw`docker:\/\/(?<reference>${shape})`),
	new RegExp(String.raw`(?:Failed to pull|Back-off pulling|pull and unpack|failed to pull|Pulling|Trying to pull) (?:image )?(?!from )"?(?<reference>${shape})(?:"|\.\.\.|:|\s|$)`),
	new RegExp(String.raw`failed to push (?<reference>${shape}):`),
	new RegExp(String.raw`(?:checking push permission for|ailed to push to destination) "?(?<reference>${shape})(?:[":\s]|$)`),
	new RegExp(String.raw`(?:failed to solve|LLB definition): (?<reference>${shape}): `),
	new RegExp(String.raw`The push refers to repository \[(?<reference>${shape})\]`),
	/[Rr]eading manifest (?:(?<digest>sha256:[0-9a-f]{64})|(?<tag>[\w][\w.-]{0,127})) in (?<repository>[^\s:]{1,255}(?::\d{1,5}\/[^\s:]{1,255})?)(?::|\s|$)/,
	new RegExp(String.raw`(?:(?<!matching )manifest for(?! image:)|pull access denied for|image reference|image with reference|container image|Docker image|base image|source image|support image|the author of|get manifest) ["']?(?<reference>${shape})(?:["',\s:]|$)`),
	/(?:invalid tag|invalid argument|parsing reference:?|normalizing (?:name|image)) "(?<reference>[^"\s]{1,300})"/,
	new RegExp(String.raw`checking whether a blob \S{1,100} exists in (?<reference>${shape})(?::|\s|$)`),
	new RegExp(String.raw`load metadata for (?<reference>${shape})`),
];

/** The address of a server that gives tokens, where it is the registry's own or Docker Hub's; what the token is for stands in it. */
const tokenUrl =
	/https?:\/\/(?<host>[^/\s"]{1,255})\/(?:v2\/(?:auth|token)|service\/token|oauth2\/token|token)\?[^\s"]{0,400}?scope=repository(?:%3A|:)(?<path>[^\s"&:]{1,300}?)(?:%3A|:)pu/;

/** What containers/image says of an upload: the path, then the host. */
const upload = /\/v2\/(?<path>[^\s"]{1,255}?)\/blobs\/uploads\/\S{0,200} in (?<host>[\w.-]{1,255}(?::\d{1,5})?)(?::|\s|$)/;

/**
 * The reference and host that a recognised line is about: from the symptom's own groups, else from the line,
 * else from the two lines before it.
 */
export function referenceIn(line: string, before: readonly string[], groups: Readonly<Record<string, string>>): NamedThing {
	const reference = groups['reference'] ?? joined(groups) ?? inLines([line, ...before.toReversed()]);
	const host = groups['host'] ?? groups['host2'] ?? manifestUrl.exec(line)?.groups?.['host'] ?? (reference === undefined ? undefined : hostOf(reference));
	return {
		...(reference === undefined ? {} : { reference: trimmed(reference) }),
		...(host === undefined ? {} : { host }),
	};
}

function joined({ repository, tag, digest }: Readonly<Record<string, string | undefined>>): string | undefined {
	if (repository === undefined) { return undefined; }
	return digest === undefined ? tag === undefined ? undefined : `${repository}:${tag}` : `${repository}@${digest}`;
}

function inLines(lines: readonly string[]): string | undefined {
	for (const line of lines) {
		for (const place of places) {
			const groups = place.exec(line)?.groups;
			const reference = groups && (groups['reference'] ?? joined(groups));
			if (reference !== undefined) { return reference; }
		}
		const url = manifestUrl.exec(line)?.groups;
		if (url) { return fromUrl(url['host']!, url['path']!, url['kind'] === 'manifests' ? url['rest']!.replace(/[:,;.]+$/, '') : ''); }
		const asked = upload.exec(line)?.groups ?? tokenUrl.exec(line)?.groups;
		if (asked) { return fromUrl(asked['host']!, asked['path']!.replace(/%2F/gi, '/'), ''); }
		const pulling = /^(?<tag>[\w][\w.-]{0,127}): Pulling from (?<path>\S{1,255})$/.exec(line)?.groups;
		if (pulling) { return `${pulling['path']}:${pulling['tag']}`; }
	}
	return undefined;
}

function fromUrl(host: string, path: string, rest: string): string {
	const domain = /^(?:registry-1|index|auth)\.docker\.io$/.test(host) ? 'docker.io' : host;
	if (/^sha256:[0-9a-f]{64}$/.test(rest)) { return `${domain}/${path}@${rest}`; }
	return /^[\w][\w.-]{0,127}$/.test(rest) ? `${domain}/${path}:${rest}` : `${domain}/${path}`;
}

function hostOf(reference: string): string | undefined {
	const slash = reference.indexOf('/');
	if (slash === -1) { return undefined; }
	const first = reference.slice(0, slash);
	return /[.:]/.test(first) || first === 'localhost' ? first : undefined;
}

function trimmed(reference: string): string {
	return reference.replace(/^docker:\/\//, '').replace(/[.,;:'"]+$/, '');
}
