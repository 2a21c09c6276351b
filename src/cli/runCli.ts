import { printable } from '../core/util/printable.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usageError.ts';
import { version } from './version.ts';

type Command = (args: readonly string[], streams: Streams) => Promise<number>;

// Each is loaded when it is run: a script that asks for the version, or explains a log, need not wait for the HTTP client.
const commands = {
	check: async (): Promise<Command> => (await import('./commands/check.ts')).check,
	explain: async (): Promise<Command> => (await import('./commands/explain.ts')).explain,
	inspect: async (): Promise<Command> => (await import('./commands/inspect.ts')).inspect,
	pin: async (): Promise<Command> => (await import('./commands/pin.ts')).pin,
	refs: async (): Promise<Command> => (await import('./commands/refs.ts')).refs,
};

/**
 * Runs one command and gives the exit code: 0 fine, 1 findings at or above the limit (or no such image), 2 wrong usage or an internal failure,
 * 130 interrupted.
 * Never throws.
 */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
	const [name, ...rest] = args;
	try {
		if (name === '--version' || name === '-V') {
			streams.out(`${version}\n`);
			return 0;
		}
		if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
			const wanted = rest[0];
			streams.out(await helpText(wanted !== undefined && isCommand(wanted) ? wanted : undefined));
			if (name === undefined) { throw new UsageError(`name a command: ${Object.keys(commands).join(', ')}`); }
			return 0;
		}
		if (!isCommand(name)) {
			throw new UsageError(`unknown command "${name}"; the commands are ${Object.keys(commands).join(', ')}`);
		}
		if (rest.includes('--help') || rest.includes('-h')) {
			streams.out(await helpText(name));
			return 0;
		}
		const command = await commands[name]();
		const code = await Promise.race([command(rest, silencedBy(streams)), interruption(streams.signal)]);
		return streams.signal.aborted ? 130 : code;
	} catch (error) {
		if (streams.signal.aborted) { return 130; }
		streams.err(`pullcheck: ${printable(describe(error))}\n`);
		return 2;
	}
}

/** A command that is interrupted ends by itself, after it has kept what it learned; one that does not is left. */
function interruption(signal: AbortSignal): Promise<number> {
	return new Promise(resolve => { signal.addEventListener('abort', () => { setTimeout(() => { resolve(130); }, longestEnd); }, { once: true }); });
}

/** Milliseconds that this may take. */
const longestEnd = 500;

/** Nothing is printed of what is no whole answer. */
function silencedBy(streams: Streams): Streams {
	const until = (print: (text: string) => void) => (text: string): void => { if (!streams.signal.aborted) { print(text); } };
	return { ...streams, out: until(streams.out), err: until(streams.err) };
}

async function helpText(command?: keyof typeof commands): Promise<string> {
	return (await import('./help.ts')).help(command);
}

function isCommand(name: string): name is keyof typeof commands {
	return Object.hasOwn(commands, name);
}

function describe(error: unknown): string {
	if (error instanceof UsageError) { return error.message; }
	const code = (error as { code?: unknown }).code;
	if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) { return (error as Error).message; }
	return `internal failure: ${error instanceof Error ? error.message : String(error)}`;
}
