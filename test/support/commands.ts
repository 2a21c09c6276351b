import { parseCommands } from '../../src/core/extract/shell/parseCommands.ts';
import type { CommandFacts, ScriptSetting } from '../../src/core/extract/shell/parseCommands.ts';
import type { ToolCommand } from '../../src/core/model/index.ts';
import { sliceMap } from '../../src/core/util/textMap.ts';

/** The facts of a shell script that stands alone in `build.sh`. */
export function commandFactsOf(script: string, setting: Partial<ScriptSetting> = {}): CommandFacts {
	return parseCommands(sliceMap(script, { start: 0, end: script.length }), { file: 'build.sh', text: script, host: 'shell', ...setting });
}

/** The container tools' commands of a shell script. */
export function commandsOf(script: string): readonly ToolCommand[] {
	return commandFactsOf(script).commands;
}
