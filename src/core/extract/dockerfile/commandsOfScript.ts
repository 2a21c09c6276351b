import type { ToolCommand } from '../../model/index.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { jsonText, listOf, readJson } from '../devcontainer/json.ts';
import { joinedCommand } from '../shell/hosts/joinedCommand.ts';
import { scriptCommands } from '../shell/scriptCommands.ts';
import { ShellScope } from '../shell/shellScope.ts';

/**
 * The commands of container tools in a shell text of a Dockerfile, or in its list of words in JSON, in offsets of that text. What was read
 * before is remembered: while
 * somebody types in one RUN, all the others stay as they are.
 */
export function commandsOfScript(script: string, isList = false): readonly ToolCommand[] {
	const known = memory.get(script);
	if (known) { return known; }
	// A copy: a slice would keep the whole file alive that it was cut from.
	const text = ` ${script}`.slice(1);
	const commands: ToolCommand[] = [];
	const map = isList ? listMap(text) : sliceMap(text, { start: 0, end: text.length });
	if (map) {
		scriptCommands(
			map,
			new ShellScope(),
			'',
			{ outerText: text, host: 'dockerfile', continuation: '\\', editable: true, isList },
			({ read }) => { commands.push(read.command); },
		);
	}
	if (text.length <= longest) {
		if (memory.size >= most) { memory.delete(memory.keys().next().value!); }
		memory.set(text, commands);
	}
	return commands;
}

function listMap(text: string): TextMap | undefined {
	const [program, ...args] = listOf(readJson(text)).map(node => jsonText(text, node)?.value);
	return program && joinedCommand(program, args.filter(arg => arg !== undefined), text);
}

const memory = new Map<string, readonly ToolCommand[]>();

/** Scripts that are remembered, and the characters of the longest. */
const most = 2000;
const longest = 4000;
