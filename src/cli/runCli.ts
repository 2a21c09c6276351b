import { check } from './commands/check.ts';
import { explain } from './commands/explain.ts';
import { inspect } from './commands/inspect.ts';
import { refs } from './commands/refs.ts';
import { help } from './help.ts';
import type { Streams } from './streams.ts';
import { UsageError } from './usageError.ts';
import { version } from './version.ts';

const commands = { check, explain, inspect, refs };

/**
 * Runs one command and gives the exit code: 0 fine, 1 findings at or above the limit (or no such image), 2 wrong usage or an internal failure.
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
			streams.out(help(wanted !== undefined && isCommand(wanted) ? wanted : undefined));
			return name === undefined ? 2 : 0;
		}
		if (!isCommand(name)) {
			throw new UsageError(`unknown command "${name}"; the commands are ${Object.keys(commands).join(', ')}`);
		}
		if (rest.includes('--help') || rest.includes('-h')) {
			streams.out(help(name));
			return 0;
		}
		return await commands[name](rest, streams);
	} catch (error) {
		streams.err(`pullcheck: ${describe(error)}\n`);
		return 2;
	}
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
