import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The tag of {reference} does not exist.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /manifest for (?<reference>[^\s@]{1,300}) not found(?:: manifest unknown)?/,
		example: 'Error response from daemon: manifest for node:20-alpin not found: manifest unknown: manifest unknown',
		rank: 48,
	},
	{
		pattern: /reading manifest (?<tag>[\w][\w.-]{0,127}) in (?<repository>\S{1,300}): (?:errors:\s*)?(?:manifest unknown|not found|MANIFEST_UNKNOWN|unknown: Not Found$)/,
		example: 'Error: initializing source docker://quay.io/acme/app:1: reading manifest 1 in quay.io/acme/app: manifest unknown: manifest unknown',
		rank: 48,
	},
	{
		pattern: /failed to resolve (?:reference|source metadata for) "?(?<reference>[^\s"]{1,300}?)"?: (?:[^\s]{1,300}: )?not found/,
		example: 'failed to pull and unpack image "docker.io/library/node:20-alpin": failed to resolve reference "docker.io/library/node:20-alpin": docker.io/library/node:20-alpin: not found',
		rank: 47,
	},
	{
		pattern: /(?:failed to solve|LLB definition|rpc error[^\n]{0,60}desc =|ERROR(?: \[[^\]]{0,120}\])?(?: load metadata for)?)[^\n]{0,300}?[\s:](?<reference>[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)*:[\w][\w.-]{0,127}): not found$/,
		example: 'failed to solve with frontend dockerfile.v0: failed to create LLB definition: registry.example/e/app:1: not found',
		rank: 46,
	},
	{
		pattern: /(?:^|: )no such manifest: (?<reference>\S{1,300})/,
		example: 'no such manifest: docker.io/library/node:20-alpin',
		rank: 46,
	},
	{
		pattern: /manifest tagged by "(?<tag>[^"]{1,128})" is not found|artifact (?<reference>[\w.-]{1,128}[\/:@]\S{1,300}) not found/,
		example: 'unknown: artifact acme/app:1.0 not found',
		rank: 46,
	},
	{
		pattern: /(?:^|[:=] )manifest unknown(?:: |\.?$)|\bMANIFEST_UNKNOWN\b|^Error response from daemon: unknown: Not Found$|\/manifests\/[^\s"]{1,140}: : Not Found$/,
		example: 'Error response from daemon: manifest unknown: manifest unknown',
		rank: 45,
	},
	{
		pattern: /[Tt]ag (?<tag>[\w][\w.-]{0,127}) (?:does not exist|not found) in (?:repository|registry)|unable to find (?:tag|image) "?(?<reference>[^\s"]{1,300})"? in (?:the )?(?:repository|registry)/,
		example: 'tag 1.0 does not exist in repository acme/app',
		rank: 45,
	},
	{
		pattern: /failed to (?:fetch|resolve|get|copy|find|pull)[^\n"]{0,60}"(?<reference>[^"\s]{1,300}:[^"\s\/]{1,128})": [^\s]{1,300}: not found/,
		example: 'Error: failed to fetch the content of "localhost:5000/hello:v9": localhost:5000/hello:v9: not found',
		rank: 46,
	},
	{
		pattern: /Import failed \(NotFound\): [\w.]{1,60} "(?<reference>[^"]{1,300})" not found/,
		example: '! error: Import failed (NotFound): dockerimage.image.openshift.io "docker.io/library/nginx:1.99" not found',
		rank: 46,
	},
	{
		pattern: /(?:[\s:](?=[\w-]{1,63}\.)|: (?=localhost[:/]))(?<reference>(?:localhost|[a-z0-9][\w-]*(?:\.[\w-]+)+)(?::\d+)?(?:\/[\w.-]+)+:[\w][\w.-]{0,127}): not found(?=\s*(?:$|["'`:;)\]}.\d]|\\|\[))/,
		example: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/nginx:1.99: docker.io/library/nginx:1.99: not found',
		rank: 44,
	},
	{
		pattern: /\/v2\/[^\s"]{1,255}\/manifests\/(?<tag>[\w][\w.-]{0,127})"?: (?:response status code |unexpected status code )?404\b/,
		example: 'Error: failed to resolve digest: HEAD "https://quay.io/v2/acme/app/manifests/7": response status code 404: Not Found',
		rank: 46,
	},
	{
		pattern: /status code \[manifests (?<tag>[\w][\w.-]{0,127})\]: 404\b/,
		example: 'failed to resolve reference "registry.example.com/a/b:1": unexpected status code [manifests 1]: 404 Not Found',
		rank: 46,
	},
	{
		pattern: /\bimage '(?<reference>[\w.-]{1,253}\.[\w.-]{1,60}\/[^'\s]{1,255})' (?:not found|does not exist on the daemon: not found)/,
		example: 'ERROR: failed to build: failed to fetch builder image \'index.docker.io/acme/bilder:base\': image \'index.docker.io/acme/bilder:base\' does not exist on the daemon: not found',
		rank: 45,
	},
	{
		pattern: /\bImage '(?<reference>[\w.-]{1,253}\.[\w.-]{1,60}\/[^'\s]{1,255})' not found/,
		example: 'ERROR: (gcloud.run.deploy) Image \'europe-north1-docker.pkg.dev/p/r/x:9\' not found.',
		rank: 45,
	},
	{
		pattern: /unable to (?:read|retrieve source|retrieve) image (?<reference>[^\s]{1,300}?):? (?:image does not exist|manifest unknown)/,
		example: 'error: unable to read image quay.io/acme/app:9: image does not exist',
		rank: 45,
	},
];
