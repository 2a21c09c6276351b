import { join } from 'node:path';
import { hostCache } from '../paths.mjs';
import { step } from '../progress.mjs';
import { installOnce } from './installOnce.mjs';
import { npmInstall } from './npmInstall.mjs';

/**
 * A Node of one major version: the one that runs this script when it is of that version, else npm's own copy.
 *
 * @param {number} major
 * @returns {Promise<string>} the path of the program
 */
export async function nodeBinary(major) {
	if (Number(process.versions.node.split('.')[0]) === major) {
		return process.execPath;
	}
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${platform}-${process.arch}`;
	const folder = await installOnce(join(hostCache, `node-${major}`), partial =>
		step(`Installing Node ${major}`, () => npmInstall(partial, [`${name}@${major}`])));
	return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
