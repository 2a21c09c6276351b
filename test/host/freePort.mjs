import { createServer } from 'node:net';

/**
 * A port of the loopback address that nobody listens on at this moment.
 *
 * @param {number} [preferred] taken when it is free
 * @returns {Promise<number>}
 */
export async function freePort(preferred = 0) {
	return await tryPort(preferred) ?? await tryPort(0);
}

/** @returns {Promise<number | undefined>} undefined when the port is taken */
function tryPort(port) {
	return new Promise(resolve => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const { port: given } = server.address();
			server.close(() => resolve(given));
		});
	});
}
