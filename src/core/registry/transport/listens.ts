import { connect } from 'node:net';

/** Does something accept connections at this loopback address (`localhost:5000`)? `undefined` for any other host, or when it cannot be told in time. */
export function listens(host: string, signal?: AbortSignal): Promise<boolean | undefined> {
	const parts = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::(\d{1,5}))?$/i.exec(host);
	if (!parts) { return Promise.resolve(undefined); }
	return new Promise(resolve => {
		const socket = connect({ host: parts[1]!.replace(/[[\]]/g, ''), port: Number(parts[2] ?? 80), ...signal && { signal } });
		const end = (answer: boolean | undefined): void => { socket.destroy(); resolve(answer); };
		socket.setTimeout(1000, () => end(undefined));
		socket.once('connect', () => end(true));
		socket.once('error', () => end(signal?.aborted ? undefined : false));
	});
}
