import { anyOf } from '../util/anyOf.ts';
import { isOfOthers } from './isOfOthers.ts';

/** What registries and container tools call things. */
const registryWords = anyOf(
	/(?<!\b(?:schema|service|model|windows|plugin|package|provider|component|type|module|gem|cargo|npm|artifact|lookup) )(?<![\w.\/@=-])registry\b(?! (?:key|editor)|[\w.\/=-]|:\d)/i,
	/\blookup registry\./i,
	/\bmanifests?\b(?!\.(?:json|xml|webmanifest|mf|js|ya?ml))/i,
	/\/v1\/_ping\b|\/v2\/(?:["\s?:]|$|_catalog|auth\b|token\b|[^\s"]{1,255}\/(?:manifests|blobs|tags|referrers)\/)/i,
	/\bscope=repository\b|docker:\/\//i,
	/\b(?:docker|podman|buildah|skopeo|buildx|buildkit|containerd|kubelet|nerdctl|ctr|crictl|cri-o|quay|ghcr|gcr|azurecr|ecr)\b/i,
	/\b(?:failed|unable|error) to (?:push|pull|resolve source|resolve reference|resolve image|solve: (?!process)|authorize|fetch (?:oauth|anonymous))/i,
	/Error response from (?:daemon|registry)\b|LLB definition: (?:failed to do request|invalid character)/i,
	/\bImagePull|\bCannotPullContainer|\bhttpReadSeeker\b|\b(?:container|docker|base|build) image\b|\bimage "/i,
	/\bupload (?:blob|manifest), ref\b|\breuse blob\b|\bwriting blob|failed commit on ref|uploading layer|Pulling from|The push refers to/i,
);

