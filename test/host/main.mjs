import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windowAddress } from './address.mjs';
import { readArguments } from './arguments.mjs';
import { openWindow } from './browserWindow.mjs';
import { stopChildren, whenAskedToStop } from './children.mjs';
import { startDriver } from './driver/server.mjs';
import { hostCache } from './paths.mjs';
import { startServer } from './server.mjs';
import { versionNamed } from './versions.mjs';
import { windowLog } from './windowLog.mjs';

/**
 * Runs the tests of an extension in VS Code in Chromium, and ends this process with their exit code.
 *
 * @param {readonly string[]} args as `@vscode/test-electron` gives them to the desktop VS Code
 */
export async function main(args) {
	const cleanups = [];
	let over = false;
	const seconds = Number(process.env.PULLCHECK_TEST_TIMEOUT || 1800);
	const code = await new Promise(resolve => {
		whenAskedToStop(signal => resolve(signal === 'SIGINT' ? 130 : 143));
		const timer = setTimeout(() => {
			process.stderr.write(`The tests in VS Code did not end within ${seconds} s (PULLCHECK_TEST_TIMEOUT sets the limit).\n`);
			resolve(124);
		}, seconds * 1000);
		cleanups.push(() => clearTimeout(timer));
		runIn(args, cleanup => { over ? void cleanup() : cleanups.push(cleanup); }, resolve).catch(error => {
			// What is still starting when the run ends fails, and that is no news.
			if (!over) {
				process.stderr.write(`${error.message}\n`);
				resolve(1);
			}
		});
	});
	over = true;
	for (const cleanup of cleanups.reverse()) {
		await Promise.race([cleanup(), new Promise(resolve => { setTimeout(resolve, 5000).unref(); })]).catch(() => {});
	}
	process.exit(code);
}

async function runIn(args, atEnd, exit) {
	const { extensions, tests, folder } = readArguments(args);
	const version = versionNamed(process.env.PULLCHECK_TEST_VSCODE);
	// A profile of its own for each run: what one run leaves behind must not change the next.
	const userDataDir = await mkdtemp(join(tmpdir(), 'pullcheck-vscode-'));
	atEnd(async () => {
		await stopChildren();
		await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
	});
	const log = windowLog();
	const driver = await startDriver({ screenshots: process.env.PULLCHECK_TEST_SCREENSHOTS || join(hostCache, 'screenshots') });
	atEnd(() => driver.close());
	const server = await startServer({
		version, userDataDir,
		trust: process.env.PULLCHECK_TEST_TRUST === 'enabled',
		vsix: process.env.PULLCHECK_TEST_VSIX,
		env: { PULLCHECK_TEST_DRIVER: driver.address, PULLCHECK_TEST_HOST: `browser ${version.vscode}`, PULLCHECK_TEST_PROFILE: userDataDir },
		log: line => log('trace', `server: ${line}`),
	});
	let stopping = false;
	atEnd(() => { stopping = true; return server.stop(); });
	server.ended.then(code => {
		if (!stopping) {
			process.stderr.write(`The server of VS Code ended early, with exit code ${code}.\n`);
			exit(1);
		}
	});
	const window = await openWindow({ address: windowAddress({ port: server.port, folder, extensions, tests }), log, exit });
	atEnd(() => window.close());
	driver.drive(window.page, language => window.another(windowAddress({ port: server.port, folder, extensions }), language));
	await window.load();
}
