import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './run.mjs';

/**
 * Installs npm packages into a folder of their own, apart from the project's `node_modules`, and runs none of their scripts.
 *
 * @param {string} folder exists; without a package.json it gets an empty one
 * @param {readonly string[]} packages as in `code-server@4.100.3`; none means: what the folder's package.json lists
 */
export async function npmInstall(folder, packages = []) {
	if (!existsSync(join(folder, 'package.json'))) {
		await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
	}
	const [program, ...first] = npmCommand();
	await run(program, [
		...first, 'install', '--prefix', folder, '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages,
	], { cwd: folder, env: cleanEnvironment() });
}

/** The npm that runs this script, or else the one on the PATH, as the words of a command. */
export function npmCommand() {
	const runner = process.env.npm_execpath;
	return runner && basename(runner).startsWith('npm') && runner.endsWith('.js') ? [process.execPath, runner] : ['npm'];
}

/** `npm run` leaves the place of the project in the environment, and an inner npm would take it for its own. */
function cleanEnvironment() {
	const inner = /^npm_(config_local_prefix|package_|lifecycle_|command|config_prefix|config_omit|config_include)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inner.test(name)));
}
