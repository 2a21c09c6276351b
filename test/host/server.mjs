import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild, stopChild } from './children.mjs';
import { freePort } from './freePort.mjs';
import { codeServer } from './install/codeServer.mjs';

/**
 * Starts VS Code's server on the loopback address.
 *
 * @param {object} options
 * @param {{ vscode: string, codeServer: string, node: number }} options.version
 * @param {string} options.userDataDir settings, state and logs; made when it is not there
 * @param {number} [options.port] a free one when undefined
 * @param {boolean} [options.trust] true: workspaces are trusted only when the user says so; false: trust is off, all are
 * @param {string} [options.vsix] an extension to install first
 * @param {NodeJS.ProcessEnv} [options.env] what the extension host sees in addition
 * @param {(line: string) => void} [options.log] gets what the server prints
 * @returns {Promise<{ port: number, stop(): Promise<void>, ended: Promise<number | null> }>}
 * @throws when the server ends before it listens, with what it printed
 */
export async function startServer({ version, userDataDir, port, trust = false, vsix, env = {}, log = () => {} }) {
	const { node, main } = await codeServer(version);
	const listening = port ?? await freePort();
	await writeSettings(userDataDir);
	const places = ['--user-data-dir', userDataDir, '--extensions-dir', join(userDataDir, 'extensions'), '--server-data-dir', join(userDataDir, 'server')];
	if (vsix) {
		await installExtension(node, [main, '--accept-server-license-terms', ...places, '--install-extension', vsix]);
	}
	const child = startChild(node, [
		main, '--host', '127.0.0.1', '--port', String(listening), '--without-connection-token', '--accept-server-license-terms',
		...trust ? [] : ['--disable-workspace-trust'],
		'--disable-telemetry', '--disable-update-check',
		...places,
	], { env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}', ...env } });
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', chunk => {
			printed += chunk;
			chunk.split('\n').filter(Boolean).forEach(log);
		});
	}
	const ended = new Promise(resolve => {
		child.once('exit', code => resolve(code));
		child.once('error', error => { printed += error.message; resolve(null); });
	});
	const state = await Promise.race([ended.then(() => 'ended'), answers(listening)]);
	if (state !== 'listens') {
		await stopChild(child);
		throw new Error(`The server of VS Code ${version.vscode} ${state === 'ended' ? 'ended at once' : 'did not start in 60 s'}:\n${printed}`);
	}
	return { port: listening, ended, stop: () => stopChild(child) };
}

async function installExtension(node, args) {
	const child = startChild(node, args, { env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}' } });
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', chunk => { printed += chunk; });
	}
	const code = await new Promise(resolve => {
		child.once('exit', resolve);
		child.once('error', error => { printed += error.message; resolve(1); });
	});
	if (code !== 0) {
		throw new Error(`The extension could not be installed:\n${printed}`);
	}
}

/** Variables of an outer VS Code or of npm would change how the inner one behaves. */
function cleanEnvironment() {
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/.test(name)));
}

async function answers(port) {
	for (const end = Date.now() + 60_000; Date.now() < end;) {
		const response = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
		if (response) {
			return 'listens';
		}
		await new Promise(resolve => { setTimeout(resolve, 100); });
	}
	return 'silent';
}

/** What keeps a window quiet and the same on every machine; a test sets what it needs otherwise. */
const quietSettings = {
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'git.openRepositoryInParentFolders': 'never',
	'remote.autoForwardPorts': false,
	'security.workspace.trust.startupPrompt': 'never',
	'security.workspace.trust.banner': 'never',
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'window.commandCenter': false,
	'workbench.enableExperiments': false,
	'workbench.startupEditor': 'none',
	// The explorer pops up a message when a test deletes the very file that it is about to reveal.
	'explorer.autoReveal': false,
	'workbench.tips.enabled': false,
};

async function writeSettings(userDataDir) {
	const folder = join(userDataDir, 'User');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'settings.json'), `${JSON.stringify(quietSettings, undefined, '\t')}\n`, { flag: 'wx' }).catch(error => {
		if (error.code !== 'EEXIST') {
			throw error;
		}
	});
}
