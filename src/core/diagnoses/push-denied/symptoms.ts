import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry does not let this login push there.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:unexpected status from (?:PUT|POST|PATCH) request to https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{0,400}|failed commit on ref "[^\s"]{2,300}": unexpected status): 40[13]/,
		example: 'ERROR: failed commit on ref "index-sha256:adb5": unexpected status from PUT request to https://ghcr.io/v2/t/m/manifests/master: 403 Forbidden',
		rank: 58,
	},
	{
		pattern: /push access denied/,
		example: 'ERROR: failed to push docker.io/acme/app:1: push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
		rank: 58,
	},
	{
		pattern: /initiating layer upload to (?<repository>\S{1,300}) in (?<host>\S{1,255}): (?:denied|unauthorized|requested access|authentication required|StatusCode: 40[13])/,
		example: 'Error: writing blob: initiating layer upload to /v2/acme/app/blobs/uploads/ in registry.example: denied: requested access to the resource is denied',
		rank: 58,
	},
	{
		pattern: /(?:The push refers to|[Ff]ailed to push)[^\n]{1,600}token provided does not match expected scopes/,
		example: 'The push refers to repository [ghcr.io/acme/app] denied: permission_denied: The token provided does not match expected scopes.',
		rank: 85,
	},
	{
		pattern: /permission_denied: (?:write_package|create_package)|installation not allowed to (?:Create|Write) organization package/,
		example: 'denied: permission_denied: write_package',
		rank: 58,
	},
	{
		pattern: /action: push|\bAction:push Class|unauthorized to access repository: (?<repository>[^,\s]{1,255}), action: push/,
		example: 'unauthorized: unauthorized to access repository: library/app, action: push: unauthorized to access repository: library/app, action: push',
		rank: 57,
	},
	{
		pattern: /is not authorized to perform: ecr:(?:InitiateLayerUpload|PutImage|UploadLayerPart|CompleteLayerUpload)/,
		example: 'denied: User: arn:aws:iam::1:user/ci is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:eu-west-1:1:repository/app',
		rank: 57,
	},
	{
		pattern: /Permission "?'?artifactregistry\.repositories\.uploadArtifacts"?'? denied/,
		example: 'denied: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "projects/p/locations/l/repositories/r" (or it may not exist)',
		rank: 57,
	},
	{
		pattern: /^(?:ERROR: |error: |errors?: )?denied: requested access to the resource is denied/,
		example: 'denied: requested access to the resource is denied',
		rank: 55,
	},
	{
		pattern: /\b(?:POST|PUT|PATCH) https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{0,400}: (?:UNAUTHORIZED|DENIED|unexpected status code 40[13])/,
		example: 'error checking push permissions: checking push permission for "docker.io/acme/app:1": POST https://index.docker.io/v2/acme/app/blobs/uploads/: UNAUTHORIZED: authentication required',
		rank: 58,
	},
	{
		pattern: /"?(?:POST|PUT|PATCH)"? "https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^"]{0,400}": response status code 40[13]/,
		example: 'Error: failed to push: POST "https://quay.io/v2/acme/x/blobs/uploads/": response status code 401: unauthorized: access to the requested resource is not authorized',
		rank: 58,
	},
	{
		// Whatever the tool was doing to push, and in whatever words the registry refused.
		pattern: /(?:(?:[Pp]ushing|\b(?:[Ff]ailed|[Uu]nable|not) to push|\b(?:could not|cannot) push|\bto push(?= image)) (?:image |to (?:destination )?)?["']?(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}(?::\d{1,5}|\.[\w-]{1,63})\/|localhost\/|[\w.\/-]{1,200}:\w[\w.-]{0,127}["']?:? )|[Ff]ailed to push image(?=: (?:errors: |ERROR: |Error response from registry: )?(?:unauth|denied|authentication|authorization status|requested|server message|error parsing HTTP 40[13]))|checking push permissions?\b|push check\b|[Ii]nitiating layer upload|[Tt]rying to reuse blob|(?<!local )[Ww]riting blob|[Uu]ploading manifest|[Ff]ailed to upload (?:blob|manifest)|\bon destination: )[^\n]{0,1500}?(?:\b(?:[Uu]nauthorized|UNAUTHORIZED|(?<!permission )denied|DENIED|Forbidden|insufficient_scope)\b|authentication required|requested access to the resource|\b(?:[Ss]tatus ?(?:[Cc]ode)?:?|HTTP) 40[13]\b)/,
		example: 'error pushing image: failed to push to destination index.docker.io/acme/app:1: unsupported status code 401; body: ',
		rank: 57,
		gate: 'registry',
	},
	{
		pattern: /The push refers to (?:a )?repository \[(?<reference>[^\]\s]{1,300})\][^\n]{0,2000}(?:\b(?:denied|unauthorized)(?:: |$)|HTTP 40[13] response body|no basic auth credentials)/,
		example: 'The push refers to repository [docker.io/acme/app] 5f70bf18a086: Preparing denied: requested access to the resource is denied',
		rank: 56,
	},
	{
		pattern: /\badding [\d.]{1,20} \wi?B of storage resource, which when updated to current usage/,
		example: 'denied: adding 120.4 MiB of storage resource, which when updated to current usage of 10.0 GiB will exceed the configured upper limit of 10.0 GiB.',
		rank: 59,
		explanation: 'The project\'s storage quota is used up.',
	},
	{
		pattern: /[Uu]nauthenticated requests do not have permission "?'?artifactregistry\.repositories\.uploadArtifacts/,
		example: 'denied: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "projects/p/locations/us/repositories/r" (or it may not exist)',
		rank: 59,
	},
	{
		pattern: /Quota has been exceeded on namespace/,
		example: 'denied: Quota has been exceeded on namespace',
		rank: 59,
		explanation: 'The project\'s storage quota is used up.',
	},
	{
		pattern: /System is currently read-only\. Pulls will succeed/,
		example: 'denied: System is currently read-only. Pulls will succeed but all write operations are currently suspended.',
		rank: 59,
		explanation: 'The registry is read-only at the moment: pulls work, pushes do not.',
	},
	{
		pattern: /(?:[Ff]ailed to push|[Pp]ushing|\b(?:POST|PUT|PATCH)\b)[^\n]{0,800}[Tt]he token provided does not match expected scopes/,
		example: 'ERROR: failed to push ghcr.io/acme/app:1: denied: permission_denied: The token provided does not match expected scopes.',
		rank: 85,
		explanation: 'The token that was used may read packages, but not write them.',
	},
	{
		pattern: /[?&]scope=repository(?:%3A|:)[^\s&:]{1,300}(?:%3A|:)(?:pull(?:%2C|,))?push\b[^\s]{0,300}: [^\n]{0,100}?\b(?:DENIED|UNAUTHORIZED|40[13])\b/i,
		example: 'Error: accessing image: GET https://ghcr.io/token?scope=repository%3Aacme%2Fapp%3Apush%2Cpull&service=ghcr.io: DENIED: denied',
		rank: 58,
	},
	{
		pattern: /denied: Token exchange failed for project '[^'\n]{1,100}'/,
		example: 'denied: Token exchange failed for project \'acme\'. Caller does not have permission \'storage.buckets.get\'. To configure permissions, follow instructions at: https://cloud.google.com/container-registry/docs/access-control',
		rank: 57,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
