import { withoutEscapes } from './normaliseLine.ts';

/**
 * A cheap look at a raw line before anything else is done with it: most lines of a build log have none of these texts.
 * Every symptom's example has one; the tests hold that.
 */
const texts: readonly string[] = [
	// Names
	'invalid reference', 'InvalidImageName', 'object required', 'dummy:', 'invalid repository', 'parse image', 'must be lower', 'must be canonical', 'checksum digest', 'digest algorithm',
	'not be blank', 'DefaultArgInFrom', 'UndefinedArg', 'no FROM', 'blank string', 'missing a value', 'short name', 'short-name', 'transport', 'unknown flag', 'not supported.', 'both a tag', 'image reference', 'parse reference', "See '", "Run '", 'Usage:', 'push refers to', 'image type', 'unknown format',
	// Logins
	'redential', 'config.json', 'auth.json', 'configuration file', 'Red Hat', 'redhat.io', 'xpired', 'scopes', 'uthoriz', 'UTHORIZ', 'uthenticat', 'is not allowed', 'not be accessed', 'permission to read', 'requested access', 'not accessible', 'Quota has', 'read-only', 'No such image', 'have access to',
	'username', 'invalid_token', 'HTTP Basic', 'oauth token', 'malformed', 'bearer token', 'anonymous token', 'basic auth', 'insufficient_scope', 'denied', 'Import failed', 'permission or', 'forbidden', 'Forbidden',
	// Transport
	'HTTPS client', 'HTTPS server', 'TLS handshake', 'RX_RECORD', 'wrong version', 'EOF', 'x509', 'CERT', 'self-signed', 'self signed', 'SELF_SIGNED', 'VERIFY', 'issuer cert',
	'lookup ', 'to do request', 'getaddrinfo', 'resolve host', 'refused', 'connectex', 'no route', 'remote error: tls', 'GOAWAY', 'stream error', 'broken pipe', 'closed network', 'unreachable', 'connection reset', 'proxyconnect', 'is blocked in', 'Proxy Auth', 'ECONNREFUSED', 'ETIMEDOUT', 'timeout', 'Timeout', 'timed out', 'deadline exceeded', 'while waiting', 'no progress', 'context canceled', 'DeadlineExceeded', 'wsarecv', 'wsasend', 'waiting to start',
	// Answers
	'invalid character', 'token response', 'tatusCode', 'page not found', 'appear to be', 'not support v2', 'pinging', 'oomanyrequests', 'TOOMANYREQUESTS', 'rate limit', ' 429', 'ate exceeded',
	'status code', 'unexpected', 'parsing HTTP', 'Uploading ', 'nsupported', 'UNSUPPORTED', 'DENIED', ' invalid', '_INVALID', ': UNKNOWN', 'include a token', 'protocol scheme', 'Bad Request', 'many requests', ': Not Found', 'Server Error', 'Internal Server', 'Bad Gateway', 'Service Unavailable', 'Gateway Time', 'is unavailable',
	// Push
	'is not one of', 'match schema', 'in-toto', 'lob unknown', 'unknown blob', 'BLOB_UNKNOWN', ' request to ', 'imagestream', 'PullSecret', 'pull secrets', 'repository with name', 'mmutab', 'IMMUTAB', 'AlreadyExists',
	'413', '415', 'EXPIRED', 'time machine', 'source image', 'must support', 'must use', 'schema version', 'failed commit', 'Uploading manifest', 'anifest invalid', 'MANIFEST_', 'ailed to push', 'pushing layers', ': digest: ', ': Push', ': Preparing', ': Layer already', ': Mounted from', 'ushing image', 'status 40', 'at destination', 'action: push', 'access denied',
	// Builders
	'docker driver', 'exporter', 'No output', 'oci-mediatype', 'be used with', 'OCI image format', 'provenance',
	// Formats
	'manifest media type', 'manifest format', 'manifest list', 'storage resource', 'configured policy', 'by policy', 'POLICYVIOLATION', 'only contain', 'accept header', 'signature key', 'ediaType', 'prettyjws', 'ormat v1', 'no signatures', 'schema 1', 'schema1', 'Content-Type', 'unknown type', 'manifest type',
	'matching manifest', 'for platform', 'no image found', 'was found but', 'specified platform', 'such platform', 'on this platform', 'incompatible with a', 'host operating system', 'with platform', 'BaseImagePlatform', 'stream processor', 'host platform', 'expected platform', 'exec format', 'Exec format', 'descriptor matching', 'media type', 'artifact', 'rootfs', 'when fetching',
	'reuse blob', 'no response', 'trying to p', 'trying to f', 'may not support', 'be pulled', 'invalid tag', 'tar header', 'compression', 'magic number', '+zstd', 'decrypt', 'commit digest', 'diff id', 'match image', 'match expected', 'sha256 checksum', 'config for manifest', 'diffID', 'uploading layer', 'igest did not', 'LLB def',  'size of zero', 'exited with', 'process feature', 'size validation', 'Digest did not', 'requested digest', 'verification failed', 'fetching blob', 'content descriptor', 'httpReadSeeker', 'too large', 'Too Large', 'size limit', 'TOO_LARGE',
	// Existence
	'not found', 'NOT_FOUND', 'unknown', 'NAME_UNKNOWN', 'not known to', 'unable to find', 'unable to locate', 'does not exist', 'such manifest', 'Back-off', 'ImagePull', 'ImageNeverPull', 'Failed to pull', 'with status: ', 'not be processed', 'pull policy', 'image metadata',
];

const words = new RegExp(texts.map(text => text.replace(/[+.]/g, '\\$&')).join('|'));

/** May this line match any symptom at all? */
export function mayMatter(line: string): boolean {
	return words.test(withoutEscapes(line));
}
