import type { CommandFlag, ToolCommand } from '../../model/index.ts';

/** The last flag of the command with one of these long names (without dashes), in any spelling. */
export function findFlag(command: ToolCommand, ...names: readonly string[]): CommandFlag | undefined {
	return command.flags.findLast(flag => names.includes(flag.long));
}

/** The flag's value after unquoting; a switch is `true`; `undefined` when the flag is not there. */
export function flagValue(command: ToolCommand, ...names: readonly string[]): string | undefined {
	const flag = findFlag(command, ...names);
	return flag && (flag.value?.value ?? 'true');
}

/** True when the flag is there and not switched off (`--push=false`). */
export function hasSwitch(command: ToolCommand, ...names: readonly string[]): boolean {
	const value = flagValue(command, ...names);
	return value !== undefined && !/^(?:false|0|f)$/i.test(value);
}

/** The value that an environment variable has for the command, set before it or exported earlier; the last one wins. */
export function environmentValue(command: ToolCommand, name: string): string | undefined {
	return command.environment.findLast(one => one.name === name)?.value.value;
}

/** True when the variable is set to something that only a run knows: in one branch of a script, or from another variable. */
export function isOpenEnvironment(command: ToolCommand, name: string): boolean {
	const value = command.environment.findLast(one => one.name === name)?.value;
	return value !== undefined && (value.open.length > 0 || value.value.includes('$'));
}
