import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which requests a fault is for; all given parts must hold. */
export interface FaultMatch {
	readonly method?: string;
	/** Tried against path and query. */
	readonly path?: RegExp;
	/** With (true) or without (false) an Authorization header. */
	readonly authorized?: boolean;
}

/** What goes wrong. `answer` writes just what is given. */
export type Fault =
	| { readonly type: 'reset' }
	| { readonly type: 'hang' }
	/** Announces more bytes than it sends, then cuts the connection. */
	| { readonly type: 'truncate' }
	/** One byte every `everyMs`. */
	| { readonly type: 'drip'; readonly everyMs: number }
	| { readonly type: 'endless'; readonly contentType?: string }
	| { readonly type: 'gzip-bomb' }
	| { readonly type: 'garbage' }
	/** A valid HTTP answer whose text is no HTTP at all. */
	| { readonly type: 'not-http' }
	| { readonly type: 'redirect-loop' }
	| { readonly type: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string | string[]>>; readonly body?: string | Buffer };

interface Stage {
	readonly url: URL;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly origin: string;
	readonly timers: Set<NodeJS.Timeout>;
}

/** Plays the fault; true when the request is dealt with. */
export function playFault(fault: Fault, stage: Stage): boolean {
	const { response, request } = stage;
	const head = request.method === 'HEAD';
	switch (fault.type) {
		case 'hang': return true;
		case 'reset': request.socket.resetAndDestroy(); return true;
		case 'not-http': request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'); return true;
		case 'truncate':
			response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json', 'content-length': '4096' });
			response.write('{"schemaVersion":2,');
			setImmediate(() => { request.socket.destroy(); });
			return true;
		case 'drip': {
			response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' });
			const timer = setInterval(() => { response.write(' '); }, fault.everyMs);
			stage.timers.add(timer);
			response.once('close', () => { clearInterval(timer); stage.timers.delete(timer); });
			return true;
		}
		case 'endless': {
			response.writeHead(200, { 'content-type': fault.contentType ?? 'application/vnd.oci.image.manifest.v1+json' });
			const chunk = Buffer.alloc(65536, 0x20);
			const more = (): void => { while (!response.destroyed && response.write(chunk)); };
			response.on('drain', more);
			if (head) { response.end(); } else { more(); }
			return true;
		}
		case 'gzip-bomb': {
			const body = gzipSync(Buffer.alloc(16 * 1024 * 1024, 0x20), { level: 1 });
			response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json', 'content-encoding': 'gzip', 'content-length': String(body.length) });
			response.end(head ? undefined : body);
			return true;
		}
		case 'garbage':
			response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' });
			response.end(head ? undefined : Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x80, 0x81]));
			return true;
		case 'redirect-loop':
			response.writeHead(307, { location: `${stage.origin}${stage.url.pathname}?again=${Number(stage.url.searchParams.get('again') ?? 0) + 1}` });
			response.end();
			return true;
		case 'answer':
			response.writeHead(fault.status, { ...fault.headers });
			response.end(head ? undefined : fault.body);
			return true;
	}
}
