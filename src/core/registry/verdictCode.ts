import type { Verdict } from '../model/index.ts';

/** The code of the diagnosis that a verdict stands for; `undefined` when the image exists or this program asked nobody. */
export function verdictCode(verdict: Verdict): string | undefined {
	switch (verdict.verdict) {
		case 'exists': return undefined;
		case 'not-asked': return verdict.reason === 'blocked' ? 'registry-blocked' : undefined;
		case 'tag-missing': return verdict.expired ? 'tag-expired' : 'tag-not-found';
		case 'digest-missing': return 'digest-not-found';
		case 'repository-missing': return 'repository-not-found';
		case 'missing-or-private': return 'repository-missing-or-private';
		case 'login-needed': return 'image-private-no-credentials';
		case 'login-rejected': return verdict.expired ? 'credentials-expired' : 'credentials-rejected';
		case 'not-allowed': return 'credentials-insufficient-scope';
		case 'rate-limited': return 'rate-limit-reached';
		// A server that fails is out of order; any other status is one that nobody can read.
		case 'unavailable': return verdict.status >= 500 ? 'registry-unavailable' : 'registry-unexpected-status';
		case 'unreachable': return unreachableCodes[verdict.cause];
		case 'not-a-registry': return 'registry-not-v2';
		case 'broken-answer': return brokenCodes[verdict.detail];
		case 'helper-missing': return 'credential-helper-missing';
		case 'helper-failed': return 'credential-helper-failed';
	}
}

const unreachableCodes = {
	'dns': 'registry-dns-failure',
	'refused': 'registry-connection-refused',
	'timeout': 'registry-timeout',
	'reset': 'registry-unavailable',
	'network': 'registry-unavailable',
	'tls-untrusted': 'tls-untrusted',
	'tls-expired': 'tls-expired',
	'tls-name': 'tls-name-mismatch',
	'tls-other': 'tls-untrusted',
	'http-not-https': 'http-registry-https-client',
	'https-not-http': 'https-registry-http-client',
	'proxy': 'proxy-required',
} as const;

const brokenCodes = {
	'html': 'registry-returned-html',
	'digest-mismatch': 'digest-mismatch',
	'content-type': 'registry-unexpected-status',
	'garbage': 'registry-unexpected-status',
	'too-large': 'manifest-too-large',
	'redirect-loop': 'registry-unexpected-status',
	'redirect-refused': 'registry-unexpected-status',
	'truncated': 'registry-unavailable',
} as const;
