import { headerOf, type HttpOutcome } from './httpAnswer.ts';
import type { HttpRequest } from './exchange.ts';
import { isPrivateName } from './privateAddress.ts';

const maximumRedirects = 5;

/**
 * Follows redirects by hand: credentials stay with the origin they were given for, a public host cannot send us
 * to a private address, and TLS is never given up on the way.
 */
export async function follow(request: HttpRequest, send: (request: HttpRequest) => Promise<HttpOutcome>): Promise<HttpOutcome> {
	let current = request;
	for (let hops = 0; ; hops++) {
		const outcome = await send(current);
		if (!outcome.answer || !redirects.has(outcome.answer.status)) { return outcome; }
		const location = headerOf(outcome.answer, 'location');
		const target = location === undefined ? undefined : parse(location, current.url);
		if (!target) { return outcome; }
		const { status } = outcome.answer;
		if (hops === maximumRedirects) { return broken('redirect-loop', `more than ${maximumRedirects} redirects`, status); }
		const refusal = refused(current.url, target);
		if (refusal !== undefined) { return broken('redirect-refused', refusal, status); }
		const asGet = status === 303 && current.method === 'POST';
		current = {
			...current, url: target,
			headers: target.origin === current.url.origin ? current.headers : withoutCredentials(current.headers),
			...(asGet ? { method: 'GET' as const, body: '' } : {}),
		};
		if (current.method === 'POST' && target.origin !== request.url.origin) {
			return broken('redirect-refused', 'a form with a token was to go to another host', status);
		}
	}
}

const redirects = new Set([301, 302, 303, 307, 308]);

/** Headers without everything that may let somebody in. */
export function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(authorization|cookie|proxy-authorization)$/i.test(name)));
}

function parse(location: string, base: URL): URL | undefined {
	try {
		const url = new URL(location, base);
		url.username = '';
		url.password = '';
		return url;
	} catch {
		return undefined;
	}
}

function refused(from: URL, to: URL): string | undefined {
	if (to.protocol !== 'https:' && to.protocol !== 'http:') { return `redirect to ${to.protocol}`; }
	if (isPrivateName(to.hostname) && !isPrivateName(from.hostname)) { return `redirect from ${from.hostname} to the private address ${to.hostname}`; }
	if (from.protocol === 'https:' && to.protocol === 'http:') { return `redirect from https to http at ${to.host}`; }
	return undefined;
}

function broken(detail: 'redirect-loop' | 'redirect-refused', message: string, status: number): HttpOutcome {
	return { failure: { kind: 'broken', detail, message, status } };
}
