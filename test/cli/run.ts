import { Readable } from 'node:stream';
import { runCli } from '../../src/cli/runCli.ts';
import type { Streams } from '../../src/cli/streams.ts';

/** What one run of the command line printed, and its exit code. */
export interface CliRun {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** Runs the command line in this process, in `cwd`, with an empty environment and its home in `cwd` unless told otherwise. */
export async function runIn(cwd: string, args: readonly string[], options: { readonly stdin?: string; readonly environment?: Streams['environment']; readonly colour?: boolean } = {}): Promise<CliRun> {
	let out = '';
	let err = '';
	const code = await runCli(args, {
		stdin: () => Readable.from([options.stdin ?? '']),
		out: text => { out += text; },
		err: text => { err += text; },
		progress: false,
		colour: options.colour ?? false,
		cwd,
		environment: { HOME: cwd, XDG_CACHE_HOME: `${cwd}/.cache`, ...options.environment },
		signal: new AbortController().signal,
	});
	return { code, out, err };
}
