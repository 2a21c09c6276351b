import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, without a terminal.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<string>} its standard output
 * @throws with the last lines of its output when it fails, or cannot be started
 */
export function run(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
		let out = '';
		let all = '';
		child.stdout.on('data', chunk => { out += chunk; all += chunk; });
		child.stderr.on('data', chunk => { all += chunk; });
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) {
				resolve(out);
				return;
			}
			const tail = all.trim().split('\n').slice(-20).join('\n');
			reject(new Error(`${[program, ...args].join(' ')} ended with ${signal ?? `exit code ${code}`}.\n${tail}`));
		});
	});
}
