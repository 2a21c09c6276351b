import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { commands } from './commands.mjs';

/**
 * Lets the tests in the extension host use the window as a person does: each POST to the address is one command as JSON, answered
 * with `{ "value" }` or, with status 500, `{ "error" }`. The address holds a secret and is of the loopback interface.
 * `test/support/driver.ts` is the client. The command `open` opens a window beside that of the tests, `close` ends it.
 *
 * @param {{ screenshots: string }} options the folder that relative names of screenshots mean
 * @returns {Promise<{ address: string, drive(page: import('playwright-core').Page, another: (language?: string) => Promise<import('playwright-core').Page>): void, close(): Promise<void> }>}
 */
export async function startDriver({ screenshots }) {
	const secret = `/${randomUUID()}`;
	const windows = [];
	let another;
	const server = createServer(async (request, response) => {
		if (request.url !== secret || request.method !== 'POST') {
			response.writeHead(404).end();
			return;
		}
		const [status, answer] = await obey(windows, another, request, screenshots).then(value => [200, { value }], error => [500, { error: error.message }]);
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
	});
	await new Promise((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve); });
	return {
		address: `http://127.0.0.1:${server.address().port}${secret}`,
		drive: (page, open) => {
			windows[0] = page;
			another = open;
		},
		close: () => new Promise(resolve => {
			server.close(resolve);
			server.closeAllConnections();
		}),
	};
}

async function obey(windows, another, request, screenshots) {
	let body = '';
	for await (const chunk of request.setEncoding('utf8')) {
		body += chunk;
	}
	const { command, window = 0, ...options } = JSON.parse(body);
	const page = windows[window];
	if (!page) {
		throw new Error('The window is not open yet.');
	}
	if (command === 'open') {
		return windows.push(await another(options.language)) - 1;
	}
	if (!Object.hasOwn(commands, command)) {
		throw new Error(`The driver has no command "${command}"; it has ${Object.keys(commands).join(', ')}.`);
	}
	return commands[command](page, { ...options, ...options.file && { file: resolve(screenshots, options.file) } });
}
