import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} refuses access to {reference}: it is private or does not exist.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /pull access denied for (?<reference>[^\s,]{1,300}), repository does not exist or may require/,
		example: 'Error response from daemon: pull access denied for acme/app, repository does not exist or may require \'docker login\': denied: requested access to the resource is denied',
		rank: 44,
	},
	{
		pattern: /failed to resolve (?:reference|source metadata for) "?(?<reference>[^\s":]{1,200}(?::\d+)?[^\s"]{0,200}?)"?: (?:[^\s]{1,300}: )?pull access denied/,
		example: 'ctr: failed to resolve reference "registry.example/e/app:1": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
		rank: 44,
	},
	{
		pattern: /pull access denied(?:,| for [a-z0-9][^\s,"']{0,300}(?=[,"']|$))|server message: insufficient_scope|authorization status: 40[13]: authorization failed/,
		example: 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
		rank: 43,
	},
	{
		pattern: /access to the requested resource is not authorized/,
		example: 'Error response from daemon: unauthorized: access to the requested resource is not authorized',
		rank: 43,
	},
	{
		pattern: /repository (?<reference>\S{1,300}) not found: does not exist or no pull access/,
		example: 'Error: repository docker.io/acme/app not found: does not exist or no pull access',
		rank: 43,
	},
	{
		pattern: /Trying to pull repository (?<reference>\S{1,300}) \.\.\. (?:\S{1,200}: )?repository (?:\S{1,300} )?(?:does not exist|not found)|(?:^|[:=] )Error response from daemon: repository does not exist/,
		example: 'Trying to pull repository docker-registry.default.svc:5000/project/app ... repository does not exist',
		rank: 46,
	},
	{
		pattern: /(?:Import failed \((?:Unauthorized|Forbidden|NotFound)\)|tag \S{1,128} failed): [^\n]{0,60}?you may not have access to the (?:Docker|container) image "(?<reference>[^"]{1,300})"/,
		example: '! error: Import failed (Unauthorized): you may not have access to the container image "docker.io/acme/app:1"',
		rank: 43,
	},
	{
		pattern: /(?:failed to fetch anonymous token|failed to authorize)[^\n]{0,300}?\b40[13]\b/,
		example: 'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apull: 403 Forbidden',
		rank: 43,
	},
	{
		pattern: /Permission "?'?artifactregistry\.[\w.]{1,80}"?'? denied on resource|Caller does not have permission or the resource may not exist/,
		example: 'denied: Permission "artifactregistry.repositories.downloadArtifacts" denied on resource "projects/p/locations/l/repositories/r" (or it may not exist)',
		rank: 43,
	},
	{
		pattern: /[Rr]equesting bearer token: (?:invalid status code from registry|received unexpected HTTP status:) 40[13]|pinging (?:docker|container) registry \S{1,255}: (?:invalid status code from registry |StatusCode: )40[13]/,
		example: 'Error: initializing source docker://ghcr.io/acme/app:1: Requesting bearer token: invalid status code from registry 403 (Forbidden)',
		rank: 42,
	},
	{
		pattern: /(?:pulling from host (?<host>\S{1,255}) failed with|unexpected) status code \[manifests (?<tag>[^\]]{1,128})\]: 40[13]/,
		example: 'failed to resolve reference "quay.io/project-quay/quay:3.8.5": pulling from host quay.io failed with status code [manifests 3.8.5]: 401 UNAUTHORIZED',
		rank: 42,
	},
	{
		pattern: /unexpected status (?:from (?:HEAD|GET) request to|code(?= \S{1,500}\/(?:manifests|blobs)\/)) https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{0,400}: 40[13]/,
		example: 'failed to resolve reference "ghcr.io/acme/app:1": unexpected status from HEAD request to https://ghcr.io/v2/acme/app/manifests/1: 403 Forbidden',
		rank: 42,
	},
	{
		pattern: /reading manifest (?<tag>[^\s]{1,140}) in (?<repository>\S{1,300}): (?:errors:\s*)?(?:unauthorized|denied|authentication required|requested access to the resource is denied|access denied|StatusCode: 40[13])/,
		example: 'Error: reading manifest 1 in quay.io/acme/app: unauthorized: access to the requested resource is not authorized',
		rank: 41,
	},
	{
		pattern: /"https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^"]{0,400}": (?:denied|unauthorized|forbidden)/,
		example: 'Error response from daemon: Head "https://ghcr.io/v2/acme/app/manifests/latest": denied',
		rank: 41,
	},
	{
		pattern: /(?:Error response from (?:daemon|registry): |errors?: |failed to solve: |desc = |initializing source [^\n]{1,300}: |^)(?:Head [^\n]{1,400}: )?(?:unauthorized|denied): (?:authentication required|access forbidden|requested access to the resource is denied|not authorized|unauthenticated|You don't have|The request)/,
		example: 'Error response from daemon: unauthorized: authentication required',
		rank: 40,
	},
	{
		pattern: /(?:Error response from (?:daemon|registry): |^ctr: )(?:error from registry: )?(?:unauthorized|denied)(?:: |$)/,
		example: 'Error response from daemon: unauthorized: {"message":"UNAUTHORIZED"}',
		rank: 39,
	},
	{
		pattern: /(?:^|\s)(?<reference>[\w.-]{1,253}(?:\.[\w-]{1,63}|:\d{1,5})\/[\w.\/-]{1,255}(?:[:@][\w.:-]{1,160})?): (?:denied|unauthorized): /,
		example: 'error: tag 7 failed: Internal error occurred: uk.icr.io/acme/app:7: denied: You are not authorized to access the specified resource.',
		rank: 40,
	},
	{
		pattern: /error parsing HTTP 40[13] response body: (?:no error details found|unexpected end of JSON)/,
		example: 'Error response from daemon: error parsing HTTP 403 response body: no error details found in HTTP response body: "{}"',
		rank: 39,
	},
	{
		pattern: /(?:[Ee]rror fetching blob: invalid status code from registry|\/v2\/[^\s"]{1,400}"?: (?:GET "[^\s"]{1,800}": )?unexpected status code) 40[13]\b/,
		example: 'level=fatal msg="reading blob sha256:abab: Error fetching blob: invalid status code from registry 403 (Forbidden)"',
		rank: 40,
	},
	{
		pattern: /unexpected status(?: code)?: 40[13]\b/,
		example: 'failed to solve: rpc error: code = Unknown desc = unexpected status: 401 Unauthorized',
		rank: 30,
		gate: 'registry',
	},
	{
		pattern: /token auth attempt for registry[^\n]{0,600} request failed with status: 40[13]/,
		example: 'Internal error occurred: Get https://r.example/v2/a/b/manifests/1: token auth attempt for registry: https://git.example/jwt/auth?scope=repository%3Aa%2Fb%3Apull request failed with status: 403 Forbidden',
		rank: 42,
	},
	{
		pattern: /(?:docker:\/\/\S{1,300}|container registry \S{1,255}): (?:[^\n]{0,200}: )?(?:unauthorized|denied|access denied|authentication required)/,
		example: 'level=fatal msg="pinging container registry registry.example: authentication required"',
		rank: 39,
	},
	{
		pattern: /unauthorized: authentication required|denied: access forbidden|requested access to the resource is denied|unauthorized to access repository|\b401 UNAUTHORIZED\b/,
		example: 'failed to pull image: rpc error: unauthorized: authentication required',
		rank: 38,
		gate: 'registry',
	},
	{
		pattern: /(?:"https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^"]{0,400}"|daemon|desc =):? unknown: (?:Authentication is required|Unauthorized|Wrong username)/,
		example: 'Error response from daemon: Head "https://acme.example/v2/docker-local/app/manifests/1": unknown: Authentication is required',
		rank: 41,
	},
	{
		pattern: /\b(?:GET|HEAD) https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{0,400}: (?:UNAUTHORIZED|DENIED|unexpected status code 40[13])/,
		example: 'Error: fetching manifest acme/none: GET https://index.docker.io/v2/acme/none/manifests/latest: UNAUTHORIZED: authentication required',
		rank: 41,
	},
	{
		pattern: /Feature '(?<reference>[^'\s]{1,300})' could not be processed/,
		example: 'Error: ERR: Feature \'ghcr.io/acme/features/tool:1\' could not be processed.  You may not have permission to access this Feature, or may not be logged in.',
		rank: 41,
	},
	{
		pattern: /^Error: Failed to process feature (?<reference>[\w.-]{1,253}(?::\d{1,5})?\/\S{1,300})$/,
		example: 'Error: Failed to process feature ghcr.io/acme/features/tool:1',
		rank: 40,
	},
	{
		pattern: /\b(?:GET|HEAD) "https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^"]{0,400}": response status code 40[13]/,
		example: 'Error: failed to resolve 1: HEAD "https://ghcr.io/v2/acme/x/manifests/1": response status code 401: Unauthorized',
		rank: 41,
	},
	{
		pattern: /\b(?:UNAUTHORIZED|DENIED): (?:authentication required|access to the requested resource|requested access to the resource|unauthorized to access repository|The operation requires|access forbidden|not authorized)/,
		example: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":[{"Type":"repository","Class":"","Name":"acme/app","Action":"pull"}]}]}',
		rank: 40,
	},
	{
		pattern: /^(?:(?:Error|error|ERROR): )?repository does not exist\.?$/,
		example: 'repository does not exist',
		rank: 38,
	},
	{
		pattern: /^(?:(?:Error|error|ERROR): )?unknown: (?:Unauthorized|Authentication is required)\.?$/,
		example: 'unknown: Unauthorized',
		rank: 38,
	},
	{
		pattern: /(?:fetching|listing|determining)[^\n:]{0,40} tags[^\n]{0,80}: (?:unauthorized|denied|requested access to the resource|authentication required)\b/,
		example: 'level=fatal msg="Error listing repository tags: fetching tags list: unauthorized: authentication required"',
		rank: 40,
	},
	{
		pattern: /unable to locate any (?:images in image streams[^\n"]{0,80}|local docker images) with name "(?<reference>[^"\s]{1,300})"/,
		example: 'error: unable to locate any local docker images with name "acme/app"',
		rank: 40,
	},
	{
		pattern: /[Uu]nauthenticated requests do not have permission "?'?artifactregistry\.repositories\.downloadArtifacts/,
		example: 'Error response from daemon: denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.downloadArtifacts" on resource "projects/p/locations/us/repositories/r" (or it may not exist)',
		rank: 44,
	},
	{
		pattern: /^Error: image (?<reference>[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)*:[\w][\w.-]{0,127}) not found$/,
		example: 'Error: image acme/old:latest not found',
		rank: 41,
	},
	{
		pattern: /[Tt]he image '(?<reference>[^'\s]{1,300})' in container group '[^']{1,100}' is not accessible/,
		example: 'The image \'acme.azurecr.io/api:1\' in container group \'api\' is not accessible. Please check the image and registry credential.',
		rank: 43,
	},
	{
		pattern: /\bUnauthorized for (?<reference>[\w.-]{1,253}(?::\d{1,5})?\/[\w.\/-]{1,255}): 401/,
		example: 'Build image failed, perhaps you should make sure your credentials are set up correctly: Unauthorized for registry-1.docker.io/acme/x: 401 Unauthorized',
		rank: 43,
	},
	{
		pattern: /Rejected [^"\n]{0,80}"No such image: (?<reference>[^"\s@]{1,300})(?:@[^"\s]{1,90})?"/,
		example: 'x1  web.1  acme/x:9  n1  Shutdown  Rejected 3 seconds ago  "No such image: acme/x:9"',
		rank: 41,
	},
	{
		pattern: /\bimage (?<reference>[^\s"]{1,300}) could not be accessed on a registry to record its digest/,
		example: 'image acme/app:1 could not be accessed on a registry to record its digest. Each node will access acme/app:1 independently',
		rank: 40,
	},
	{
		pattern: /must have permission to read the image, (?<reference>[^\s,"]{1,300}?)\. /,
		example: 'Google Cloud Run Service Agent must have permission to read the image, europe-docker.pkg.dev/p/r/app:1. Ensure that the provided container image URL is correct',
		rank: 41,
	},
	{
		pattern: /\bStatus 40[13] trying to pull repository (?<reference>[^\s:"]{1,300})/,
		example: 'Error: Status 403 trying to pull repository acme/app: "Unable to access the repository: acme/app; please verify that it exists and you have permission to access it."',
		rank: 41,
	},
	{
		pattern: /(?:^Error response from (?:daemon|registry): |reading manifest [^\s]{1,140} in \S{1,300}: )unknown: (?:Forbidden|Unauthorized|Bad credentials|Authentication is required)/,
		example: 'Error response from daemon: unknown: Bad credentials',
		rank: 39,
	},
	{
		pattern: /\b(?:GET|HEAD) "?https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^\s"]{1,300}\/manifests\/[^\s"]{1,140}: (?:DENIED|UNAUTHORIZED|: (?:Forbidden|Unauthorized|Bad credentials))/,
		example: 'Error: GET https://registry.example/v2/acme/app/manifests/1: DENIED: Namespace acme has been disabled.',
		rank: 39,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
