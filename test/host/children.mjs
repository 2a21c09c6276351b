import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Starts a program as the head of a process group of its own, so that stopping it stops whatever it started too.
 * It never outlives this process: an exit, a signal or an uncaught error ends it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function startChild(program, args, options = {}) {
	const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true });
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/**
 * Ends a child and its descendants: asks first, and insists after two seconds.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stopChild(child) {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
		return;
	}
	const ended = new Promise(resolve => { child.once('exit', resolve); });
	kill(child, 'SIGTERM');
	const insist = setTimeout(() => kill(child, 'SIGKILL'), 2000);
	await ended;
	clearTimeout(insist);
	kill(child, 'SIGKILL');
}

/** Ends all children, those that are still starting too. */
export async function stopChildren() {
	await Promise.all([...running].map(stopChild));
}

/**
 * Calls `stop` when this process is told to end, or when the process that started it is gone; a second signal ends it at once.
 *
 * @param {(signal: string) => void} stop
 */
export function whenAskedToStop(stop) {
	let asked = false;
	const ask = signal => {
		if (asked) {
			process.exit(130);
		}
		asked = true;
		stop(signal);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, ask);
	}
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent && !asked) {
			ask('SIGHUP');
		}
	}, 1000).unref();
}

process.on('exit', () => {
	for (const child of running) {
		kill(child, 'SIGKILL');
	}
});

function kill(child, signal) {
	try {
		process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
	} catch {
		// It is gone already.
	}
}
