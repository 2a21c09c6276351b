import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hostCache } from '../paths.mjs';
import { step } from '../progress.mjs';
import { installOnce } from './installOnce.mjs';
import { npmInstall } from './npmInstall.mjs';
import { nodeBinary } from './nodeBinary.mjs';

/** Is changed together with what `fill` does, so that a folder made in the old way is not taken for a new one. */
const recipe = 4;

/**
 * VS Code's own server and web workbench, from the npm package `code-server`.
 *
 * @param {{ vscode: string, codeServer: string, pty: string, node: number }} version see versions.mjs
 * @returns {Promise<{ node: string, main: string }>} the Node to run it with, and its main script
 */
export async function codeServer(version) {
	const folder = await installOnce(join(hostCache, `code-server-${version.codeServer}-${recipe}`), partial =>
		step(`Installing VS Code ${version.vscode} for the browser`, () => fill(partial, version)));
	return { node: await nodeBinary(version.node), main: join(vscodeFolder(folder), 'out/server-main.js') };
}

const vscodeFolder = folder => join(folder, 'node_modules/code-server/lib/vscode');

async function fill(folder, version) {
	const platform = `${process.platform}-${process.arch}`;
	const ripgrep = `@vscode/ripgrep-${platform}`;
	const terminal = `@lydell/node-pty-${platform}`;
	await npmInstall(folder, [`code-server@${version.codeServer}`, `${ripgrep}@1.18.0`, `${terminal}@${version.pty}`]);
	const vscode = vscodeFolder(folder);
	await npmInstall(vscode);
	await symlink('node_modules', join(vscode, 'node_modules.asar'));
	// `workspace.findFiles` needs ripgrep, terminals need node-pty; VS Code's own packages would download the one and compile the other.
	await copyFiles(join(folder, 'node_modules', ripgrep, 'bin'), join(vscode, 'node_modules/@vscode/ripgrep/bin'));
	await copyFiles(join(folder, 'node_modules', terminal), join(vscode, 'node_modules/node-pty/build/Release'));
	await replaceNative(join(vscode, 'node_modules'));
}

async function copyFiles(from, to) {
	await mkdir(to, { recursive: true });
	for (const entry of await readdir(from, { withFileTypes: true })) {
		if (entry.isFile()) {
			await copyFile(join(from, entry.name), join(to, entry.name));
		}
	}
}

/** Three other modules have a native part that would have to be compiled; what takes their place does what a test needs of them. */
async function replaceNative(modules) {
	await copyFile(new URL('spdlog.cjs', import.meta.url), join(modules, '@vscode/spdlog/index.js'));
	const watchdog = ['native-watchdog', '@vscode/native-watchdog'].find(name => existsSync(join(modules, name)));
	await writeModule(join(modules, watchdog, 'build/Release/watchdog.js'), 'exports.start = () => {};\nexports.exit = () => {};\n');
	if (!existsSync(join(modules, '@vscode/fs-copyfile'))) {
		await writeModule(join(modules, '@vscode/fs-copyfile/index.js'), 'module.exports = require("node:fs/promises");\n');
	}
}

async function writeModule(file, text) {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
}
