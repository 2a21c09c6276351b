import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { commands } from './commands.mjs';

/**
 * Lets the tests in the extension host use the window as a person does: each POST to the address is one command as JSON, answered
 * with `{ "value" }` or, with status 500, `{ "error" }`. The address holds a secret and is of the loopback interface.
 * `test/support/driver.ts` is the client.
 *
 * @param {{ screenshots: string }} options the folder that relative names of screenshots mean
 * @returns {Promise<{ address: string, drive(page: import('playwright-core').Page): void, close(): Promise<void> }>}
 */
export async function startDriver({ screenshots }) {
	const secret = `/${randomUUID()}`;
	let page;
	const server = createServer(async (request, response) => {
		if (request.url !== secret || request.method !== 'POST') {
			response.writeHead(404).end();
			return;
		}
		const [status, answer] = await obey(page, request, screenshots).then(value => [200, { value }], error => [500, { error: error.message }]);
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
	});
	await new Promise((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve); });
	return {
		address: `http://127.0.0.1:${server.address().port}${secret}`,
		drive: opened => { page = opened; },
		close: () => new Promise(resolve => {
			server.close(resolve);
			server.closeAllConnections();
		}),
	};
}

async function obey(page, request, screenshots) {
	let body = '';
	for await (const chunk of request.setEncoding('utf8')) {
		body += chunk;
	}
	const { command, ...options } = JSON.parse(body);
	if (!page) {
		throw new Error('The window is not open yet.');
	}
	if (!Object.hasOwn(commands, command)) {
		throw new Error(`The driver has no command "${command}"; it has ${Object.keys(commands).join(', ')}.`);
	}
	return commands[command](page, { ...options, ...options.file && { file: resolve(screenshots, options.file) } });
}
