import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * Runs a program to its end and returns what it printed on standard output, without the last line break.
 *
 * @param options `env` is the whole environment
 * @throws with its standard error when it fails, or takes over two minutes
 */
export async function runProgram(program: string, args: readonly string[], options: { readonly env: NodeJS.ProcessEnv; readonly cwd?: string }): Promise<string> {
	const { stdout } = await execute(program, args, { ...options, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 });
	return stdout.trimEnd();
}
