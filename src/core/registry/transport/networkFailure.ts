import type { UnreachableCause } from '../../model/index.ts';
import type { HttpFailure } from './httpAnswer.ts';

/** Sorts an error of Node or undici; `proxied` when a proxy stood in between. */
export function networkFailure(error: unknown, proxied: boolean): HttpFailure {
	const { code, message } = deepest(error);
	if (/^HPE_/.test(code) || (error instanceof Error && error.name === 'HTTPParserError')) { return { kind: 'not-http', message }; }
	if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') { return { kind: 'broken', detail: 'truncated', message }; }
	if (code === 'UND_ERR_HEADERS_OVERFLOW') { return { kind: 'broken', detail: 'garbage', message }; }
	const cause = causes[code] ?? tlsCause(code) ?? 'network';
	// The greeting of TLS goes through the tunnel that the proxy has opened: the host behind it hung up.
	if (cause === 'reset' && /before secure TLS connection/.test(message)) { return { kind: 'unreachable', cause, message }; }
	// What is about TLS was said behind the proxy.
	const throughProxy = proxied && !cause.startsWith('tls-') && !['timeout', 'http-not-https', 'https-not-http'].includes(cause);
	return { kind: 'unreachable', cause: throughProxy ? 'proxy' : cause, message: message === '' ? code : message };
}

const causes: Readonly<Record<string, UnreachableCause>> = {
	ENOTFOUND: 'dns', EAI_AGAIN: 'dns', EAI_NODATA: 'dns', EAI_NONAME: 'dns', EAI_FAIL: 'dns',
	ECONNREFUSED: 'refused',
	ETIMEDOUT: 'timeout', UND_ERR_CONNECT_TIMEOUT: 'timeout', UND_ERR_HEADERS_TIMEOUT: 'timeout', UND_ERR_BODY_TIMEOUT: 'timeout',
	ECONNRESET: 'reset', EPIPE: 'reset', UND_ERR_SOCKET: 'reset',
	EHOSTUNREACH: 'network', ENETUNREACH: 'network', ENETDOWN: 'network', EADDRNOTAVAIL: 'network',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted', SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
	UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted', CERT_UNTRUSTED: 'tls-untrusted',
	CERT_HAS_EXPIRED: 'tls-expired', CERT_NOT_YET_VALID: 'tls-expired',
	ERR_TLS_CERT_ALTNAME_INVALID: 'tls-name', HOSTNAME_MISMATCH: 'tls-name',
	// A server that answers a TLS greeting with plain text speaks http.
	ERR_SSL_WRONG_VERSION_NUMBER: 'http-not-https', ERR_SSL_PACKET_LENGTH_TOO_LONG: 'http-not-https', ERR_SSL_HTTP_REQUEST: 'https-not-http',
	EPROTO: 'tls-other',
};

function tlsCause(code: string): UnreachableCause | undefined {
	return /^ERR_(SSL|TLS|OSSL)_|^CERT_|^CRL_/.test(code) ? 'tls-other' : undefined;
}

interface Named { readonly code: string; readonly message: string }

/** Happy eyeballs and undici wrap the error that matters. */
function deepest(error: unknown): Named {
	let current: unknown = error;
	let found: Named = { code: '', message: '' };
	for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
		const { code } = current as { code?: unknown };
		if (typeof code === 'string' && (causes[code] !== undefined || found.code === '')) { found = { code, message: current.message }; }
		if (found.code === '') { found = { code: '', message: current.message }; }
		const inner: unknown = current instanceof AggregateError ? current.errors[0] : current.cause;
		current = inner;
	}
	return found;
}
