import type { Readable } from 'node:stream';

/** Where the command line reads and writes; tests give their own. */
export interface Streams {
	/** Opening it takes longer than most of what follows. */
	readonly stdin: () => Readable;
	out(text: string): void;
	err(text: string): void;
	/** Standard error is a terminal: progress lines may be drawn and erased. */
	readonly progress: boolean;
	/** Standard output takes colour (a terminal, no `NO_COLOR`). */
	readonly colour: boolean;
	readonly cwd: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
}

/** The process' own streams; Ctrl-C aborts `signal` once, a second one ends the process. Throws where the current folder is gone. */
export function nodeStreams(): Streams {
	const abort = new AbortController();
	process.once('SIGINT', () => {
		abort.abort();
		process.once('SIGINT', () => process.exit(130));
	});
	return {
		stdin: () => process.stdin,
		out: text => { process.stdout.write(text); },
		err: text => { process.stderr.write(text); },
		progress: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
		colour: useColour(process.env, process.stdout.isTTY === true),
		cwd: process.cwd(),
		environment: process.env,
		signal: abort.signal,
	};
}

function useColour(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
	if (environment['NO_COLOR']) { return false; }
	if (environment['FORCE_COLOR'] && environment['FORCE_COLOR'] !== '0') { return true; }
	return terminal && environment['TERM'] !== 'dumb';
}
