// Installs the packages that package-lock.json lists, unless they are there. Imports nothing but Node's own modules.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { npmCommand } from '../test/host/install/npmInstall.mjs';
import { projectRoot } from '../test/host/paths.mjs';

const minimum = [20, 18, 1];

/**
 * Makes a fresh clone ready to build and test; does nothing where it is.
 *
 * @throws when this Node is too old, or npm fails
 */
export function setUp() {
	const version = process.versions.node.split('.').map(Number);
	if (minimum.some((part, at) => version[at] < part && version.slice(0, at).every((same, index) => same === minimum[index]))) {
		throw new Error(`pullcheck needs Node ${minimum.join('.')} or newer; this is ${process.versions.node}.`);
	}
	const lock = join(projectRoot, 'package-lock.json');
	const stamp = join(projectRoot, 'node_modules/.pullcheck-setup');
	const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
		return;
	}
	if (!installedAfter(lock)) {
		install(existsSync(join(projectRoot, 'node_modules')) ? 'install' : 'ci');
	}
	writeFileSync(stamp, wanted);
}

/** Somebody ran npm by hand since the lock file changed. */
function installedAfter(lock) {
	const installed = join(projectRoot, 'node_modules/.package-lock.json');
	return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function install(command) {
	console.log(`Installing packages (npm ${command}) …`);
	const [program, ...first] = npmCommand();
	const { status, error } = spawnSync(program, [...first, command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' && program === 'npm',
	});
	if (status !== 0) {
		throw error ?? new Error(`npm ${command} ended with exit code ${status}.`);
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	setUp();
}
