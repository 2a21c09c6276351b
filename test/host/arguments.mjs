import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Reads the arguments with which `@vscode/test-electron` starts a VS Code. Those that mean nothing to this host are
 * passed over, the folder of the user's data among them: each run has a fresh one.
 *
 * @param {readonly string[]} args
 * @returns {{ extensions: string[], tests?: string, folder?: string }}
 * @throws when no extension is named, or something named does not exist
 */
export function readArguments(args) {
	const all = name => args.filter(arg => arg.startsWith(`--${name}=`)).map(arg => resolve(arg.slice(name.length + 3)));
	const [tests] = all('extensionTestsPath');
	const folder = args.find(arg => !arg.startsWith('-'));
	const read = {
		extensions: all('extensionDevelopmentPath'),
		...tests && { tests },
		...folder && { folder: resolve(folder) },
	};
	if (read.extensions.length === 0) {
		throw new Error('Usage: vscode --extensionDevelopmentPath=FOLDER [--extensionTestsPath=SCRIPT] [FOLDER]');
	}
	for (const path of [...read.extensions, read.folder].filter(Boolean)) {
		if (!existsSync(path)) {
			throw new Error(`${path} does not exist.`);
		}
	}
	return read;
}