/** Package managers, source hosts and databases speak of registries, tokens and refused connections too. Nothing here is a usual part of an image's name. */
const otherWorlds = anyOf(
	// Package managers
	/\bnpm (?:ERR!|error|warn|WARN|notice)|registry\.npm|npmjs|yarnpkg|\bpnpm:|ERR_PNPM/i,
	/\bpypi\b|files\.pythonhosted|\bpip(?:3|x)?[ :]|rubygems|packagist|nuget\.org|\bhomebrew\b/i,
	/crates[.-]io|crates\.example|cargo registry|goproxy|proxy\.golang|\bgo: /i,
	/repo\.maven|maven2|gradle\.org|registry\.terraform\.io|\bhelm repo\b/i,
	/\bapt(?:-get)?:|^(?:Err|Get|Ign|Hit):\d/i,
	// Source hosts
	/\bgit@|^(?:fatal: (?!\[)|remote: )|hub\.com[:/]\S+\.git\b|\.git['/]|publickey/i,
	// Databases and queues
	/postgres(?:ql)?:\/\/|mysql:\/\/|rediss?:\/\/|mongodb(?:\+srv)?:\/\/|amqps?:\/\/|jdbc:|psycopg|SQLSTATE|:(?:5432|3306|6379|27017|9092|5672|9200)\b/i,
	// Other services of clouds
	/\bwhen calling the (?!GetAuthorizationToken)\w{1,60} operation\b/,
	// Daemons, probes and other services that answer by HTTP
	/\b(?:podman|docker) (?:socket|daemon)\b|\/libpod\/|\/v1\.\d\d\/(?:containers|_ping|info|version|networks|volumes)\b/i,
	/liveness probe|readiness probe|startup probe|Unable to connect to the server|Kubernetes cluster unreachable|server API group list|not a valid chart repository|Could not fetch URL|http: TLS handshake error from/i,
	/\b(?:Get|Head|Post|Put|Patch) "https?:\/\/[^\/\s"]{1,255}\/(?:healthz|readyz|livez|metrics|apis?[\/?]|openapi|version")/i,
	/\/\/api[.-][\w-]{1,60}\.[^\s\/"]{1,200}\/v2\/"|\bcurl: \(\d|\[emerg\]|\[(?:crit|warn)\] \d+#|^(?:depth=\d|verify error:num|Verify return code: )/i,
	// Tests, compilers and stacks
	/^\s*[✓✔✗×✕] |\bpassing\b|\bassert(?:ion)?[A-Z(]|AssertionError|\bTS\d{4}:/i,
	/^\s*(?:Expected|Received|Actual)\b[^:\n]{0,20}:|^\s*[-+] (?:Expected|Received)/i,
	/^\s*at [\w.$<>/]{1,200}\(/i,
);

/** Names of other programs that are names of images as well: they count where they are not part of an image's name. */
const programs = /(?<!\bimage ["']?)\b(?:npm|yarn|pnpm|pip|cargo|maven|mvn|gradle|terraform|postgres(?:ql)?|mysqld?|mariadb|redis|mongod?|kafka|rabbitmq|elasticsearch|git|nuget|webpack|vite|eslint|jest|pytest)\b(?!\.[\w-]+\.\w)/i;

/** What only a container tool or a registry's address says. */
const unmistakable = /Error response from daemon|docker:\/\/|\/v2\/[^\s"]{0,255}\/(?:manifests|blobs|tags)\/|\/v2\/"|\bfailed to (?:solve: (?!process)|resolve (?:source|reference)|push \S+[:/])|Failed to pull image|pull access denied|manifest for \S|initializing source|pulling image|failed to pull/i;

/** A line that says what the next ones are about. */
const begun = anyOf(
	/docker:\/\/|Pulling from|The push refers to|Trying to pull|Getting image source|\bload metadata for|resolve image config/i,
	/\bpushing (?:layers|manifest|image)(?![^\n]{0,300}: [a-z])|\bpull(?:ing)? image|Failed to pull|failed to (?:(?:push|pull)(?: (?:and unpack )?image\b| "?[\w.-]{1,253}[.:\/]\S{0,300}[:@\/]\S|:|$)|solve: (?!process|dockerfile|failed to (?:compute|read|process))|resolve (?:source|reference))/i,
	/^(?:\$|\+) ?(?:sudo )?(?:docker(?: image)? (?:pull|push|login|manifest)|podman (?:pull|push|login)|skopeo|buildah (?:pull|push))\b/i,
);

/** What was begun went well; the next lines speak of something else. */
const done = /(?:^|\s)(?:Status: (?:Downloaded newer image|Image is up to date)|Digest: sha\d{3}:|[Ww]riting manifest to image destination|Login Succeeded|Successfully (?:tagged|pulled|built)|[\w.-]{1,128}: digest: sha\d{3}:|Storing signatures|Pushed \S{1,300}@sha)|\bDONE \d/;

/** Is this line, with the two before it, about a container registry? Generic texts count only then. */
export function isRegistryContext(line: string, before: readonly string[]): boolean {
	if (isOtherWorld(line)) { return false; }
	return registryWords.test(line)
		|| before.slice(before.findLastIndex(earlier => done.test(earlier)) + 1).some(isBeginOfRegistryWork);
}

/** Does this line tell that the lines around it are about an image at a registry? */
export function isBeginOfRegistryWork(line: string): boolean {
	return begun.test(line) && !otherWorlds.test(line) && !isOfOthers(line);
}

/** Lines of package managers, databases and test reports are never explained by generic texts. */
export function isOtherWorld(line: string): boolean {
	if (otherWorlds.test(line)) {
		return !/Error response from daemon|docker:\/\/|\/v2\/"/.test(line)
			|| /npmjs|registry\.npm|\bnpm ERR|\/\/api[.-][\w-]{1,60}\.|\/v1\.\d\d\/(?:containers|_ping|info|version|networks|volumes)\b/.test(line);
	}
	return !unmistakable.test(line) && programs.test(line.replace(imageName, ' '));
}

/** A path of several parts, or a name with a tag. */
const imageName = /(?:[a-z0-9][\w.-]{0,252}(?::\d{1,5})?\/)[\w./-]{1,255}(?:[:@][\w.:-]{1,160})?|[a-z0-9][\w-]{0,127}:[\w][\w.-]{0,127}/g;
